#!/usr/bin/env python3
"""Times what organizers do with the results of a large contest: boards built at start, a correction, prizes, statistics.

A few hundred people sit real exams of 20 questions over HTTP; their attempts, with papers and answers, are then copied in the
database until there are as many as asked for.

    swift build -c release --product quizserver
    .venv/bin/python Benchmarks/Results/measure.py --people 100000
"""

import argparse
import datetime
import os
import pathlib
import platform
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))

from client import Client  # noqa: E402

GROUP = "nguoi-dan"
SAMPLE = 400


def moment(hours):
    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=7 + hours)
    return now.strftime("%Y-%m-%dT%H:%M")


def definition(opens, closes):
    return yaml.safe_dump(
        {
            "contest": "lon",
            "acceptPublicBank": True,
            "title": "Cuộc thi lớn",
            "banks": ["co-ban"],
            "rounds": [{"id": "r", "title": "Đợt 1", "opens": moment(opens), "closes": moment(closes)}],
            "rules": {"minutes": 30, "ranking": ["score", "prediction", "duration", "earliest"]},
            "prediction": {"prompt": "Bao nhiêu người dự thi?", "target": "people"},
            "groups": [{"id": GROUP, "title": "Người dân", "blueprint": [{"count": 20}]}],
            "prizes": [{"board": "r", "places": [{"title": "Nhất", "count": 1}, {"title": "Nhì", "count": 10}, {"title": "Ba", "count": 100}]}],
            "collective": [
                {"title": "Tập thể", "board": "r", "unitTypes": ["xa-phuong"], "by": "meanOfTop", "top": 100, "then": "participants", "places": [{"title": "Cờ", "count": 1}]}
            ],
        },
        allow_unicode=True,
    )


class Server:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        began = time.monotonic()
        command = [ROOT / ".build/release/quizserver", "serve", "--demo", "--port", "0", "--data", self.folder]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.url, self.ready_after = found[0], time.monotonic() - began
                return self
        raise RuntimeError(f"the server ended with {self.process.wait()}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)

    def staff(self):
        password = (self.folder / "demo-password").read_text().strip()
        status, session = Client(self.url).call("POST", "/sessions", {"username": "to-chuc", "password": password, "bearer": True})
        assert status == 201, session
        return Client(self.url, session["token"])


def sit(url, number):
    draw = random.Random(number)
    client = Client(url)
    client.register(number, GROUP, draw.choice(["phuong-mau-1", "phuong-mau-2", "xa-mau-1", "xa-mau-2"]), "lon")
    attempt = client.start(contest="lon")
    for question in attempt["questions"]:
        if question.get("options") and question["kind"] != "order":
            client.save(attempt["id"], question["position"], [draw.choice(question["options"])["id"]], 1)
    client.call("PUT", f"/attempts/{attempt['id']}/prediction", {"value": str(draw.randrange(200_000)), "sequence": 1})
    status, reply = client.submit(attempt["id"])
    assert status == 200, reply
    client.connection.close()


def columns(database, table, *left_out):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in left_out]


def copy(path, people):
    """The same people again under other ids, until there are enough, at times and with durations of their own."""
    draw = random.Random(1)
    database = sqlite3.connect(path)
    contest = database.execute("SELECT contest FROM contest WHERE id = 'lon'").fetchone()[0]
    of_person = columns(database, "contestant", "contestant", "public_id", "identity_hash", "entry_code_hash", "request_key_hash")
    of_attempt = columns(database, "attempt", "attempt", "public_id", "contestant", "nonce", "started_at", "deadline", "sealed_at", "duration")
    of_answer = columns(database, "answer", "attempt")
    sample = database.execute("SELECT contestant, attempt FROM attempt WHERE contest = ?", (contest,)).fetchall()
    with database:
        for number in range(people - len(sample)):
            person, attempt = sample[number % len(sample)]
            names = ", ".join(of_person)
            ids = [os.urandom(16), os.urandom(32), os.urandom(32), os.urandom(32)]
            new_person = database.execute(
                f"INSERT INTO contestant (public_id, identity_hash, entry_code_hash, request_key_hash, {names}) SELECT ?, ?, ?, ?, {names} FROM contestant WHERE contestant = ?",
                (*ids, person),
            ).lastrowid
            names, shift, duration = ", ".join(of_attempt), draw.randrange(1, 20_000_000), draw.randrange(60_000, 1_800_000)
            new = database.execute(
                f"""
                INSERT INTO attempt (public_id, contestant, nonce, started_at, deadline, sealed_at, duration, {names})
                SELECT ?, ?, ?, started_at - ?, deadline - ?, started_at - ? + ?, ?, {names} FROM attempt WHERE attempt = ?
                """,
                (os.urandom(16), new_person, os.urandom(16), shift, shift, shift, duration, duration, attempt),
            ).lastrowid
            names = ", ".join(of_answer)
            database.execute(f"INSERT INTO answer (attempt, {names}) SELECT ?, {names} FROM answer WHERE attempt = ?", (new, attempt))
            prediction = (new, draw.randrange(200_000) * 100_000, 1, 0)
            database.execute("INSERT INTO prediction (attempt, value, sequence, saved_at) VALUES (?, ?, ?, ?)", prediction)
        source = definition(-8, -1).encode()
        database.execute("UPDATE definition SET source = ? WHERE contest = ?", (source, contest))
    database.close()


def timed(name, work):
    began = time.monotonic()
    result = work()
    print(f"{name:<60} {time.monotonic() - began:8.2f} s", flush=True)
    return result


def call(client, method, path, body=None, wanted=200):
    status, reply = client.call(method, path, body)
    assert status == wanted, (status, reply)
    return reply


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "data"
        with Server(folder) as server:
            file = pathlib.Path(name) / "lon.yaml"
            file.write_text(definition(-6, 6), "utf-8")
            subprocess.run([ROOT / ".build/release/quizserver", "contest", "apply", file, "--data", folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            with ThreadPoolExecutor(8) as pool:
                list(pool.map(lambda number: sit(server.url, number), range(SAMPLE)))
        timed(f"(copied to {options.people:,} attempts of 20 questions)", lambda: copy(folder / "quiz.db", options.people))
        with Server(folder) as server:
            print(f"{'ready, all boards built':<60} {server.ready_after:8.2f} s", flush=True)
            staff = server.staff()
            timed("true value of the prediction counted, board ranked by it", lambda: wait_for_truth(server))
            timed("prizes of people and units", lambda: call(staff, "GET", "/contests/lon/prizes"))
            report = timed("item statistics", lambda: call(staff, "GET", "/contests/lon/statistics"))
            question = max(report["items"], key=lambda item: item["papers"])
            body = {"requestKey": "1" * 32, "kind": "questionVoided", "reason": "Đo", "bank": "co-ban", "question": question["question"]}
            effect = timed("a void question previewed: who moves where", lambda: call(staff, "POST", "/contests/lon/corrections?dryRun=true", body))
            timed(f"applied: {effect['remarked']:,} attempts marked again", lambda: call(staff, "POST", "/contests/lon/corrections", body))


def wait_for_truth(server):
    client = Client(server.url)
    while "predictionTruth" not in client.call("GET", f"/contests/lon/leaderboards/{GROUP}?limit=1")[1]:
        time.sleep(0.02)


if __name__ == "__main__":
    main()
