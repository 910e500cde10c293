#!/usr/bin/env python3
"""Measures lists of people, the coordinator's page and reports at the size of a province (docs/performance.md).

Benchmarks/Exports/measure.py [RESULTS] [RUNS]: 100,000 results among twice as many people, as many more on rosters, 69 communes and
600 schools with classes; 3 runs, with .build/release/quizserver. Prints seconds, and how much more memory the server took at its peak.
"""

import os
import pathlib
import re
import secrets
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import requests

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
CONTEST = "hatinh-attt-demo"
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLES = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Thùy", "Xuân"]
GIVEN = ["An", "Bình", "Cường", "Dũng", "Đức", "Giang", "Hà", "Hạnh", "Hùng", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Phúc", "Quân", "Sơn", "Thảo", "Trang", "Tú", "Uyên", "Việt", "Yến"]


def serve(folder):
    process = subprocess.Popen(
        [PROGRAM, "serve", "--demo", "--data", str(folder), "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    for line in process.stdout:
        found = re.search(rb"http://127\.0\.0\.1:(\d+)", line)
        if found:
            url = found[0].decode()
            break
    for _ in range(600):
        try:
            if requests.get(url + "/readyz", timeout=2).ok:
                return process, url
        except requests.ConnectionError:
            pass
        time.sleep(0.05)
    sys.exit("the server does not become ready")


def sign_in(url, folder):
    session = requests.Session()
    session.headers["Origin"] = url
    password = (folder / "demo-password").read_text().strip()
    session.post(url + "/api/v1/sessions", json={"username": "to-chuc", "password": password}).raise_for_status()
    return session


def play_one(url):
    """An attempt whose paper all others copy."""
    session = requests.Session()
    session.headers["Origin"] = url
    body = {"requestKey": secrets.token_hex(16), "name": "Người Đầu", "group": "nguoi-dan", "unit": "phuong-mau-1", "birthYear": 1990, "phone": "0912345678", "consents": ["participation"]}
    session.post(f"{url}/api/v1/contests/{CONTEST}/registrations", json=body).raise_for_status()
    attempt = session.post(f"{url}/api/v1/contests/{CONTEST}/attempts", json={"nonce": secrets.token_hex(16)}).json()
    session.post(f"{url}/api/v1/attempts/{attempt['id']}/submission", json={}).raise_for_status()


def name(number):
    return " ".join((FAMILIES[number % 15], MIDDLES[number // 15 % 10], GIVEN[number // 150 % 26]))


def sort_key(text):
    """As the program orders names: given, middle, family; letters before tones."""
    import unicodedata

    key = b""
    words = text.lower().split(" ")
    for word in words[-1:] + words[1:-1] + words[:1]:
        letters, tones = b"", b""
        for letter in word:
            base, *marks = unicodedata.normalize("NFD", letter)
            variant, tone = 0, 1
            for mark in marks:
                variant = {0x306: 1, 0x31B: 1, 0x302: 2 if base == "a" else 1}.get(ord(mark), variant)
                tone = {0x300: 2, 0x309: 3, 0x303: 4, 0x301: 5, 0x323: 6}.get(ord(mark), tone)
            if base == "o" and "\u031b" in marks:
                variant = 2
            if base == "đ":
                base, variant = "d", 1
            letters += bytes([10 + (ord(base) - 96) * 4 + variant])
            tones += bytes([tone])
        key += letters + b"\x01" + tones + b"\x00"
    return key


def fill(path, count):
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    one = database.execute
    contest = one("SELECT contest FROM contest WHERE id = ?", (CONTEST,)).fetchone()[0]
    top = one("SELECT unit FROM unit WHERE code = 'tinh'").fetchone()[0]
    unit = one("SELECT MAX(unit) FROM unit").fetchone()[0]
    classes = []
    for commune in range(69):
        unit += 1
        above = unit
        one("INSERT INTO unit (unit, code, title, type, parent) VALUES (?, ?, ?, 'xa-phuong', ?)", (unit, f"xa-{commune}", f"Xã số {commune}", top))
        for school in range(9 if commune < 48 else 8):
            unit += 1
            parent = unit
            one("INSERT INTO unit (unit, code, title, type, parent) VALUES (?, ?, ?, 'thcs', ?)", (unit, f"truong-{commune}-{school}", f"Trường THCS {school} xã {commune}", above))
            one("INSERT INTO unit_headcount (unit, audience, count, counted_on, source, entered_by) VALUES (?, 'thcs', 400, 1788541200000, 'Sở GDĐT', '')", (unit,))
            for room in range(4):
                unit += 1
                classes.append(unit)
                one("INSERT INTO unit (unit, code, title, type, parent) VALUES (?, ?, ?, 'lop', ?)", (unit, f"lop-{commune}-{school}-{room}", f"Lớp {6 + room}A", parent))
    person = one("SELECT MAX(contestant) FROM contestant").fetchone()[0]
    keys = {text: sort_key(text) for text in {name(number) for number in range(15 * 10 * 26)}}
    database.executemany(
        "INSERT INTO contestant (contestant, public_id, contest, name, display_name, sort_key, audience, unit, unit_confirmed, birth_year, phone, identity_hash, "
        "entry_code_hash, request_key_hash, content_hash, registered_at) VALUES (?, randomblob(16), ?, ?, ?, ?, 'nguoi-dan', ?, ?, 1990, ?, randomblob(32), "
        "randomblob(32), randomblob(32), randomblob(32), 1795500000000)",
        ((person + 1 + n, contest, name(n), name(n), keys[name(n)], classes[n * 7919 % len(classes)], n % 2, f"09{n:08d}") for n in range(2 * count)),
    )
    columns = [row[1] for row in one("PRAGMA table_info(attempt)")]
    sample = dict(zip(columns, one("SELECT * FROM attempt LIMIT 1").fetchone()))
    units = dict(one("SELECT contestant, unit FROM contestant"))

    def attempts():
        for n in range(count):
            who = person + 1 + n
            yield tuple(
                {**sample, "attempt": sample["attempt"] + 1 + n, "public_id": secrets.token_bytes(16), "nonce": secrets.token_bytes(16), "contestant": who, "unit": units[who],
                 "score": n % 21 * 1000, "duration": 60_000 + n * 37 % 900_000, "started_at": sample["started_at"] + n}[column]
                for column in columns
            )

    database.executemany(f"INSERT INTO attempt VALUES ({', '.join('?' * len(columns))})", attempts())
    one("INSERT INTO roster_import VALUES (1, randomblob(16), ?, ?, 1795500000000, 'test', 1795500000000, 1795500000000)", (contest, top))
    database.executemany(
        "INSERT INTO roster_entry (public_id, roster_import, contest, unit, audience, name, sort_key, birth_year, identity_hash) "
        "VALUES (randomblob(16), 1, ?, ?, 'thcs', ?, ?, 2012, randomblob(32))",
        ((contest, classes[n % len(classes)], name(n), keys[name(n)]) for n in range(count)),
    )
    database.commit()
    database.close()


def memory(process, line):
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{line}:\s+(\d+)", text)[1]) / 1024


def measured(process, session, address):
    pathlib.Path(f"/proc/{process.pid}/clear_refs").write_text("5")
    before = memory(process, "VmRSS")
    began = time.monotonic()
    size = 0
    with session.get(address, stream=True) as reply:
        reply.raise_for_status()
        for piece in reply.iter_content(1 << 16):
            size += len(piece)
    took = time.monotonic() - began
    return took, memory(process, "VmHWM") - before, size


def main(count=100_000, runs=3):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "data"
        process, url = serve(folder)
        play_one(url)
        process.terminate()
        process.wait()
        fill(folder / "quiz.db", count)
        process, url = serve(folder)
        session = sign_in(url, folder)
        base = f"{url}/api/v1"
        lists = [(f"{kind}, {form}", f"{base}/contests/{CONTEST}/{kind}?format={form}&fields=contact&purpose=test")
                 for kind in ("results", "participation", "unregistered", "unfinished") for form in ("csv", "xlsx", "json")]
        page = f"{base}/units/tinh/participation?contest={CONTEST}"
        pages = [(f"page{what}", page + what) for what in ("", "&state=not", "&q=nguyen+lan", "&q=khong+co", "&state=unregistered")]
        reports = [(what, f"{base}/{what}") for what in (f"contests/{CONTEST}/coverage", f"contests/{CONTEST}/coverage?format=xlsx")]
        for what, address in lists + pages + reports:
            found = [measured(process, session, address) for _ in range(runs)]
            seconds = statistics.median(took for took, _, _ in found)
            more = max(grown for _, grown, _ in found)
            print(f"{what:55} {seconds:7.3f} s  {max(took for took, _, _ in found):7.3f} s at most {more:7.1f} MiB more  {found[0][2] / 1e6:7.1f} MB", flush=True)
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
