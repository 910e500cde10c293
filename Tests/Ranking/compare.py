"""Holds what the program ranked against the oracle, and against itself with the same contest written otherwise."""

from collections import defaultdict

from oracle import Oracle, shuffles


class Difference(AssertionError):
    """Place and contents of something that the two do not agree on."""


def same(what, ours, theirs):
    if ours != theirs:
        if isinstance(ours, dict) and isinstance(theirs, dict):
            names = [name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name)][:3]
            ours, theirs = ({name: one.get(name) for name in names} for one in (ours, theirs))
        raise Difference(f"{what}:\n  oracle  {ours}\n  program {theirs}")


def board_of(lines):
    return {person: (place, reason) for person, place, reason in zip(lines["people"], lines["places"], lines["reasons"])}


def check(case, told):
    """All of a case."""
    same("faults", [], told["faults"])
    oracle = Oracle(case)
    same("true values", {name: int(value) for name, value in oracle.truths.items()} if oracle.truths else {}, told["truths"])
    same("boards", set(oracle.boards), set(told["boards"]))
    for board, lines in oracle.boards.items():
        same(f"board {board}", {person: rest for person, *rest in [(p, (n, r)) for p, n, r in lines]}, {p: [r] for p, r in board_of(told["boards"][board]).items()})
        places = told["boards"][board]["places"]
        same(f"order of {board}", sorted(places), places)
    winners = prizes(oracle, told)
    if winners is not None:
        units(oracle, told, winners)


def prizes(oracle, told):
    """Gives back who won what; `None` while a tie keeps that from being known."""
    slots = {(one["board"], one["title"]): one for one in told["prizes"]}
    same("slots", {(board, title) for board, _, title, _ in oracle.slots()}, set(slots))
    winners, following, passed, tie = oracle.hand_out()
    if tie is None:
        for slot, won in winners.items():
            same(f"winners of {slot}", set(won), set(slots[slot]["winners"]))
            same(f"next in line for {slot}", set(following[slot]), set(slots[slot]["nextInLine"]))
            same(f"ties of {slot}", ([], False), (slots[slot]["ties"], slots[slot]["waits"]))
        same("passed over", sorted(passed), sorted((one["board"], one["person"], one["reason"]) for one in told["passedOver"]))
        return winners
    board, title, people, count = tie
    undecided = slots[board, title]
    same(f"people of the tie at {board} {title}", (people, count), (set(undecided["ties"][-1]["people"]), undecided["ties"][-1]["prizes"]))
    for slot, won in winners.items():
        # The slots above it are as they will stay, and so are those who are in this one already.
        same(f"winners of {slot}", set(won), set(slots[slot]["winners"]))
        if slot != (board, title):
            same(f"ties of {slot}", ([], False), (slots[slot]["ties"], slots[slot]["waits"]))
    for shuffle in shuffles(board):
        in_one_way(slots, oracle.hand_out(shuffle)[0], oracle.rules["onePerPerson"])
    return None


def in_one_way(slots, winners, is_one_per_person):
    """What is told as won is won however the ties are decided, and what is told as open is as open as that."""
    for name, slot in slots.items():
        won, sure = set(winners[name]), set(slot["winners"])
        same(f"sure winners of {name}", set(), sure - won)
        same(f"{name} waits for another though everybody may win twice", False, slot["waits"] and not is_one_per_person)
        if slot["waits"]:
            continue
        level = [set(tie["people"]) for tie in slot["ties"]]
        same(f"winners of {name} but for ties", set(), won - sure - set().union(*level))
        same(f"number of winners of {name}", len(won), len(sure) + sum(tie["prizes"] for tie in slot["ties"]))
        for tie, people in zip(slot["ties"], level):
            same(f"prizes of a tie at {name}", tie["prizes"], len(won & people))


