"""A contest that was played, for the oracle of Tests/Ranking, and what the server says of it, in the form that is compared."""

import sqlite3
import sys

from client import Client
from presets import ROOT

sys.path.insert(0, str(ROOT / "Tests/Ranking"))

import compare  # noqa: E402


def rows(server, query, *values):
    database = sqlite3.connect(f"file:{server.folder / 'quiz.db'}?mode=ro", uri=True)
    try:
        return database.execute(query, values).fetchall()
    finally:
        database.close()


class Roll:
    """Who takes part, in the order in which they registered."""

    def __init__(self, server, preset):
        query = """
            SELECT contestant, lower(hex(public_id)), display_name, audience
            FROM contestant JOIN contest USING (contest) WHERE contest.id = ? ORDER BY contestant
            """
        self.keys, self.ids, self.names, self.groups = map(list, zip(*rows(server, query, preset.id)))
        assert len(set(self.names)) == len(self.names) == len(preset.people), "boards name people by what they show"

    def numbers(self, lines):
        return [self.ids.index(line["contestant"]) for line in lines]


def happened(server, preset, roll):
    """The case for the oracle: times, units and the order of starts from the rows, all else from those who took part."""
    units = rows(server, "SELECT unit, code, type, parent FROM unit ORDER BY unit")
    place = {key: index for index, (key, *_) in enumerate(units)}
    query = """
        SELECT lower(hex(attempt.public_id)), attempt, unit, started_at, sealed_at, duration, score, maximum
        FROM attempt JOIN contest USING (contest) WHERE contest.id = ?
        """
    attempts = rows(server, query, preset.id)
    assert {row[0] for row in attempts} == set(preset.sheets)
    columns = {name: [] for name in ("key", "person", "round", "unit", "score", "maximum", "started", "sealed", "duration")}
    columns |= {"prediction": [], "voided": []}
    for public, key, unit, started, sealed, duration, score, maximum in attempts:
        sheet = preset.sheets[public]
        assert score == preset.points * sum(sheet.right.values()), "marks are those of the banks"
        assert maximum == preset.points * len(sheet.right)
        row = {"key": key, "person": sheet.person, "round": sheet.round, "unit": place[unit], "score": score, "maximum": maximum}
        row |= {"started": started, "sealed": sealed, "duration": duration, "prediction": sheet.prediction, "voided": sheet.is_voided}
        for name, value in row.items():
            columns[name].append(value)
    # What docs/contest-format.md says of keys that are left out.
    rules = {"counts": "best"} | preset.rules["rules"]
    prizes = [table | {"board": preset.rounds if table["board"] == "each-round" else [table["board"]]} for table in preset.rules["prizes"]]
    collective = [{"minimum": 1} | prize for prize in preset.rules.get("collective", [])]
    return {
        "contest": preset.rules | {"rules": rules, "prizes": prizes, "collective": collective},
        "units": {
            "code": [unit[1] for unit in units],
            "type": [unit[2] for unit in units],
            "parent": [place.get(unit[3], -1) for unit in units],
            "headcounts": [{} for _ in units],
        },
        "people": {"group": roll.groups, "id": roll.ids},
        "attempts": columns,
        "excluded": {"person": list(preset.excluded), "kind": list(preset.excluded.values())},
        "decisions": {
            "board": [board for board, _ in preset.decided],
            "person": [person for _, person in preset.decided],
            "number": list(preset.decided.values()),
        },
        "draws": {},
        "unitDecisions": {"prize": [], "unit": [], "number": []},
    }


def told(server, staff, preset, roll):
    """What the server says of boards to everybody, page by page, and of prizes to its staff."""
    said = {"faults": [], "truths": {}, "boards": {}, "prizes": [], "passedOver": [], "collective": []}
    public = Client(server.url)
    for round_id in preset.boards:
        entries, after = [], ""
        while after is not None:
            status, board = public.call("GET", f"/contests/{preset.id}/leaderboards/{preset.group}?round={round_id}&limit=7{after}")
            assert status == 200 and board["status"] == "closed", board
            entries += board["entries"]
            after = f"&after={board['next']}" if "next" in board else None
        if "predictionTruth" in board:
            said["truths"][round_id] = int(board["predictionTruth"]) * 100_000
        said["boards"][f"{round_id}/{preset.group}"] = {
            "people": [roll.names.index(entry["name"]) for entry in entries],
            "places": [entry["place"] for entry in entries],
            "reasons": [entry["decidedBy"] or "" for entry in entries],
        }
    status, prizes = staff.call("GET", f"/contests/{preset.id}/prizes")
    assert status == 200, prizes
    for board in prizes["boards"]:
        name = f"{board['round']}/{board['group']}"
        assert board["over"]
        said["prizes"] += [slot(name, place, roll) for place in board["places"]]
        for line in board["passedOver"]:
            held = line.get("holds")
            reason = line["kind"] if held is None else f"{held['round']}/{held['group']} {held['title']}"
            said["passedOver"].append({"board": name, "person": roll.numbers([line])[0], "reason": reason})
    for prize in prizes["collective"]:
        lines = [
            {"unit": one["unitCode"], "place": one["place"], "prize": one.get("prize", {}).get("title", ""), "reason": one.get("decidedBy", "")}
            for one in prize["units"]
        ]
        absent = {one["unitCode"]: one["reason"] for one in prize["absent"]}
        one = {"title": prize["title"], "board": prize["round"], "isWaiting": prize["waiting"], "lines": lines, "absent": absent}
        said["collective"].append(one)
    return said


def slot(board, place, roll):
    return {
        "board": board,
        "title": place["title"],
        "winners": roll.numbers(place["winners"]),
        "nextInLine": roll.numbers(line for line in place["winners"] if line["nextInLine"]),
        "ties": [{"people": roll.numbers(tie["people"]), "prizes": tie["prizes"]} for tie in place["ties"]],
        "waits": "waitsFor" in place,
    }


def compared(server, staff, preset, roll):
    """What the server says, once the oracle says the same."""
    said = told(server, staff, preset, roll)
    compare.check(happened(server, preset, roll), said)
    return said
