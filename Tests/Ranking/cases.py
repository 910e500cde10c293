"""Contests drawn by chance: every rule of docs/contest-format.md that decides a place or a prize, in any combination."""

import json

MINUTE = 60_000
OPENS = 1_796_000_400_000
"""2026-11-30T08:00 in Việt Nam."""
WEEK = 7 * 24 * 60 * MINUTE
CRITERIA = ["score", "prediction", "duration", "earliest", "earliestSubmission", "fewestAttempts", "mostFullMarks", "manual"]
OF_LINES = ["score", "duration", "earliest", "earliestSubmission", "fewestAttempts", "mostFullMarks"]
GROUPS = ["nguoi-dan", "can-bo", "thcs"]
TITLES = ["Giải Nhất", "Giải Nhì", "Giải Ba", "Giải Khuyến khích"]
KINDS = ["staff", "disqualified", "declined", "identity"]


def chain(random, has_prediction):
    names = [name for name in CRITERIA if has_prediction or name != "prediction"]
    length = random.choice([1, 2, 3, 3, 4, 5, len(names)])
    ranking = random.sample(names, min(length, len(names)))
    # Most contests begin with the score, and then more people get so far as the later criteria.
    if "score" in ranking and random.random() < 0.5:
        ranking.remove("score")
        ranking.insert(0, "score")
    return ranking + (["draw"] if random.random() < 0.3 else [])


def moment(milliseconds):
    minutes = (milliseconds - OPENS) // MINUTE + 8 * 60
    day, minute = divmod(minutes, 24 * 60)
    # From 30 November on.
    return f"{'2026-11-30' if day == 0 else f'2026-12-{day:02}'}T{minute // 60:02}:{minute % 60:02}"


def places(random, worths):
    count = random.randint(1, len(TITLES))
    made = [{"title": title, "count": random.choice([1, 1, 1, 2, 3, 5])} for title in TITLES[:count]]
    if worths:
        falling = sorted((random.randint(1, 12) for _ in made), reverse=True)
        for place, worth in zip(made, falling):
            place["worth"] = worth
    return made


def prizes(random, boards, groups):
    worths = random.random() < 0.4
    if random.random() < 0.5:
        parts = [boards]
    else:
        parts = [[board] for board in random.sample(boards, random.randint(1, len(boards)))]
    tables = []
    for part in parts:
        if len(groups) > 1 and random.random() < 0.3:
            tables += [{"board": part, "groups": [group], "places": places(random, worths)} for group in groups]
        else:
            tables.append({"board": part, "places": places(random, worths)})
    return tables


def formula(random):
    terms = ["participants", "rate", "meanOfTop", "prizePoints"]
    if random.random() < 0.6:
        return random.choice(terms)
    return {term: random.randint(1, 4) for term in random.sample(terms, random.randint(1, 3))}


def terms_of(one):
    return {} if one is None else {one: 1} if isinstance(one, str) else one


def collective(random, boards, groups, tables, has_total):
    made = {
        "title": "Giải Tập thể",
        "board": random.choice(boards + ["total"]),
        "unitTypes": random.choice([["xa-phuong"], ["thcs"], ["lop"], ["thcs", "xa-phuong"], ["tinh"]]),
        "by": formula(random),
        "places": places(random, False),
        "minimum": random.choice([1, 1, 2, 3]),
    }
    if random.random() < 0.4:
        made["then"] = formula(random)
    if random.random() < 0.5:
        made["level"] = random.choice(["share", "manual"])
    if len(groups) > 1 and random.random() < 0.5:
        made["groups"] = random.sample(groups, random.randint(1, len(groups)))
    used = {*terms_of(made["by"]), *terms_of(made.get("then"))}
    if "meanOfTop" in used:
        made["top"] = random.choice([1, 2, 3, 10])
        if made["board"] == "total" and not has_total:
            made["board"] = boards[0]
    titles = sorted({place["title"] for table in tables for place in table["places"]})
    if "prizePoints" in used:
        made["points"] = {title: random.randint(1, 5) for title in titles}
    return made


