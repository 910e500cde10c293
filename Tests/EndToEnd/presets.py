"""A rule set of Contests/presets with everybody who plays it on a real server; a day is a round."""

import datetime
import os
import pathlib
import random
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import answers
import yaml
from client import Client

ROOT = pathlib.Path(__file__).parent.parent.parent
PEOPLE = 12
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
UNITS = {
    "thcs": ["thcs-mau-1-8a", "thcs-mau-1-9b", "thcs-mau-2"],
    "thpt": ["thpt-mau-1-11a", "thpt-mau-2"],
    "can-bo": ["so-mau-1", "so-mau-2"],
    "nguoi-dan": ["phuong-mau-1", "xa-mau-1"],
}
AGES = {"thcs": 13, "thpt": 16, "can-bo": 35, "nguoi-dan": 40}
# Some rule sets leave prizes to whoever takes them.
PLACES = [{"title": "Giải Nhất", "count": 1}, {"title": "Giải Nhì", "count": 2}, {"title": "Giải Ba", "count": 4}]
SCHOOLS = {
    "title": "Giải Tập thể",
    "board": "so-khao",
    "unitTypes": ["thcs"],
    "by": "meanOfTop",
    "top": 3,
    "then": "participants",
    "places": [{"title": "Cờ", "count": 1}, {"title": "Bằng khen", "count": 1}],
}


def written(milliseconds):
    """A moment as contest files have it."""
    return datetime.datetime.fromtimestamp(milliseconds / 1000 + 7 * 3600, datetime.UTC).strftime("%Y-%m-%dT%H:%M")


