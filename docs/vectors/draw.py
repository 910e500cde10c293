#!/usr/bin/env python3
"""Draws the paper of docs/drawing.md again, from nothing but that page: standard library only.

Prints every intermediate value and compares it with draw.json; exit 1 if one differs. `--write` writes draw.json anew.
"""

import hashlib
import hmac
import json
import struct
import sys
from pathlib import Path

CONTEST_KEY = bytes(range(32))
CONTEST, ROUND, NUMBER = "thi-thu", "tuan-1", 1
CONTESTANT, NONCE = bytes.fromhex("11" * 16), bytes.fromhex("22" * 16)
GROUP = "can-bo"
DAY = "2026-11-24"

# id, topic, difficulty, kind, what it shows (options, a star: pinned), last day on which it may be drawn
BANK = "thu"
QUESTIONS = [
    ("q1", "mat-khau", "easy", "single", ["A", "B", "C", "D"], ""),
    ("q2", "mat-khau", "easy", "single", ["A", "B", "*C"], ""),
    ("q3", "mat-khau", "hard", "multiple", ["A", "B", "C", "D", "E"], ""),
    ("q4", "lua-dao", "easy", "trueFalse", ["Đúng", "Sai"], ""),
    ("q5", "lua-dao", "easy", "single", ["A", "B", "C", "D"], "2026-11-23"),
    ("q6", "lua-dao", "hard", "single", ["A", "*B", "C", "D"], ""),
]
# topic, difficulty, count; an empty text: any
BLUEPRINT = [("mat-khau", "easy", 1), ("", "", 3)]

# One question of each other kind. order: the items; match: left sides, then right sides with the extra ones; numeric: the
# unit; message: the channel, then role and text of each part.
OTHER_QUESTIONS = [
    ("k1", "ma-doc", "easy", "order", ["Ba", "Một", "Hai", "Bốn"], ""),
    ("k2", "ma-doc", "easy", "match", (["A", "B"], ["y", "x", "z"]), ""),
    ("k3", "ma-doc", "easy", "short", None, ""),
    ("k4", "ma-doc", "easy", "numeric", "giờ", ""),
    ("k5", "ma-doc", "easy", "message", ("sms", [("sender", "1"), ("text", "2"), ("link", "3")]), ""),
    ("k6", "ma-doc", "easy", "single", ["A", "B", "C", "*D"], ""),
]
OTHER_BLUEPRINT = [("", "", 6)]

# The second attempt of the first example: earlier papers, the oldest first.
SEEN = [["q6", "q2", "q4"], ["q6", "q1", "q3", "q4"]]
SECOND_NUMBER, SECOND_NONCE = 2, bytes.fromhex("33" * 16)

# Version 2: papers within so much of the middle.
BANDED_QUESTIONS = [
    (f"r{number:02}", "mat-khau", ("hard", "easy", "medium")[number % 3], "single", ["A", "B"], "") for number in range(1, 13)
]
BANDED_BLUEPRINT = [("", "", 6)]
BAND, TRIES = 0, 100
WEIGHTS = {"easy": 1, "medium": 2, "hard": 3}


class Bytes:
    """Fields with their lengths: the only way in which anything is hashed."""

    def __init__(self, name: str) -> None:
        self.bytes = b""
        self.field(name)

    def field(self, value: str | bytes) -> None:
        value = value.encode() if isinstance(value, str) else value
        self.bytes += struct.pack(">I", len(value)) + value

    def number(self, value: int) -> None:
        self.bytes += struct.pack(">q", value)

    def flag(self, value: bool) -> None:
        self.bytes += bytes([value])

    def sha256(self) -> bytes:
        return hashlib.sha256(self.bytes).digest()


def shown(data: Bytes, kind: str, what) -> None:
    """The part of a bank's paper side that depends on the kind."""
    if kind in ("single", "multiple", "trueFalse"):
        data.number(len(what))
        for option in what:
            data.field(option.removeprefix("*"))
            data.flag(option.startswith("*"))
    elif kind == "order":
        texts(data, sorted(what, key=str.encode))
    elif kind == "match":
        texts(data, what[0])
        texts(data, sorted(what[1], key=str.encode))
    elif kind == "numeric":
        data.field(what)
    elif kind == "message":
        data.field(what[0])
        data.number(len(what[1]))
        for role, text in what[1]:
            data.field(role)
            data.field(text)


