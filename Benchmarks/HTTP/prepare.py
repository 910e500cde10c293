"""What scripts/bench measures on: a bank of any size, and results of any number."""

import copy
import hashlib
import os
import random
import sqlite3
import time

import yaml


def make_bank(folder, count):
    """The questions of the shipped banks, as often as it takes, for one group."""
    questions = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name != "vocabulary.yaml":
            questions += [one for one in yaml.safe_load(path.read_text("utf-8"))["questions"] if "options" in one]
    made = []
    for number in range(count):
        # A copy throughout: YAML writes what it meets twice as an alias.
        question = copy.deepcopy(questions[number % len(questions)])
        question |= {"id": f"q-{number:04}", "groups": ["nguoi-dan"], "prompt": f"{question['prompt']} ({number})"}
        question.pop("validFrom", None)
        question.pop("validTo", None)
        made.append(question)
    bank = {"bank": "bench", "public": True, "title": "Bench", "language": "vi", "licence": "CC-BY-4.0", "questions": made}
    return yaml.safe_dump(bank, allow_unicode=True, sort_keys=False, width=1000)


def store_results(database, count):
    """People with one sealed attempt each, put into the tables while no server runs."""
    draw = random.Random(1)
    db = sqlite3.connect(database)
    db.execute("PRAGMA foreign_keys = ON")
    contest, definition = db.execute("SELECT contest, MAX(definition) FROM definition GROUP BY contest").fetchone()
    units = [row[0] for row in db.execute("SELECT unit FROM unit WHERE type = 'xa-phuong'")]
    began = int(time.time() * 1000) - 86_400_000
    paper = bytes.fromhex("01") + bytes(20)

    def digest(kind, number):
        return hashlib.sha256(f"{kind}{number}".encode()).digest()

    def people():
        for number in range(count):
            yield (
                os.urandom(16), contest, f"Nguyễn Văn {number}", "An N. V.", b"an", "nguoi-dan", draw.choice(units), 1990,
                digest("i", number), digest("e", number), digest("r", number), digest("c", number), began,
            )

    def attempts(first):
        for number in range(count):
            started = began + draw.randrange(80_000_000)
            score, duration = draw.randrange(21) * 1000, draw.randrange(60_000, 1_200_000)
            yield (
                os.urandom(16), first + number, contest, definition, "nguoi-dan", draw.choice(units), "r1", "contest", 1,
                os.urandom(16), os.urandom(16), 1, bytes(32), paper, bytes(32), started, started + 10_800_000,
                started + duration, "contestant", duration, score, 20_000, score // 1000,
            )

    with db:
        first = 1 + db.execute("SELECT COALESCE(MAX(contestant), 0) FROM contestant").fetchone()[0]
        db.executemany(
            """
            INSERT INTO contestant (public_id, contest, name, display_name, sort_key, audience, unit, birth_year, identity_hash,
                entry_code_hash, request_key_hash, content_hash, registered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            people(),
        )
        db.executemany(
            """
            INSERT INTO attempt (public_id, contestant, contest, definition, audience, unit, round, limit_scope, number, nonce,
                salt, algorithm, seed, paper, excluded_digest, started_at, deadline, sealed_at, sealed_by, duration, score,
                maximum, correct)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            attempts(first),
        )
    db.close()
