"""The rule sets of Contests/presets, played: every board, place, reason and prize as the plain oracle of Tests/Ranking has it."""

import datetime
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import yaml
from client import Client

ROOT = pathlib.Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/Ranking"))

import compare  # noqa: E402

PEOPLE = 12
HOUR = 3_600_000
DAY = 24 * HOUR
UNITS = {
    "thcs": ["thcs-mau-1-8a", "thcs-mau-1-9b", "thcs-mau-2"],
    "thpt": ["thpt-mau-1-11a", "thpt-mau-2"],
    "can-bo": ["so-mau-1", "so-mau-2"],
    "nguoi-dan": ["phuong-mau-1", "xa-mau-1"],
}
BORN = {"thcs": 2013, "thpt": 2010, "can-bo": 1990, "nguoi-dan": 1985}
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


def moment(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1000 + 7 * 3600, datetime.UTC).strftime("%Y-%m-%dT%H:%M")


class Preset:
    """One rule set with everybody who plays it; a day is a round."""

    def __init__(self, path, number):
        self.rules = yaml.safe_load(path.read_text("utf-8"))
        self.id, self.number = self.rules["contest"], number
        self.group = self.rules["groups"][0]["id"]
        self.rounds = [one["id"] for one in self.rules["rounds"]]
        self.rules.setdefault("prizes", [{"board": "each-round", "places": PLACES}])
        if self.id == "mau-vnisa":
            self.rules["collective"] = [SCHOOLS]
        self.people = []

    def source(self, day):
        """The definition as it is on a day, with the round of that day open."""
        now = int(time.time() * 1000)
        for index, one in enumerate(self.rules["rounds"]):
            noon = now + (index - day) * DAY
            one |= {"opens": moment(noon - 6 * HOUR), "closes": moment(noon + 6 * HOUR)}
        return yaml.safe_dump(self.rules, allow_unicode=True, sort_keys=False)

    def attempts(self, draw):
        limit = self.rules["rules"]["attempts"]["limit"]
        return 1 if limit == "unlimited" else draw.randint(1, limit)


def command(server, *words):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    run = subprocess.run([program, *map(str, words), "--data", str(server.folder)], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def keys():
    """The right options of the questions that ship, by prompt."""
    found = {}
    for path in (ROOT / "QuestionBanks").glob("*.yaml"):
        for question in yaml.safe_load(path.read_text("utf-8")).get("questions", []):
            if question["kind"] in ("single", "multiple"):
                found[question["prompt"]] = {option["text"] for option in question["options"] if option.get("correct")}
    return found


def guess(question):
    kind = question["kind"]
    if kind in ("short", "numeric"):
        return ["1"]
    if kind == "match":
        return [[left["id"], right["id"]] for left, right in zip(question["left"], question["right"])]
    options = question.get("options") or question["message"]["parts"]
    return [one["id"] for one in options] if kind == "order" else [options[0]["id"]]


def sit(client, preset, known, draw):
    """One attempt with some right answers, some wrong ones, and a prediction."""
    attempt = client.start(contest=preset.id)
    wanted = draw.choice([4, 5, 6])
    for question in attempt["questions"]:
        right = known.get(question["prompt"])
        if right and wanted > 0:
            choice = [option["id"] for option in question["options"] if option["text"] in right]
            wanted -= 1
        elif preset.rules["rules"].get("mustAnswerAll"):
            choice = guess(question)
        else:
            continue
        status, reply = client.save(attempt["id"], question["position"], choice, 1)
        assert status == 200, (question, reply)
    if "prediction" in preset.rules and draw.random() < 0.9:
        value = {"value": str(draw.choice([0, 1, PEOPLE - 1, PEOPLE])), "sequence": 1}
        status, reply = client.call("PUT", f"/attempts/{attempt['id']}/prediction", value)
        assert status == 200, reply
    status, reply = client.submit(attempt["id"])
    assert status == 200, reply


def play(server, presets, known, day):
    """A day: whoever is there sits the round that is open."""

    def one(job):
        preset, person = job
        draw = random.Random(f"{preset.id} {person} {day}")
        client = Client(server.url)
        client.cookie = preset.people[person]
        if day and draw.random() < 0.2:
            return
        for _ in range(preset.attempts(draw)):
            sit(client, preset, known, draw)

    jobs = [(preset, person) for preset in presets if day < len(preset.rounds) for person in range(PEOPLE)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, jobs))


def register(server, preset):
    for person in range(PEOPLE):
        client = Client(server.url)
        fields = {"name": "Nguyễn Văn " + chr(65 + person) + "a", "birthYear": BORN[preset.group]}
        if BORN[preset.group] > 2009:
            fields |= {"phone": None, "consents": ["participation", "guardian"]}
        unit = random.Random(person).choice(UNITS[preset.group])
        client.register(preset.number * 1_000 + person, preset.group, unit, preset.id, **fields)
        preset.people.append(client.cookie)