def texts(data: Bytes, values: list[str]) -> None:
    data.number(len(values))
    for value in values:
        data.field(value)


def bank_digest(questions: list[tuple]) -> bytes:
    data = Bytes("bang-vang/bank-paper/v1")
    data.field(BANK)
    data.number(len(questions))
    for name, topic, difficulty, kind, what, last in sorted(questions, key=lambda question: question[0].encode()):
        data.field(name)
        data.field(topic)
        data.field(difficulty)
        data.number(1)
        data.field(GROUP)
        data.field(f"Câu {name}?")
        data.field("")
        data.field(last)
        data.field(kind)
        shown(data, kind, what)
    return data.sha256()


def pool_digest(bank: bytes) -> bytes:
    data = Bytes("bang-vang/pool/v1")
    data.field(BANK)
    data.field(bank)
    return data.sha256()


def blueprint_digest(sections: list[tuple], band: int | None = None) -> bytes:
    data = Bytes(f"bang-vang/blueprint/v{1 if band is None else 2}")
    data.field(GROUP)
    data.number(len(sections))
    for topic, difficulty, count in sections:
        data.field(topic)
        data.field(difficulty)
        data.number(count)
    if band is not None:
        data.number(band)
    return data.sha256()


def excluded_digest(questions: list[tuple], tiers: list[list[str]]) -> bytes:
    data = Bytes("bang-vang/excluded/v1")
    for name, *_, last in questions:
        if last and last < DAY:
            data.field(f"{BANK}/{name}")
    if not tiers:
        return data.sha256()
    seen = Bytes("bang-vang/excluded/v2")
    seen.field(data.sha256())
    seen.number(len(tiers))
    for tier in tiers:
        seen.number(len(tier))
        for name in tier:
            seen.field(f"{BANK}/{name}")
    return seen.sha256()


def admits(section: tuple, question: tuple) -> bool:
    topic, difficulty, _ = section
    _, of, hard, _, _, last = question
    return topic in ("", of) and difficulty in ("", hard) and not (last and last < DAY)


def tiers_of(papers: list[list[str]], questions: list[tuple], sections: list[tuple]) -> list[list[str]]:
    """What was seen, by the last paper it was on, the oldest first."""
    left = {question[0] for question in questions if any(admits(section, question) for section in sections)}
    tiers: list[list[str]] = []
    for paper in reversed(papers):
        tiers.insert(0, sorted(left & set(paper), key=str.encode))
        left -= set(paper)
    return [tier for tier in tiers if tier]


def seed_message(pool: bytes, blueprint: bytes, excluded: bytes, number: int, nonce: bytes) -> bytes:
    data = Bytes("bang-vang/seed/v1")
    data.field(CONTEST)
    data.field(ROUND)
    data.field(CONTESTANT)
    data.number(number)
    data.field(nonce)
    data.field(pool)
    data.field(blueprint)
    data.field(excluded)
    return data.bytes


def block(seed: bytes, counter: int) -> bytes:
    """One block of ChaCha20 (RFC 8439, 2.3) with a zero nonce."""
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *struct.unpack("<8I", seed), counter, 0, 0, 0]
    state = start[:]

    def turn(a: int, b: int, c: int, d: int) -> None:
        for first, second, third, shift in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[first] = (state[first] + state[second]) & 0xFFFFFFFF
            mixed = state[third] ^ state[first]
            state[third] = (mixed << shift | mixed >> (32 - shift)) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            turn(column, 4 + column, 8 + column, 12 + column)
        for column in range(4):
            turn(column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4)
    return struct.pack("<16I", *((one + other) & 0xFFFFFFFF for one, other in zip(state, start)))


class Words:
    """Numbers from the keystream: 8 bytes, big-endian; those that would favour small numbers are thrown away."""

    def __init__(self, seed: bytes) -> None:
        self.seed, self.counter, self.left = seed, 0, b""

    def below(self, bound: int) -> int:
        while True:
            if not self.left:
                self.left, self.counter = block(self.seed, self.counter), self.counter + 1
            word, self.left = int.from_bytes(self.left[:8], "big"), self.left[8:]
            if word < 2**64 // bound * bound:
                return word % bound


