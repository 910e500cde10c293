"""The rule sets of Contests/presets, played to the end: every board, place, reason and prize as the plain oracle of Tests/Ranking has it.

People register, sit their attempts and predict; rounds close; a question is voided and an attempt with it; the organizers decide
between level people, winners are checked, some of them drop out; objections end, results are verified and final.
"""

import secrets
import time
from collections import Counter

import pytest
from client import Client
from presets import DAY, ROOT, Preset, command, let_pass, play, written
from presets_told import Roll, compared

PATHS = sorted((ROOT / "Contests/presets").glob("*.yaml"))
assert PATHS, "there are rule sets to play"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_rule_set_is_played(make_server, tmp_path, path):
    preset = Preset(path)
    server = make_server().start()
    file = tmp_path / f"{preset.id}.yaml"
    file.write_text(preset.source(0), "utf-8")
    command(server, "contest", "apply", file)
    play(server, preset)
    office = Office(server, preset)
    office.advance("provisional", objectionsUntil=written(int(time.time() * 1000) + DAY))
    said = office.look()
    ranking = preset.rules["rules"]["ranking"]
    assert reasons(said, preset.rounds) >= {*ranking} - {"manual"}, "every criterion decides somewhere"
    office.correct(said)
    office.decide_ties()
    office.drop_winners()
    office.decide_ties()
    office.confirm_winners()
    office.refused("verified")
    let_pass(server, preset, len(preset.rounds))
    office = Office(server, preset)
    office.advance("verified")
    office.advance("final")
    office.announce()


def reasons(said, rounds):
    return {reason for board, lines in said["boards"].items() if board.split("/")[0] in rounds for reason in lines["reasons"]}


class Office:
    """The organizers of one contest; whatever they do, the oracle is asked afterwards."""

    def __init__(self, server, preset):
        self.server, self.preset, self.roll = server, preset, Roll(server, preset)
        status, session = Client(server.url).call("POST", "/sessions", {"username": "to-chuc", "password": server.password, "bearer": True})
        assert status == 201, session
        self.client = Client(server.url, session["token"])

    def call(self, method, path, body=None):
        status, reply = self.client.call(method, f"/contests/{self.preset.id}/{path}", body)
        assert status == 200, (path, body, reply)
        return reply

    def look(self):
        return compared(self.server, self.client, self.preset, self.roll)

    def advance(self, state, **more):
        for one in self.preset.rounds:
            reply = self.call("PUT", f"rounds/{one}/results", {"state": state, **more})
            assert reply["state"] == state

    def refused(self, state):
        """While objections are taken."""
        for one in self.preset.rounds:
            status, reply = self.client.call("PUT", f"/contests/{self.preset.id}/rounds/{one}/results", {"state": state})
            assert status == 409, reply

    def correct(self, said):
        """The question that most have missed is voided; the preview tells what then comes."""
        sheets = self.preset.sheets.values()
        missed = Counter(prompt for sheet in sheets for prompt, is_right in sheet.right.items() if not is_right)
        prompt, count = missed.most_common(1)[0]
        key = self.preset.keys[prompt]
        change = {"kind": "questionVoided", "bank": key["bank"], "question": key["id"]}
        said = self.corrected(said, change, lambda: [sheet.right.update({prompt: True}) for sheet in sheets if prompt in sheet.right], count)
        attempt = next(key for key, sheet in self.preset.sheets.items() if not sheet.is_full)
        change = {"kind": "attemptVoided", "attempt": attempt, "givenBack": False}
        self.corrected(said, change, lambda: setattr(self.preset.sheets[attempt], "is_voided", True), None)

    def corrected(self, before, change, carry_out, remarked):
        body = {"requestKey": secrets.token_hex(16), "reason": "Theo kết luận của Ban Giám khảo", **change}
        preview = self.call("POST", "corrections?dryRun=true", body)
        record = self.call("POST", "corrections", body)
        carry_out()
        deadline = time.monotonic() + 20
        while record["state"] != "applied":
            assert time.monotonic() < deadline, record
            record = self.call("GET", "corrections")["items"][-1]
        after = self.look()
        if remarked is not None:
            assert (preview["remarked"], record["remarked"]) == (remarked, remarked)
        assert self.moves(preview) == moved(before, after)
        assert preview["moved"] == record["moved"] == len(moved(before, after))
        return after

    def moves(self, preview):
        return {
            (f"{board['round']}/{board['group']}", self.preset.names.index(move["name"])): (move.get("from"), move.get("to"))
            for board in preview["boards"]
            for move in board["moves"]
        }

    def decide_ties(self):
        """Where the rules have it, by hand; elsewhere nobody may."""
        preset = self.preset
        while ties := self.call("GET", "ties")["items"]:
            tie = ties[0]
            order = [line["contestant"] for line in reversed(tie["people"])]
            body = {"round": tie["round"], "group": tie["group"], "order": order, "reason": "Bốc thăm trước Ban Giám sát"}
            if not tie["byHand"]:
                status, reply = self.client.call("POST", f"/contests/{preset.id}/tie-decisions", body)
                assert status == 409 and reply["code"] == "not-in-chain", reply
                return
            self.call("POST", "tie-decisions", body)
            for number, person in enumerate(self.roll.numbers(reversed(tie["people"])), 1):
                preset.decided[f"{tie['round']}/{tie['group']}", person] = number
            assert "manual" in reasons(self.look(), preset.rounds)

    def drop_winners(self):
        """One for every reason there is."""
        for kind in ("identity", "declined", "disqualified", "staff"):
            winner = next((person for slot in self.look()["prizes"] for person in slot["winners"]), None)
            assert winner is not None
            who = self.roll.ids[winner]
            if kind == "identity":
                self.call("PUT", f"prizes/{who}/identity", {"state": "failed", "note": "Không đúng người đăng ký"})
            else:
                self.call("PUT", f"exclusions/{who}", {"kind": kind, "reason": "Theo biên bản"})
            self.preset.excluded[winner] = kind
        assert {line["reason"] for line in self.look()["passedOver"]} >= {"identity", "declined", "disqualified", "staff"}

    def confirm_winners(self):
        for winner in {person for slot in self.look()["prizes"] for person in slot["winners"]}:
            self.call("PUT", f"prizes/{self.roll.ids[winner]}/identity", {"state": "confirmed"})

    def announce(self):
        """What the public reads in the end is what the oracle has, and it is the end."""
        said = self.look()
        for one in self.preset.rounds:
            status, reply = Client(self.server.url).call("GET", f"/contests/{self.preset.id}/winners?round={one}")
            assert status == 200, reply
            slots = [slot for slot in said["prizes"] if slot["board"] == f"{one}/{self.preset.group}"]
            won = [(slot["title"], self.roll.names[person]) for slot in slots for person in slot["winners"]]
            assert Counter(won) == Counter((item["prize"], item["name"]) for item in reply["items"])
            assert reply["complete"] == all(not slot["ties"] and not slot["waits"] for slot in slots)
        body = {"requestKey": secrets.token_hex(16), "reason": "Quá muộn", "kind": "attemptVoided", "attempt": next(iter(self.preset.sheets))}
        status, reply = self.client.call("POST", f"/contests/{self.preset.id}/corrections", body)
        assert status == 409, reply


def moved(before, after):
    """By board and person: the place before and after, of those whose place is another."""
    places = {}
    for index, said in enumerate((before, after)):
        for board, lines in said["boards"].items():
            for person, place in zip(lines["people"], lines["places"]):
                places.setdefault((board, person), [None, None])[index] = place
    return {line: tuple(two) for line, two in places.items() if two[0] != two[1]}
