#!/usr/bin/env python3
"""Makes names.txt: names in the order of lists, by ICU's collation for Vietnamese (Debian's python3-icu; made with ICU 72).

Word by word: the given name, the middle names, the family name. `PersonName.sortKey` must order them the same (NameOrderTests).
"""

import random
import unicodedata
from pathlib import Path

import icu

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLES = "Văn Thị Đức Hữu Ngọc Minh Thanh Quốc Ánh Ân Ơn Ước".split()
BASES = (
    "a ă â an ăn ân anh bao cuong cương da đa dung e ê giang hoa hoan i khanh lan mi my nga o ô ơ ong ông ơn phuc quy sơn thu thư "
    "u ư uyên ương viêt xuân y yên"
).split()
# Level, grave, hook, tilde, acute, dot below.
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
VOWELS = set("aăâeêioôơuưy")


def given(dice):
    base = dice.choice(BASES)
    place = next(i for i, letter in enumerate(base) if letter in VOWELS)
    return unicodedata.normalize("NFC", base[: place + 1] + dice.choice(TONES) + base[place + 1 :]).capitalize()


def main():
    dice = random.Random(11)
    collator = icu.Collator.createInstance(icu.Locale("vi"))
    names = {(given(dice), dice.choice(MIDDLES), dice.choice(FAMILIES)) for _ in range(3_000)}
    ordered = sorted(names, key=lambda words: [collator.getSortKey(word.lower()) for word in words])
    text = "".join(f"{family} {middle} {name}\n" for name, middle, family in ordered)
    Path(__file__).with_name("names.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