def command(server, *words):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    run = subprocess.run([program, *map(str, words), "--data", str(server.folder)], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@dataclass
class Sheet:
    """An attempt as the one who sat it knows it."""

    person: int
    round: str
    number: int
    prediction: str
    duration: int
    minute: int
    right: dict
    is_voided: bool = False

    @property
    def is_full(self):
        return all(self.right.values())


class Preset:
    def __init__(self, path):
        self.rules = yaml.safe_load(path.read_text("utf-8"))
        self.id = self.rules["contest"]
        self.group = self.rules["groups"][0]["id"]
        self.rounds = [one["id"] for one in self.rules["rounds"]]
        self.has_pause = "pause" in self.rules["rules"]["attempts"]
        self.rules.setdefault("prizes", [{"board": "each-round", "places": PLACES}])
        if self.group == "thcs" and "so-khao" in self.rounds:
            self.rules["collective"] = [SCHOOLS]
        self.noon = int(time.time()) // 60 * MINUTE
        self.keys = answers.keys()
        self.names = [f"Nguyễn Văn {chr(65 + person)}a" for person in range(PEOPLE)]
        self.people = []
        self.sheets = {}
        # What the organizers did, for the oracle: numbers by board and person, kinds by person.
        self.decided = {}
        self.excluded = {}

    @property
    def boards(self):
        return [*self.rounds, *(["total"] if "cumulative" in self.rules else [])]

    @property
    def points(self):
        """Of a right answer, in thousandths."""
        return 1000 * self.rules["rules"].get("scoring", {}).get("right", 1)

    def opens(self, index, day):
        return self.noon + (index - day) * DAY - 6 * HOUR

    def source(self, day):
        """The definition with the round of that day open now."""
        for index, one in enumerate(self.rules["rounds"]):
            one |= {"opens": written(self.opens(index, day)), "closes": written(self.opens(index, day) + 12 * HOUR)}
        return yaml.safe_dump(self.rules, allow_unicode=True, sort_keys=False)

    def register(self, server):
        born = int(written(self.opens(0, 0))[:4]) - AGES[self.group]
        for person in range(PEOPLE):
            fields = {"name": self.names[person], "birthYear": born}
            if AGES[self.group] <= 16:
                fields |= {"phone": None, "consents": ["participation", "guardian"]}
            client = Client(server.url)
            client.register(1000 + person, self.group, random.Random(person).choice(UNITS[self.group]), self.id, **fields)
            self.people.append(client.cookie)

    def play(self, server, day, turn):
        """All who are there sit the round of the day, if there is one, as often as they like."""
        if day >= len(self.rounds):
            return
        limit = self.rules["rules"]["attempts"]["limit"]

        def one(person):
            # Nobody's script hangs on who of the others comes first.
            draw = random.Random(f"{self.id} {person} {day} {turn}")
            if day + turn and draw.random() < 0.2:
                return
            client = Client(server.url)
            client.cookie = self.people[person]
            for _ in range(1 if limit == "unlimited" else draw.randint(1, limit)):
                self.sit(client, person, self.rounds[day], draw)

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(one, range(PEOPLE)))

    def sit(self, client, person, round_id, draw):
        attempt = client.start(contest=self.id)
        questions = attempt["questions"]
        wanted = draw.choice([1, 3, len(questions)])
        values = ["1", "4", str(PEOPLE)] if "prediction" in self.rules else []
        prediction = draw.choice([*values, ""])
        right = {}
        for place, question in enumerate(questions):
            key = self.keys[question["prompt"]]
            right[question["prompt"]] = place < wanted
            if place < wanted or self.rules["rules"].get("mustAnswerAll") or draw.random() < 0.1:
                choice = answers.right(question, key) if place < wanted else answers.wrong(question, key)
                status, reply = client.save(attempt["id"], question["position"], choice, 1)
                assert status == 200, (question, choice, reply)
        if prediction:
            status, reply = client.call("PUT", f"/attempts/{attempt['id']}/prediction", {"value": prediction, "sequence": 1})
            assert status == 200, reply
        status, reply = client.submit(attempt["id"])
        assert status == 200, reply
        self.sheets[attempt["id"]] = Sheet(
            person, round_id, attempt["number"], prediction, draw.choice([1, 2]) * MINUTE, draw.choice([0, 1]), right
        )

    def move(self, database, day):
        """To another day, with everybody as slow as a person is; an answer was last changed when the time on the board ran out."""
        source = self.source(day).encode()
        database.execute("UPDATE definition SET source = ? WHERE contest = (SELECT contest FROM contest WHERE id = ?)", (source, self.id))
        for public, sheet in self.sheets.items():
            start = self.opens(self.rounds.index(sheet.round), day) + sheet.number * HOUR + sheet.minute * MINUTE
            deadline, end = start + self.rules["rules"]["minutes"] * MINUTE, start + sheet.duration
            (attempt,) = database.execute("SELECT attempt FROM attempt WHERE public_id = ?", (bytes.fromhex(public),)).fetchone()
            database.execute(
                "UPDATE attempt SET started_at = ?, deadline = ?, sealed_at = ?, duration = ? WHERE attempt = ?",
                (start, deadline, end, sheet.duration, attempt),
            )
            database.execute("UPDATE answer SET saved_at = ?1, changed_at = ?1 WHERE attempt = ?2", (end, attempt))


def let_pass(server, preset, day):
    """It is another day, and no objections are taken any more."""
    server.stop()
    with sqlite3.connect(server.folder / "quiz.db") as database:
        preset.move(database, day)
        database.execute("UPDATE round_result SET objections_until = objections_until - ?", (7 * DAY,))
    database.close()
    server.start()


def play(server, preset):
    """From the first day to the one after the last round, when the server has settled what was predicted."""
    preset.register(server)
    for day in range(len(preset.rounds)):
        preset.play(server, day, 0)
        if preset.has_pause:
            let_pass(server, preset, day)
            preset.play(server, day, 1)
        let_pass(server, preset, day + 1)
    public, deadline = Client(server.url), time.monotonic() + 60
    asked = list(preset.rounds) if "prediction" in preset.rules else []
    while asked:
        status, board = public.call("GET", f"/contests/{preset.id}/leaderboards/{preset.group}?round={asked[-1]}")
        if "predictionTruth" in board:
            asked.pop()
        else:
            assert time.monotonic() < deadline, board
            time.sleep(0.1)