def draw(seed: bytes, questions: list[tuple], sections: list[tuple], tiers: list[list[str]], band: int | None) -> list[dict]:
    words = Words(seed)
    ordered = sorted(questions, key=lambda question: question[0].encode())
    drawn = draw_in_band(words, ordered, sections, tiers, band)
    for place in range(len(drawn) - 1):
        other = place + words.below(len(drawn) - place)
        drawn[place], drawn[other] = drawn[other], drawn[place]
    return [{"question": ordered[ordinal][0], "options": options(ordered[ordinal], words)} for ordinal in drawn]


def draw_in_band(words: Words, ordered: list[tuple], sections: list[tuple], tiers: list[list[str]], band: int | None) -> list[int]:
    if band is None:
        return draw_sections(words, ordered, sections, tiers)
    middle = 0
    for section in sections:
        weights = [WEIGHTS[question[2]] for question in ordered if admits(section, question)]
        middle += 1000 * section[2] * sum(weights) // len(weights)
    nearest: list[int] = []
    least = None
    for _ in range(TRIES):
        drawn = draw_sections(words, ordered, sections, tiers)
        distance = abs(1000 * sum(WEIGHTS[ordered[ordinal][2]] for ordinal in drawn) - middle)
        if distance <= 1000 * band:
            return drawn
        if least is None or distance < least:
            nearest, least = drawn, distance
    return nearest


def draw_sections(words: Words, ordered: list[tuple], sections: list[tuple], tiers: list[list[str]]) -> list[int]:
    drawn: list[int] = []
    for section in sections:
        candidates = [
            ordinal for ordinal, question in enumerate(ordered) if admits(section, question) and ordinal not in drawn
        ]
        wanted = section[2]
        new = [ordinal for ordinal in candidates if not any(ordered[ordinal][0] in tier for tier in tiers)]
        for part in [new] + [[ordinal for ordinal in candidates if ordered[ordinal][0] in tier] for tier in tiers]:
            count = min(wanted, len(part))
            for place in range(count):
                other = place + words.below(len(part) - place)
                part[place], part[other] = part[other], part[place]
                drawn.append(part[place])
            wanted -= count
    return drawn


def options(question: tuple, words: Words) -> list[int]:
    """Places in the bank as shown; of items and right sides, places among them when they are sorted by their bytes."""
    _, _, _, kind, what, _ = question
    if kind in ("order", "match"):
        stays = [False] * len(what if kind == "order" else what[1])
    elif kind == "message":
        stays = [True] * len(what[1])
    elif kind in ("short", "numeric"):
        stays = []
    else:
        stays = [kind == "trueFalse" or text.startswith("*") for text in what]
    free = [place for place, pinned in enumerate(stays) if not pinned]
    for place in range(len(free) - 1):
        other = place + words.below(len(free) - place)
        free[place], free[other] = free[other], free[place]
    return free + [place for place, pinned in enumerate(stays) if pinned]


def example(
    questions: list[tuple],
    sections: list[tuple],
    number: int = NUMBER,
    nonce: bytes = NONCE,
    papers: list[list[str]] = [],
    band: int | None = None,
) -> dict:
    bank = bank_digest(questions)
    tiers = tiers_of(papers, questions, sections)
    pool, blueprint, excluded = pool_digest(bank), blueprint_digest(sections, band), excluded_digest(questions, tiers)
    message = seed_message(pool, blueprint, excluded, number, nonce)
    seed = hmac.digest(CONTEST_KEY, message, "sha256")
    return {
        "bankPaperDigest": bank.hex(),
        "poolDigest": pool.hex(),
        "blueprintDigest": blueprint.hex(),
        "excludedDigest": excluded.hex(),
        "seedMessage": message.hex(),
        "seed": seed.hex(),
        "keystream": block(seed, 0).hex(),
        "paper": draw(seed, questions, sections, tiers, band),
    }


def main() -> int:
    found = example(QUESTIONS, BLUEPRINT)
    found["otherKinds"] = example(OTHER_QUESTIONS, OTHER_BLUEPRINT)
    found["secondAttempt"] = example(QUESTIONS, BLUEPRINT, SECOND_NUMBER, SECOND_NONCE, SEEN)
    found["banded"] = example(BANDED_QUESTIONS, BANDED_BLUEPRINT, band=BAND)
    file = Path(__file__).with_name("draw.json")
    if "--write" in sys.argv:
        file.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    expected = json.loads(file.read_text("utf-8"))
    for name, value in found.items():
        print(f"{'same' if expected.get(name) == value else 'DIFFERENT'}: {name} = {json.dumps(value)}")
    return 0 if found == expected else 1


if __name__ == "__main__":
    sys.exit(main())
