"""I3 by doing it: with the keys permuted and all else the same, no byte before the seal differs."""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

import yaml
from client import Client

ROOT = pathlib.Path(__file__).parent.parent.parent

CONTEST = """
contest: k
mode: contest
title: K
banks: [k]
acceptPublicBank: true
rounds: [{ id: r, title: R, opens: 2026-01-01T00:00, closes: 2090-01-01T00:00 }]
rules: { minutes: 20, attempts: { limit: 1, per: contest }, identity: none, showScore: roundClosed }
registration: { phone: optional }
groups:
  - { id: nguoi-dan, title: G, blueprint: [{ topic: mat-khau, count: 10 }] }
"""


def bank(shift):
    questions = []
    for number in range(40):
        options = [{"text": f"Phương án {letter} của câu {number}"} for letter in "một hai ba bốn".split()]
        options[(number + shift) % 4]["correct"] = True
        questions.append(
            {
                "id": f"q{number}", "topic": "mat-khau", "difficulty": "easy", "groups": ["nguoi-dan"],
                "kind": "single", "prompt": f"Câu {number}", "options": options,
                "explanation": f"Vì phương án {(number + shift) % 4}.", "source": "Kiểm thử",
            }
        )
    return yaml.safe_dump(
        {"bank": "k", "public": True, "title": "K", "language": "vi", "licence": "CC0-1.0", "questions": questions},
        allow_unicode=True, sort_keys=False,
    )


def prepare(make_server):
    """A server with one registered contestant, and a copy of its data in which only the keys of the bank differ."""
    first = make_server("first", demo=False)
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("k.yaml", bank(0)), ("c.yaml", CONTEST)):
            (pathlib.Path(folder) / name).write_text(text)
        units = str(ROOT / "Contests/demo-units.yaml")
        for command in (["unit", "import", units], ["bank", "import", f"{folder}/k.yaml"], ["contest", "apply", f"{folder}/c.yaml"]):
            subprocess.run([program, *command, "--data", str(first.folder)], cwd=ROOT, check=True, capture_output=True)
    first.start()
    code = Client(first.url).register(1, contest="k")["entryCode"]
    first.stop()
    second = make_server("second", demo=False)
    shutil.copytree(first.folder, second.folder, ignore=shutil.ignore_patterns("*.sock"))
    with sqlite3.connect(second.folder / "quiz.db") as database:
        changed = database.execute("UPDATE bank_version SET source = ?", (bank(1).encode(),)).rowcount
    assert changed == 1
    return first, second, code


def without_chance(reply):
    """A reply without its duration and request id, whose digits vary in number, and with the length it has then."""
    varying = r'(?<="durationMs":)\d+|(?<="requestId":")[^"]*'
    digits = sum(map(len, re.findall(varying, reply)))
    reply = re.sub(varying, "", reply)
    return re.sub(r"(?mi)^(Content-Length: )(\d+)", lambda found: f"{found[1]}{int(found[2]) - digits}", reply)


def transcript(server, code):
    """All that a contestant gets until after the seal, header fields included; moments and random names taken out."""
    server.start()
    client = Client(server.url)
    assert client.call("POST", "/sessions", {"entryCode": code})[0] == 201
    client.seen = []
    attempt = client.start(contest="k", nonce="1" * 32)
    identifier = attempt["id"]
    for question in attempt["questions"]:
        client.save(identifier, question["position"], ["a"], 1)
        client.save(identifier, question["position"], ["b"], 1)
        client.save(identifier, question["position"], ["z"], 2)
    client.call("GET", f"/attempts/{identifier}/result")
    client.call("GET", "/contests/k/leaderboards/nguoi-dan")
    client.call("GET", "/contests/k/me")
    client.submit(identifier)
    client.call("GET", f"/attempts/{identifier}")
    client.call("GET", f"/attempts/{identifier}/result")
    server.stop()
    text = "\n".join(map(without_chance, client.seen)).replace(identifier, "ATTEMPT").replace(str(server.port), "PORT")
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "T", text)
    return re.sub(r"(?m)^Date: .*$", "", text)


def test_nothing_depends_on_the_key(make_server):
    first, second, code = prepare(make_server)
    one, other = transcript(first, code), transcript(second, code)
    assert '"prompt"' in one and '"sealedAt"' in one
    assert one == other
    for word in ('"correct"', "explanation", '"score"', "Vì phương án"):
        assert word not in one