def units(oracle, told, winners):
    for prize, one in zip(oracle.collective(winners), told["collective"], strict=True):
        lines, absent = prize
        same("waiting for people's prizes", False, one["isWaiting"])
        same(f"units for {one['board']}", lines, {line["unit"]: (line["place"], line["prize"], line["reason"]) for line in one["lines"]})
        same(f"units that do not compete for {one['board']}", absent, one["absent"])


# The same contest, written otherwise


def permuted(random, case):
    """Rows in another order, people under other numbers and names of units as they were."""
    count = len(case["people"]["group"])
    new = random.sample(range(count), count)
    moved = case | {}
    moved["people"] = {name: [one for _, one in sorted(zip(new, column))] for name, column in case["people"].items()}
    for table in ("attempts", "excluded", "decisions"):
        columns = dict(case[table])
        columns["person"] = [new[person] for person in columns["person"]]
        order = random.sample(range(len(columns["person"])), len(columns["person"]))
        moved[table] = {name: [column[index] for index in order] for name, column in columns.items()}
    return moved, new


def check_permuted(told, again, new):
    for board, lines in told["boards"].items():
        same(f"board {board} of renamed people", {new[person]: line for person, line in board_of(lines).items()}, board_of(again["boards"][board]))
    for one, other in zip(told["prizes"], again["prizes"], strict=True):
        for name in ("winners", "nextInLine"):
            same(f"{name} of renamed people", {new[person] for person in one[name]}, set(other[name]))
        ties = [({new[person] for person in tie["people"]}, tie["prizes"]) for tie in one["ties"]]
        same("ties of renamed people", ties, [(set(tie["people"]), tie["prizes"]) for tie in other["ties"]])
        same("waiting of renamed people", one["waits"], other["waits"])
    same("passed over of renamed people", sorted((one["board"], new[one["person"]], one["reason"]) for one in told["passedOver"]), sorted((one["board"], one["person"], one["reason"]) for one in again["passedOver"]))
    same("units of renamed people", told["collective"], again["collective"])


def with_worse(random, case):
    """One more, behind everybody on the board of a round, or nothing where that cannot be said."""
    contest, columns = case["contest"], case["attempts"]
    one = random.choice(contest["rounds"])
    ranking = one.get("ranking", contest["rules"]["ranking"])
    if "prediction" in contest or "cumulative" in contest or ranking[0] in ("manual", "draw", "mostFullMarks"):
        return None
    attempts = 1 + max((columns["person"].count(person) for person in {*columns["person"]}), default=0)
    person = len(case["people"]["group"])
    group = random.choice(contest["groups"])["id"]
    added = {name: list(column) for name, column in columns.items()}
    late = max(columns["sealed"], default=1_800_000_000_000)
    for number in range(attempts):
        row = {"person": person, "round": one["id"], "unit": 0, "score": -9000, "maximum": 5000, "prediction": "", "voided": False}
        row |= {"started": late + number + 1, "sealed": late + 2_000_000 + number, "duration": 1_999_999, "key": len(columns["key"]) + number + 1}
        for name, value in row.items():
            added[name].append(value)
    people = {"group": [*case["people"]["group"], group], "id": [*case["people"]["id"], f"{random.getrandbits(128):032x}"]}
    return case | {"attempts": added, "people": people}, f"{one['id']}/{group}", person


def check_worse(told, again, board, person):
    for name, lines in told["boards"].items():
        former, now = board_of(lines), board_of(again["boards"][name])
        added = now.pop(person, None)
        if name == board:
            same("place of the one behind all", len(former) + 1, added and added[0])
        same(f"places on {name} with one more", {one: line[0] for one, line in former.items()}, {one: line[0] for one, line in now.items()})
        if len({line[0] for line in former.values()}) > 1:
            same(f"reasons on {name} with one more", former, now)
    wins = defaultdict(set)
    for one, other in zip(told["prizes"], again["prizes"], strict=True):
        same(f"winners of {one['board']} with one more", set(one["winners"]), set(other["winners"]) - {person})
        wins[one["board"]] |= set(other["winners"]) & {person}
    same("boards that one more wins on", set(), {name for name, won in wins.items() if won} - {board})