def contest(random):
    groups = random.sample(GROUPS, random.choice([1, 1, 1, 2, 3]))
    has_prediction = random.random() < 0.5
    rounds, begin = [], OPENS
    for number in range(random.choice([1, 1, 1, 2, 3])):
        rounds.append({"id": f"r{number}", "title": "Đợt", "opens": moment(begin), "closes": moment(begin + WEEK - 2 * MINUTE)})
        if random.random() < 0.25:
            rounds[-1]["ranking"] = chain(random, has_prediction)
        begin += WEEK
    rules = {"minutes": 20, "counts": random.choice(["best", "best", "first", "last"]), "attempts": "unlimited"}
    rules["ranking"] = chain(random, has_prediction)
    made = {"contest": "oracle", "acceptPublicBank": True, "title": "Đối chiếu", "banks": ["co-ban"], "rounds": rounds, "rules": rules}
    if has_prediction:
        target = random.choice(["people", "attempts", "peopleAllCorrect", "percentAllCorrect"])
        made["prediction"] = {"prompt": "Bao nhiêu?", "target": target}
        if target == "percentAllCorrect":
            made["prediction"]["decimals"] = random.randint(0, 5)
    boards = [one["id"] for one in rounds]
    if random.random() < (0.7 if len(rounds) > 1 else 0.1):
        shared = [name for name in OF_LINES if all(name in one.get("ranking", rules["ranking"]) for one in rounds)]
        ranking = random.sample(shared, random.randint(0, len(shared))) + (["manual"] if random.random() < 0.3 else [])
        ranking += ["draw"] if random.random() < 0.3 else []
        if ranking:
            rule = random.choice(["sum", "best", "last"])
            made["cumulative"] = {"of": rule, "ranking": ranking}
            if rule == "best":
                made["cumulative"]["best"] = random.randint(1, len(rounds))
    made["groups"] = [{"id": group, "title": group, "blueprint": [{"count": 5}]} for group in groups]
    all_boards = boards + (["total"] if "cumulative" in made else [])
    if random.random() < 0.8:
        made["prizes"] = prizes(random, all_boards, groups)
        made["prizeRules"] = {"onePerPerson": random.random() < 0.7, "atEdge": random.choice(["decide", "share"])}
        if made["prizeRules"]["onePerPerson"]:
            made["prizeRules"]["keep"] = random.choice(["highest", "earliest"])
        if random.random() < 0.5:
            made["collective"] = [collective(random, boards, groups, made["prizes"], "cumulative" in made)]
    return made


def units(random, groups):
    types, parents = ["tinh"], [-1]
    for _ in range(random.randint(1, 4)):
        types.append("xa-phuong")
        parents.append(0)
        for _ in range(random.randint(0, 2)):
            school = len(types)
            types.append("thcs")
            parents.append(random.choice([0, school - 1]) if types[school - 1] == "xa-phuong" else 0)
            for _ in range(random.randint(0, 2)):
                types.append("lop")
                parents.append(school)
    headcounts = []
    for _ in types:
        of_all = {"": random.randint(1, 40)} if random.random() < 0.7 else {}
        headcounts.append(of_all | {group: random.randint(1, 20) for group in groups if random.random() < 0.4})
    return {"code": [f"dv-{number:03}" for number in range(len(types))], "type": types, "parent": parents, "headcounts": headcounts}


