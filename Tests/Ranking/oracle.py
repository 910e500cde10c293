"""Places, reasons and prizes by docs/contest-format.md, in the plainest way: no keys, no trees, no running order."""

import hashlib
import random as chance
from collections import defaultdict
from fractions import Fraction

NEVER = float("inf")
OF_ATTEMPT = ["score", "duration", "earliest", "earliestSubmission"]


def field(value):
    return len(value).to_bytes(4, "big") + value


def draw_number(contest, board, text, person):
    parts = [b"bang-vang/public-draw/v1", contest.encode(), board.encode(), text.encode(), bytes.fromhex(person)]
    return int.from_bytes(hashlib.sha256(b"".join(map(field, parts))).digest()[:8], "big") >> 4


class Oracle:
    def __init__(self, case):
        self.case, self.contest = case, case["contest"]
        self.people = case["people"]
        self.groups = [group["id"] for group in self.contest["groups"]]
        self.rounds = [one["id"] for one in self.contest["rounds"]]
        self.rankings = {one["id"]: one.get("ranking", self.contest["rules"]["ranking"]) for one in self.contest["rounds"]}
        self.manual = defaultdict(dict)
        for board, person, number in zip(*(case["decisions"][name] for name in ("board", "person", "number"))):
            self.manual[board][person] = number
        columns = case["attempts"]
        names = list(columns)
        rows = [dict(zip(names, row)) for row in zip(*columns.values())]
        self.attempts = sorted((row for row in rows if not row["voided"]), key=lambda row: row["key"])
        self.truths = {name: self.truth(name) for name in self.rounds} if "prediction" in self.contest else {}
        # By board and group, then person: what each criterion of the chain looks at.
        self.lines = {}
        for name in self.rounds:
            self.rank(name)
        if "cumulative" in self.contest:
            self.rankings["total"] = self.contest["cumulative"]["ranking"]
            self.rank_total()
        self.boards = {board: self.order(lines, self.rankings[board.split("/")[0]]) for board, lines in self.lines.items()}

    # Predictions

    def truth(self, name):
        """Times 10^5."""
        question = self.contest["prediction"]
        attempts = [one for one in self.attempts if one["round"] == name]
        people = len({one["person"] for one in attempts})
        full = len({one["person"] for one in attempts if one["score"] == one["maximum"]})
        target = question["target"]
        if target == "percentAllCorrect":
            share = Fraction(100 * full, people) if people else Fraction(0)
            unit = Fraction(1, 10 ** question.get("decimals", 0))
            value = (share / unit + Fraction(1, 2)).__floor__() * unit
        else:
            value = Fraction({"people": people, "attempts": len(attempts), "peopleAllCorrect": full}[target])
        return value * 100_000

    def distance(self, typed, name):
        if not typed:
            return NEVER
        whole, _, rest = typed.replace(",", ".").partition(".")
        value = int(whole) * 100_000 + int((rest + "00000")[:5])
        return abs(value - self.truths[name])

    # Boards

    def value(self, attempt, criterion):
        """Smaller is better."""
        if criterion == "score":
            return -attempt["score"]
        return attempt[{"duration": "duration", "earliest": "started", "earliestSubmission": "sealed"}[criterion]]

    def rank(self, name):
        of_people = defaultdict(list)
        for attempt in self.attempts:
            if attempt["round"] == name:
                of_people[attempt["person"]].append(attempt)
        for group in self.groups:
            self.lines[f"{name}/{group}"] = {}
        counts, ranking = self.contest["rules"]["counts"], self.rankings[name]
        of_attempt = [criterion for criterion in ranking if criterion in OF_ATTEMPT]
        for person, attempts in of_people.items():
            if counts == "best":
                # The first of the smallest: of level ones the one that began first.
                counted = min(attempts, key=lambda attempt: [self.value(attempt, criterion) for criterion in of_attempt])
            else:
                counted = attempts[0 if counts == "first" else -1]
            facts = {criterion: self.value(counted, criterion) for criterion in OF_ATTEMPT}
            facts["fewestAttempts"] = len(attempts)
            facts["mostFullMarks"] = -sum(attempt["score"] == attempt["maximum"] for attempt in attempts)
            facts["unit"] = counted["unit"]
            if "prediction" in self.contest:
                facts["prediction"] = self.distance(counted["prediction"], name)
            self.decide(facts, name, person)
            self.lines[f"{name}/{self.people['group'][person]}"][person] = facts

    def decide(self, facts, name, person):
        facts["manual"] = self.manual[f"{name}/{self.people['group'][person]}"].get(person, NEVER)
        text = self.case["draws"].get(name)
        facts["draw"] = NEVER
        if text and "draw" in self.rankings[name]:
            facts["draw"] = draw_number(self.contest["contest"], name, text, self.people["id"][person])

    def rank_total(self):
        rule = self.contest["cumulative"]
        of_attempt = [criterion for criterion in rule["ranking"] if criterion in OF_ATTEMPT]
        for group in self.groups:
            lines = self.lines[f"total/{group}"] = {}
            parts = defaultdict(list)
            for name in self.rounds:
                for person, facts in self.lines[f"{name}/{group}"].items():
                    parts[person].append(facts)
            for person, own in parts.items():
                if rule["of"] == "last":
                    own = own[-1:]
                elif rule["of"] == "best":
                    ranked = sorted(range(len(own)), key=lambda index: [own[index][criterion] for criterion in of_attempt])
                    own = [own[index] for index in sorted(ranked[: rule["best"]])]
                facts = {name: sum(part[name] for part in own) for name in ("score", "duration", "fewestAttempts", "mostFullMarks")}
                facts |= {name: max(part[name] for part in own) for name in ("earliest", "earliestSubmission")}
                facts["unit"] = own[-1]["unit"]
                self.decide(facts, "total", person)
                lines[person] = facts

    def order(self, lines, ranking):
        """Person, place and reason, best first."""
        keys = {person: [facts[criterion] for criterion in ranking] for person, facts in lines.items()}
        people = sorted(keys, key=keys.__getitem__)
        placed = []

        def reason(one, other):
            return next((name for name, left, right in zip(ranking, keys[one], keys[other]) if left != right), "")

        for index, person in enumerate(people):
            if index and keys[person] == keys[people[index - 1]]:
                placed.append((person, *placed[-1][1:]))
            elif index:
                placed.append((person, index + 1, reason(person, people[index - 1])))
            else:
                worse = next((other for other in people if keys[other] != keys[person]), None)
                placed.append((person, 1, "" if worse is None else reason(person, worse)))
        return placed

    # Prizes

    def slots(self):
        """Highest first: board, title, how many, how many on the board down to here."""
        tables = self.contest.get("prizes", [])
        boards = [f"{name}/{group}" for name in [*self.rounds, "total"] for group in self.groups]
        slots = []
        for number, table in enumerate(tables):
            for index, board in enumerate(boards):
                name, group = board.split("/")
                if board not in self.boards or name not in table["board"] or group not in table.get("groups", self.groups):
                    continue
                for rank, place in enumerate(table["places"]):
                    highest = (-place.get("worth", 0), number, rank, index)
                    slots.append((highest if self.rules["keep"] == "highest" else (index, rank), board, rank, place))
        slots.sort(key=lambda slot: slot[0])
        return [(board, rank, place["title"], place["count"]) for _, board, rank, place in slots]

    @property
    def rules(self):
        return {"onePerPerson": True, "keep": "highest", "atEdge": "decide"} | self.contest.get("prizeRules", {})

    @property
    def excluded(self):
        return dict(zip(self.case["excluded"]["person"], self.case["excluded"]["kind"]))

    def levels(self, board, shuffle=None):
        """People who share a place, in lists; all alone where chance has decided between them."""
        found = defaultdict(list)
        for person, place, _ in self.boards[board]:
            found[place].append(person)
        if shuffle is None:
            return list(found.values())
        single = []
        for people in found.values():
            people = people[:]
            shuffle.shuffle(people)
            single += [[person] for person in people]
        return single

    def usual(self, board, counts):
        """Down to which place the ranks of a board reach where nobody is passed over."""
        ends, end = [], 0
        lines = self.boards[board]
        for count in counts:
            end += count
            if self.rules["atEdge"] == "share" and end <= len(lines):
                last = lines[end - 1][1]
                end = sum(place <= last for _, place, _ in lines)
            ends.append(end)
        return ends

    def hand_out(self, shuffle=None):
        """Winners by slot, who is passed over, and the first tie that keeps it from being known."""
        excluded, held = self.excluded, {}
        waiting = {board: self.levels(board, shuffle) for board in self.boards}
        placed = {board: {person: place for person, place, _ in lines} for board, lines in self.boards.items()}
        slots = self.slots()
        counts = defaultdict(dict)
        for board, rank, _, count in slots:
            counts[board][rank] = count
        winners, following, passed = {}, {}, []
        for board, rank, title, count in slots:
            won = winners[board, title] = []
            after = following[board, title] = []
            end = self.usual(board, [counts[board][index] for index in range(rank + 1)])[-1]
            while len(won) < count and waiting[board]:
                level = waiting[board].pop(0)
                eligible = []
                for person in level:
                    if person in excluded:
                        passed.append((board, person, excluded[person]))
                    elif self.rules["onePerPerson"] and person in held:
                        passed.append((board, person, held[person]))
                    else:
                        eligible.append(person)
                if len(won) + len(eligible) > count and self.rules["atEdge"] == "decide":
                    return winners, following, passed, (board, title, set(eligible), count - len(won))
                won += eligible
                after += [person for person in eligible if placed[board][person] > end]
                for person in eligible:
                    held[person] = f"{board} {title}"
        return winners, following, passed, None

    # Units

    def collective(self, winners):
        """Of each prize: unit codes with place, prize and reason, and who does not compete."""
        return [self.units(index, prize, winners) for index, prize in enumerate(self.contest.get("collective", []))]

    def above(self, unit, types):
        stock = self.case["units"]
        while unit >= 0:
            if stock["type"][unit] in types:
                yield unit
            unit = stock["parent"][unit]

    def headcount(self, unit, groups):
        counted = self.case["units"]["headcounts"][unit]
        apart = [counted.get(group) for group in groups]
        if set(groups) == set(self.groups) and "" in counted:
            return counted[""]
        return sum(apart) if None not in apart else counted.get("")

    def units(self, index, prize, winners):
        groups = prize.get("groups", self.groups)
        barred = {person for person, kind in self.excluded.items() if kind in ("disqualified", "identity")}
        people, scores, points = defaultdict(set), defaultdict(list), defaultdict(int)
        total = prize["board"] == "total"
        names = self.rounds if total and "cumulative" not in self.contest else [prize["board"]]
        for name in names:
            for group in groups:
                for person, facts in self.lines[f"{name}/{group}"].items():
                    if person in barred:
                        continue
                    for unit in self.above(facts["unit"], prize["unitTypes"]):
                        people[unit].add(person)
                        scores[unit].append(-facts["score"] if "score" in self.rankings[name] else 0)
        for (board, title), won in winners.items():
            name, group = board.split("/")
            worth = prize.get("points", {}).get(title)
            if worth is None or group not in groups or not (total or name == prize["board"]):
                continue
            for person in won:
                for unit in self.above(self.lines[board][person]["unit"], prize["unitTypes"]):
                    points[unit] += worth

        def value(formula, unit):
            parts = {formula: 1} if isinstance(formula, str) else formula
            heads = self.headcount(unit, groups)
            if "rate" in parts and heads is None:
                return None
            values = {
                "participants": lambda: Fraction(len(people[unit])),
                "rate": lambda: Fraction(100 * len(people[unit]), heads),
                "meanOfTop": lambda: Fraction(sum(sorted(scores[unit], reverse=True)[: prize["top"]]), 1000 * prize["top"]),
                "prizePoints": lambda: Fraction(points[unit]),
            }
            return sum(weight * values[term]() for term, weight in parts.items())

        by_hand = self.case["unitDecisions"]
        order = {unit: number for one, unit, number in zip(by_hand["prize"], by_hand["unit"], by_hand["number"]) if one == index}
        codes = self.case["units"]["code"]
        keys, absent = {}, {}
        for unit in {*people, *points}:
            first = value(prize["by"], unit)
            second = value(prize["then"], unit) if "then" in prize else Fraction(0)
            if len(people[unit]) < prize["minimum"]:
                absent[codes[unit]] = "tooFewPeople"
            elif first is None or second is None:
                absent[codes[unit]] = "noHeadcount"
            else:
                last = order.get(unit, NEVER) if prize.get("level") == "manual" else 0
                keys[codes[unit]] = (-first, -second, last)
        ranked = sorted(keys, key=lambda code: (keys[code], code))
        lines, open_prizes = {}, [place["count"] for place in prize["places"]]
        for code in ranked:
            better = [other for other in ranked if keys[other] < keys[code]]
            worse = [other for other in ranked if keys[other] > keys[code]]
            level = [other for other in ranked if keys[other] == keys[code]]
            beside = better[-1] if better else worse[0] if worse else None
            reason = "" if beside is None else next(
                name for name, one, other in zip(("by", "then", "manual"), keys[code], keys[beside]) if one != other
            )
            if code == level[0]:
                rank = next((rank for rank, count in enumerate(open_prizes) if count > 0), None)
                if rank is not None:
                    open_prizes[rank] -= len(level)
                    open_prizes[:rank] = [0] * rank
                title = "" if rank is None else prize["places"][rank]["title"]
            lines[code] = (len(better) + 1, title, reason)
        return lines, absent


def shuffles(number):
    return [chance.Random(f"{number}/{turn}") for turn in range(4)]
