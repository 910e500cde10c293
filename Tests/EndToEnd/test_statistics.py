"""Item statistics on the command line beside a running server, and what the log keeps of it."""

import io
import json
import os
import pathlib
import sqlite3
import subprocess

import openpyxl
import yaml
from client import CONTEST, Client

ROOT = pathlib.Path(__file__).parent.parent.parent


def command(server, *words):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    return subprocess.run(
        [program, "contest", "statistics", *words, "--data", str(server.folder)], cwd=ROOT, capture_output=True, check=False
    )


def play(server, people):
    """Everybody picks the first option of every question that has options."""
    maximum = 0
    for number in range(people):
        client = Client(server.url)
        client.register(70_000_000 + number)
        attempt = client.start()
        for question in attempt["questions"]:
            if question.get("options") and question["kind"] in ("single", "trueFalse"):
                client.save(attempt["id"], question["position"], [question["options"][0]["id"]], 1)
        status, result = client.submit(attempt["id"])
        assert status == 200, result
        maximum = max(maximum, len(attempt["questions"]))
    return maximum


def test_the_same_figures_in_every_form(make_server):
    server = make_server().start()
    length = play(server, 12)
    reply = json.loads(command(server, CONTEST, "--group", "nguoi-dan", "--format", "json").stdout)
    assert reply["papers"] == 12
    assert reply["questionsPerPaper"] == length
    assert sum(item["papers"] for item in reply["items"]) == 12 * length
    marked = sum(item["facility"] * item["papers"] for item in reply["items"])
    assert abs(marked - reply["meanScore"] * 12 * length) < 1e-6

    lines = command(server, CONTEST, "--group", "nguoi-dan").stdout.decode("utf-8-sig").split("\r\n")
    assert len(lines) >= 2 + len(reply["items"])
    book = openpyxl.load_workbook(io.BytesIO(command(server, CONTEST, "--group", "nguoi-dan", "--format", "xlsx").stdout))
    assert book.sheetnames == ["Tổng quan", "Câu hỏi", "Phương án", "Theo thời gian"]
    rows = list(book["Câu hỏi"].iter_rows(values_only=True))
    heading = rows[0]
    for item, row in zip(reply["items"], rows[1:], strict=True):
        assert row[heading.index("Mã câu")] == item["question"]
        assert row[heading.index("Số bài")] == item["papers"]
        assert abs(row[heading.index("Độ dễ")] - item["facility"]) <= 0.0005
    assert command(server, CONTEST, "--group", "thpt", "--format", "json").returncode == 0
    for words in (["khong-co"], [CONTEST, "--round", "khong-co"], [CONTEST, "--format", "pdf"], [CONTEST, "--attempts", "best"]):
        assert command(server, *words).returncode == 1, words
    server.stop()

    with sqlite3.connect(server.folder / "quiz.db") as database:
        read = database.execute(
            "SELECT actor, detail FROM log JOIN log_detail USING (sequence) WHERE kind = 'key.read' ORDER BY sequence"
        ).fetchall()
    assert read[0] == ("operator", f"item statistics of {CONTEST}, nguoi-dan")
    assert len(read) == 4


def test_keys_in_the_figures_are_those_of_the_bank(make_server):
    server = make_server().start()
    play(server, 3)
    reply = json.loads(command(server, CONTEST, "--format", "json").stdout)
    keys = {}
    for path in (ROOT / "QuestionBanks").glob("*.yaml"):
        bank = yaml.safe_load(path.read_text("utf-8"))
        for question in bank.get("questions", []):
            keys[bank["bank"], question["id"]] = question
    for item in reply["items"]:
        question = keys[item["bank"], item["question"]]
        if item["kind"] in ("single", "multiple"):
            assert [option["text"] for option in item["options"]] == [option["text"] for option in question["options"]]
            assert [option["key"] for option in item["options"]] == [option.get("correct", False) for option in question["options"]]