def typed(random, question, people):
    """A prediction as people type it; not often right."""
    if random.random() < 0.2:
        return ""
    if question["target"] != "percentAllCorrect":
        return str(max(0, people // 2 + random.randint(-3, 3)))
    decimals = random.randint(0, question.get("decimals", 0))
    whole = random.choice([0, 12, 25, 33, 50])
    return str(whole) + (random.choice(",.") + f"{random.randrange(10 ** decimals):0{decimals}}" if decimals else "")


def sittings(random, made, count, stock):
    """Attempts of `count` people: with few different values, so that many are level."""
    columns = {name: [] for name in ("person", "round", "unit", "score", "maximum", "started", "sealed", "duration", "prediction", "voided")}
    question = made.get("prediction")
    scores = sorted(random.sample(range(-2, 6), random.randint(1, 6)))
    steps = random.choice([1, 3, 20, 500])
    times = random.choice([1, 2, 5, 10_000])
    most = random.choice([1, 1, 2, 4])
    repeats = [1] if most == 1 else list(range(1, most + 1))
    chance = random.random
    for person in range(count):
        own = int(chance() * stock)
        for index, one in enumerate(made["rounds"]):
            if index and chance() < 0.3:
                continue
            started = OPENS + index * WEEK
            for _ in range(random.choice(repeats)):
                started += (1 + int(chance() * steps)) * MINUTE
                duration = (1 + int(chance() * times)) * 100 - 100
                columns["person"].append(person)
                columns["round"].append(one["id"])
                columns["unit"].append(own if chance() < 0.97 else int(chance() * stock))
                columns["score"].append(1000 * scores[int(chance() * len(scores))])
                columns["maximum"].append(5000)
                columns["started"].append(started)
                columns["sealed"].append(started + duration + (0 if chance() < 0.5 else 700))
                columns["duration"].append(duration)
                columns["prediction"].append(typed(random, question, count) if question else "")
                columns["voided"].append(chance() < 0.04)
                started += 20 * MINUTE
    order = sorted(range(len(columns["started"])), key=columns["started"].__getitem__)
    columns = {name: [values[index] for index in order] for name, values in columns.items()}
    columns["key"] = list(range(1, len(order) + 1))
    return columns


def decisions(random, made, people):
    """What the organizers decided, for nobody, some or all; people who are not level with anybody do not mind."""
    columns = {"board": [], "person": [], "number": []}
    share = random.choice([0, 0.3, 1])
    numbers = random.choice([2, 10_000_000])
    rankings = {one["id"]: one.get("ranking", made["rules"]["ranking"]) for one in made["rounds"]}
    rankings["total"] = made.get("cumulative", {}).get("ranking", [])
    for board, ranking in rankings.items():
        if "manual" not in ranking:
            continue
        for person, group in enumerate(people["group"]):
            if random.random() < share:
                columns["board"].append(f"{board}/{group}")
                columns["person"].append(person)
                columns["number"].append(random.randint(1, numbers))
    return columns


def case(random):
    made = contest(random)
    groups = [group["id"] for group in made["groups"]]
    count = random.randint(*random.choices([(1, 8), (5, 40), (30, 150), (100, 1500)], [40, 40, 18, 2])[0])
    stock = units(random, groups)
    people = {"group": [random.choice(groups) for _ in range(count)], "id": [f"{random.getrandbits(128):032x}" for _ in range(count)]}
    out = [person for person in range(count) if random.random() < 0.06]
    by_hand = {"prize": [], "unit": [], "number": []}
    if made.get("collective", [{}])[0].get("level") == "manual":
        for unit in random.sample(range(len(stock["code"])), len(stock["code"]) // 2):
            by_hand["prize"].append(0)
            by_hand["unit"].append(unit)
            by_hand["number"].append(random.randint(1, 5))
    boards = [one["id"] for one in made["rounds"]] + ["total"]
    return {
        "contest": made,
        "units": stock,
        "people": people,
        "attempts": sittings(random, made, count, len(stock["code"])),
        "excluded": {"person": out, "kind": [random.choice(KINDS) for _ in out]},
        "decisions": decisions(random, made, people),
        "draws": {board: f"Giải đặc biệt {random.randrange(10**6):06}" for board in boards if random.random() < 0.7},
        "unitDecisions": by_hand,
    }


def line(one):
    """A case as the program reads it."""
    return json.dumps(one | {"contest": json.dumps(one["contest"])}) + "\n"