def pass_time(server, presets, day, milliseconds):
    """Lets time pass while the server stands: everything lies longer ago, and hands are slower than programs."""
    with sqlite3.connect(server.folder / "quiz.db") as database:
        for preset in presets:
            source = preset.source(day).encode()
            database.execute(
                "UPDATE definition SET source = ? WHERE contest = (SELECT contest FROM contest WHERE id = ?)", (source, preset.id)
            )
        database.execute(
            """
            UPDATE attempt SET started_at = started_at - ?1, deadline = deadline - ?1, sealed_at = sealed_at - ?1,
                duration = 60000 + duration / 40 % 7 * 10000
            """,
            (milliseconds,),
        )
    database.close()


def case(server, preset, decided=()):
    """What happened, as the rows have it, for the oracle."""
    contest = preset.rules | {"prizes": [table | {"board": boards(table["board"], preset)} for table in preset.rules["prizes"]]}
    with sqlite3.connect(f"file:{server.folder / 'quiz.db'}?mode=ro", uri=True) as database:
        units = database.execute("SELECT unit, code, type, parent FROM unit ORDER BY unit").fetchall()
        people = database.execute(
            "SELECT contestant, audience, lower(hex(public_id)) FROM contestant JOIN contest USING (contest) WHERE contest.id = ? ORDER BY contestant",
            (preset.id,),
        ).fetchall()
        attempts = database.execute(
            """
            SELECT attempt.attempt, contestant, round, unit, score, maximum, started_at, sealed_at, duration, value
            FROM attempt JOIN contest USING (contest) LEFT JOIN prediction USING (attempt) WHERE contest.id = ?
            """,
            (preset.id,),
        ).fetchall()
    database.close()
    place = {key: index for index, (key, *_) in enumerate(units)}
    person = {key: index for index, (key, *_) in enumerate(people)}
    columns = dict(zip(["key", "person", "round", "unit", "score", "maximum", "started", "sealed", "duration"], zip(*attempts)))
    columns["person"] = [person[key] for key in columns["person"]]
    columns["unit"] = [place[key] for key in columns["unit"]]
    columns["prediction"] = ["" if row[9] is None else str(row[9] // 100_000) for row in attempts]
    columns["voided"] = [False] * len(attempts)
    ids = [one[2] for one in people]
    board, order = decided or ("", [])
    return {
        "contest": contest,
        "units": {
            "code": [one[1] for one in units],
            "type": [one[2] for one in units],
            "parent": [place.get(one[3], -1) for one in units],
            "headcounts": [{} for _ in units],
        },
        "people": {"group": [one[1] for one in people], "id": ids},
        "attempts": columns,
        "excluded": {"person": [], "kind": []},
        "decisions": {
            "board": [board] * len(order),
            "person": [ids.index(one) for one in order],
            "number": list(range(1, len(order) + 1)),
        },
        "draws": {},
        "unitDecisions": {"prize": [], "unit": [], "number": []},
    }


def boards(written, preset):
    return preset.rounds if written == "each-round" else [written]


def told(server, staff, preset, people):
    """What the server says of all boards and prizes, in the form of the program that the oracle is compared with."""
    public = Client(server.url)
    names = {name: index for index, name in enumerate(people["names"])}
    said = {"faults": [], "truths": {}, "boards": {}, "prizes": [], "passedOver": [], "collective": []}
    for round_id in [*preset.rounds, *(["total"] if "cumulative" in preset.rules else [])]:
        entries, after = [], ""
        while after is not None:
            path = f"/contests/{preset.id}/leaderboards/{preset.group}?round={round_id}&limit=7" + (f"&after={after}" if after else "")
            status, board = public.call("GET", path)
            assert status == 200 and board["status"] == "closed", board
            entries += board["entries"]
            after = board.get("next")
        if "predictionTruth" in board:
            said["truths"][round_id] = int(board["predictionTruth"]) * 100_000
        said["boards"][f"{round_id}/{preset.group}"] = {
            "people": [names[entry["name"]] for entry in entries],
            "places": [entry["place"] for entry in entries],
            "reasons": [entry["decidedBy"] or "" for entry in entries],
        }
    status, prizes = staff.call("GET", f"/contests/{preset.id}/prizes")
    assert status == 200, prizes

    def numbers(lines):
        return [people["ids"].index(line["contestant"]) for line in lines]

    for board in prizes["boards"]:
        name = f"{board['round']}/{board['group']}"
        assert board["over"]
        for place in board["places"]:
            said["prizes"].append(
                {
                    "board": name,
                    "title": place["title"],
                    "winners": numbers(place["winners"]),
                    "nextInLine": numbers(line for line in place["winners"] if line["nextInLine"]),
                    "ties": [{"people": numbers(tie["people"]), "prizes": tie["prizes"]} for tie in place["ties"]],
                    "waits": "waitsFor" in place,
                }
            )
        for line in board["passedOver"]:
            held = line.get("holds")
            reason = line["kind"] if held is None else f"{held['round']}/{held['group']} {held['title']}"
            said["passedOver"].append({"board": name, "person": numbers([line])[0], "reason": reason})
    for prize in prizes["collective"]:
        lines = [
            {"unit": one["unitCode"], "place": one["place"], "prize": one.get("prize", {}).get("title", ""), "reason": one.get("decidedBy", "")}
            for one in prize["units"]
        ]
        absent = {one["unitCode"]: one["reason"] for one in prize["absent"]}
        said["collective"].append({"title": prize["title"], "board": prize["round"], "isWaiting": prize["waiting"], "lines": lines, "absent": absent})
    return said


def who(server, preset):
    with sqlite3.connect(f"file:{server.folder / 'quiz.db'}?mode=ro", uri=True) as database:
        rows = database.execute(
            "SELECT lower(hex(public_id)), display_name FROM contestant JOIN contest USING (contest) WHERE contest.id = ? ORDER BY contestant",
            (preset.id,),
        ).fetchall()
    database.close()
    return {"ids": [row[0] for row in rows], "names": [row[1] for row in rows]}


def settled(server, presets):
    """Once nothing is open the server counts what was predicted, by itself."""
    public, deadline = Client(server.url), time.monotonic() + 20
    asked = [(preset, one) for preset in presets if "prediction" in preset.rules for one in preset.rounds]
    while time.monotonic() < deadline:
        boards = [public.call("GET", f"/contests/{preset.id}/leaderboards/{preset.group}?round={one}")[1] for preset, one in asked]
        if all(board["status"] == "closed" and "predictionTruth" in board for board in boards):
            return
        time.sleep(0.1)
    raise AssertionError("a prediction was not settled")


def test_every_rule_set_is_played(make_server, tmp_path):
    presets = [Preset(path, number) for number, path in enumerate(sorted((ROOT / "Contests/presets").glob("*.yaml")), 1)]
    assert len(presets) == 7
    known = keys()
    server = make_server().start()
    for preset in presets:
        file = tmp_path / f"{preset.id}.yaml"
        file.write_text(preset.source(0), "utf-8")
        command(server, "contest", "apply", file)
        register(server, preset)
    days = max(len(preset.rounds) for preset in presets)
    for day in range(days):
        play(server, presets, known, day)
        if day == 0:
            # Past the pause between two attempts.
            server.stop()
            pass_time(server, presets, day, HOUR)
            server.start()
            play(server, [preset for preset in presets if "pause" in preset.rules["rules"]["attempts"]], known, day)
        server.stop()
        pass_time(server, presets, day + 1, DAY)
        server.start()
    settled(server, presets)
    staff = Client(server.url)
    status, session = staff.call("POST", "/sessions", {"username": "to-chuc", "password": server.password, "bearer": True})
    assert status == 201, session
    staff = Client(server.url, session["token"])
    for preset in presets:
        for one in preset.rounds:
            until = {"state": "provisional", "objectionsUntil": moment(int(time.time() * 1000) + DAY)}
            status, reply = staff.call("PUT", f"/contests/{preset.id}/rounds/{one}/results", until)
            assert status == 200, reply
        compare.check(case(server, preset), told(server, staff, preset, who(server, preset)))
    decide(server, staff, next(preset for preset in presets if "manual" in preset.rules["rules"]["ranking"]))


def decide(server, staff, preset):
    """The organizers decide between people whom the whole chain leaves level."""
    people = who(server, preset)
    status, prizes = staff.call("GET", f"/contests/{preset.id}/prizes")
    level = next(tie["people"] for board in prizes["boards"] for place in board["places"] for tie in place["ties"])
    order = [line["contestant"] for line in reversed(level)]
    body = {"round": preset.rounds[0], "group": preset.group, "order": order, "reason": "Bốc thăm trước Ban Giám sát"}
    status, reply = staff.call("POST", f"/contests/{preset.id}/tie-decisions", body)
    assert status == 200, reply
    after = told(server, staff, preset, people)
    assert "manual" in {reason for board in after["boards"].values() for reason in board["reasons"]}
    compare.check(case(server, preset, (f"{preset.rounds[0]}/{preset.group}", order)), after)
