"""A person under a name that stands nowhere else: registered, sat, shown, exported, erased, and then found nowhere."""

import json
import os
import shutil
import sqlite3
import subprocess
import time
import unicodedata

import requests
from client import Client
from conftest import ROOT

NAME = "Hoàng Ngọc Quýtquắtxạ"
PHONE = "0987650431"
NUMBER = "042090006543"
QUESTION = """  - id: q{0}
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Số nào là {0}?
    options: [{{ text: Số {0}, correct: true }}, {{ text: Số {1} }}]
    explanation: Vì {0} là {0}.
    source: Ví dụ
"""
CONTEST = """contest: xoa
mode: contest
title: Xoá
banks: [xoa]
rounds: [{ id: r, title: R, opens: 2020-01-01T00:00, closes: 2099-01-01T00:00 }]
rules: { minutes: 20, identity: idNumber, ranking: [score, duration, manual] }
groups: [{ id: nguoi-dan, title: Người dân, minimumAge: 18, blueprint: [{ count: 4 }] }]
registration: { phone: optional, idNumber: required }
prizes: [{ board: each-round, places: [{ title: Nhất, count: 1 }] }]
"""


def forms(text):
    """The text as bytes, in every way in which it could have been left behind."""
    texts = set()
    for shape in ("NFC", "NFD"):
        for case in (text, text.upper(), text.lower()):
            texts.add(unicodedata.normalize(shape, case))
    found = {shape.encode(code) for shape in texts for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return found | {json.dumps(shape).strip('"').encode() for shape in texts}


def where(canaries, named):
    return [f"{name}: {canary!r}" for name, data in named for text in canaries for canary in forms(text) if canary in data]


def files(folder):
    return [(str(path), path.read_bytes()) for path in folder.rglob("*") if path.is_file()]


def seen(url, staff):
    """All that the interface tells about people of the contest, to the public and to the staff."""
    paths = [
        "/leaderboards/nguoi-dan", "/leaderboards/nguoi-dan?unit=phuong-mau-1", "/prizes", "/prizes?format=csv", "/ties",
        "/results?format=csv", "/results?format=json", "/contestants?q=Qu%C3%BDt", "/contestants?q=Thi+sinh",
        "/affected?purpose=Thu+nghiem", "/data-requests?state=closed", "/data-requests", "/data-accesses", "/dashboard",
    ]
    replies = []
    for path in paths:
        client = Client(url, None)
        client.cookie = staff.cookie
        status, _ = client.call("GET", f"/contests/xoa{path}")
        assert status == 200, path
        response = requests.get(f"{url}/api/v1/contests/xoa{path}", headers={"Cookie": staff.cookie}, timeout=10)
        replies.append((path, response.content))
    response = requests.get(f"{url}/api/v1/units/phuong-mau-1/participation?contest=xoa", headers={"Cookie": staff.cookie}, timeout=10)
    assert response.status_code == 200
    return [*replies, ("participation", response.content)]


def prepare(server, tmp_path):
    bank, definition = tmp_path / "xoa.yaml", tmp_path / "contest.yaml"
    head = "bank: xoa\npublic: false\ntitle: Xoá\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
    bank.write_text(head + "".join(QUESTION.format(n, n + 100) for n in range(1, 9)), "utf-8")
    definition.write_text(CONTEST, "utf-8")
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    for words in (["bank", "import", bank], ["contest", "apply", definition]):
        subprocess.run([program, *words, "--data", server.folder], cwd=ROOT, check=True)
    staff = Client(server.url)
    status, _ = staff.call("POST", "/sessions", {"username": "to-chuc", "password": server.password})
    assert status == 201
    return staff


def sit(url, name, phone, number, right=True):
    client = Client(url)
    status, reply = client.call("POST", "/contests/xoa/registrations", {
        "name": name, "group": "nguoi-dan", "unit": "phuong-mau-1", "birthYear": 1990, "phone": phone, "idNumber": number,
        "consents": ["participation", "publishName", "contact"],
    })
    assert status == 201, reply
    attempt = client.start("xoa")
    for question in attempt["questions"]:
        wanted = question["prompt"][0] if isinstance(question["prompt"], list) else question["prompt"]
        key = next(o["id"] for o in question["options"] if (json.dumps(o["text"]).count("10") == 0) == right)
        assert wanted
        status, _ = client.save(attempt["id"], question["position"], [key], 1)
        assert status == 200
    return client, reply["contestant"]["id"], attempt["id"]


def test_nothing_of_an_erased_person_stays(make_server, tmp_path):
    server = make_server().start()
    staff = prepare(server, tmp_path)
    client, person, attempt = sit(server.url, NAME, PHONE, NUMBER)
    other, _, second = sit(server.url, "Trần Văn Khác", "0912345670", "042090006544", right=False)
    base = f"/contests/xoa/contestants/{person}"
    status, refused = staff.call("POST", base + "/erasure", {"reason": "Đơn"})
    assert (status, refused["code"]) == (409, "attempt-unfinished")
    for who, paper in ((client, attempt), (other, second)):
        assert who.submit(paper)[0] == 200

    # Known to everybody, noted everywhere.
    status, board = client.call("GET", "/contests/xoa/leaderboards/nguoi-dan")
    assert [entry["name"] for entry in board["entries"]][0] == NAME
    places = [(entry["place"], entry["score"], entry["durationMs"]) for entry in board["entries"]]
    assert staff.call("PUT", f"/contests/xoa/exclusions/{person}", {"kind": "staff", "reason": f"{NAME} là thư ký"})[0] == 200
    assert staff.call("DELETE", f"/contests/xoa/exclusions/{person}")[0] == 200
    assert staff.call("PUT", f"/contests/xoa/prizes/{person}/identity", {"state": "confirmed", "note": f"{NAME} {PHONE}"})[0] == 200
    assert staff.call("PUT", base, {"name": NAME + " An", "reason": f"Trước là {NAME}"})[0] == 200
    assert staff.call("PUT", base, {"name": NAME, "reason": "Nhầm"})[0] == 200
    status, kept = client.call("POST", "/contests/xoa/me/requests", {"kind": "erasure", "wish": f"Xoá {NAME} {PHONE}"})
    assert (status, kept["number"]) == (201, 1)
    status, mine = client.call("GET", "/contests/xoa/me/data")
    assert status == 200 and mine["person"]["name"] == NAME and mine["person"]["hasIdNumber"]
    assert mine["accesses"], "looking is noted"
    assert {consent["purpose"] for consent in mine["consents"]} == {"participation", "publishName", "contact"}
    # The number itself is nowhere from the beginning.
    assert where([NUMBER], files(server.folder) + seen(server.url, staff) + [("mine", json.dumps(mine).encode())]) == []
    assert where([NAME], seen(server.url, staff)) and where([NAME], files(server.folder))

    # Withdrawn at once.
    assert client.call("DELETE", "/contests/xoa/me/consents/publishName")[0] == 200
    assert client.call("DELETE", "/contests/xoa/me/consents/publishName")[0] == 200
    status, board = client.call("GET", "/contests/xoa/leaderboards/nguoi-dan")
    assert board["entries"][0]["name"] == "Quýtquắtxạ H.N."

    status, done = staff.call("POST", base + "/erasure", {"reason": "Theo yêu cầu số 1", "request": 1})
    assert status == 200, done
    assert client.call("GET", "/contests/xoa/me")[0] == 401
    status, board = other.call("GET", "/contests/xoa/leaderboards/nguoi-dan")
    assert [(entry["place"], entry["score"], entry["durationMs"]) for entry in board["entries"]] == places
    assert board["entries"][0]["name"] == "Thí sinh đã được xóa"

    canaries = ["Quýtquắtxạ", NAME, PHONE, NUMBER]
    assert where(canaries, seen(server.url, staff)) == []
    deadline = time.monotonic() + 5
    while where(canaries, files(server.folder)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert where(canaries, files(server.folder)) == []
    # The log is whole, and the others are still there.
    assert where(["Trần Văn Khác"], files(server.folder))
    server.stop()
    assert where(canaries, files(server.folder)) == []
    copy = tmp_path / "copy.db"
    shutil.copy(server.folder / "quiz.db", tmp_path / "source.db")
    with sqlite3.connect(tmp_path / "source.db") as source, sqlite3.connect(copy) as target:
        source.backup(target)
        log = [row[0] for row in source.execute("SELECT sequence FROM log ORDER BY sequence")]
        assert log == list(range(1, len(log) + 1))
        assert source.execute("SELECT COUNT(*) FROM attempt WHERE salt IS NULL").fetchone() == (1,)
    assert where(canaries, [("copy", copy.read_bytes())]) == []
    # It starts again and shows the same board.
    server.start()
    status, again = Client(server.url).call("GET", "/contests/xoa/leaderboards/nguoi-dan")
    assert again["entries"] == board["entries"]
