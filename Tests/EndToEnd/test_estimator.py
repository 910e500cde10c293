"""I8: while a prediction is open, whatever a contestant sees says nothing of how many take part.

Contests of very different size are played on servers of their own. Somebody who takes part looks at everything there is before and
after: bodies, header fields, sizes, ids, tags, events, times. Any number found at the same place in every contest is an estimator,
and one that is right within ±50 % each time, whatever it is multiplied by, is a leak. Staff, who may see counts, prove that the
estimators find what there is to find.
"""

import datetime
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import requests
import yaml
from client import Client

ROOT = pathlib.Path(__file__).parent.parent.parent
# Five, since chance is right within ±50 % now and then, and there are some thousand places.
SIZES = [random.Random(size).randint(size, size * 6 // 5) for size in (20, 60, 190, 600, 1_700)]
GROUP = "nguoi-dan"
BOARD = f"/contests/dem/leaderboards/{GROUP}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d/\d\d/\d{4}")
# What the one who looks has brought about alone, or chance.
OWN = re.compile(r"durationMs|requestId|date$|retry-after")


def definition():
    now = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=7)
    opens, closes = (now + datetime.timedelta(hours=by) for by in (-5, 24))
    return yaml.safe_dump(
        {
            "contest": "dem",
            "acceptPublicBank": True,
            "title": "Đếm",
            "banks": ["co-ban"],
            "rounds": [{"id": "r", "title": "R", "opens": opens.strftime("%Y-%m-%dT%H:%M"), "closes": closes.strftime("%Y-%m-%dT%H:%M")}],
            "rules": {"minutes": 20, "attempts": {"limit": 2, "per": "round"}, "ranking": ["score", "prediction", "duration"]},
            "cumulative": {"of": "sum", "ranking": ["score", "duration"]},
            "prediction": {"prompt": "Có bao nhiêu người dự thi?", "target": "people"},
            "groups": [{"id": GROUP, "title": "Người dân", "blueprint": [{"count": 3}]}],
            "prizes": [{"board": "r", "places": [{"title": "Nhất", "count": 1}]}],
        },
        allow_unicode=True,
    )


class Observer:
    """Somebody who takes part, with every number that comes along."""

    def __init__(self, server, number):
        self.server, self.client, self.numbers = server, Client(server.url), {}
        reply = self.client.register(number, GROUP, contest="dem")
        self.note("registration", reply)
        self.attempt = self.client.start(contest="dem")
        self.note("start", self.attempt)
        self.client.call("PUT", f"/attempts/{self.attempt['id']}/prediction", {"value": "1000", "sequence": 1})
        self.note("submission", self.client.submit(self.attempt["id"])[1])

    def note(self, place, value):
        """Keeps every number of a reply under the way to it: as it stands, in digits of a text, or in hexadecimal digits."""
        if isinstance(value, dict):
            for key, one in value.items():
                self.note(f"{place}.{key}", one)
        elif isinstance(value, list):
            self.numbers[f"{place}.count"] = len(value)
            for index, one in enumerate(value):
                self.note(f"{place}.{index}", one)
        elif isinstance(value, str):
            text = TIME.sub("", value)
            if re.fullmatch(r'(W/)?"?[0-9a-f]{16,}"?', text):
                digits = text.strip('W/"')
                self.numbers |= {f"{place} first digits": int(digits[:8], 16), f"{place} last digits": int(digits[-8:], 16)}
            else:
                self.numbers |= {f"{place} number {index}": int(digits) for index, digits in enumerate(re.findall(r"\d+", text)[:9])}
            self.numbers[f"{place} letters"] = len(value)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            self.numbers[place] = value

    def look(self, when):
        """All that there is to see, public and own."""
        paths = ["/contests", "/contests/dem", "/contests/dem/me", f"/attempts/{self.attempt['id']}", "/sessions/current"]
        paths += [f"/attempts/{self.attempt['id']}/result", "/contests/dem/corrections", "/contests/dem/winners", "/contests/dem/units?q=mau"]
        for board in (BOARD, BOARD + "?round=total", BOARD + "?unit=phuong-mau-1", BOARD + "?limit=1&after=1"):
            paths += [board]
        paths += [BOARD + "/me", BOARD + "/me?round=total", "/contests/dem/dashboard", "/contests/dem/prizes", "/contests/dem/results"]
        paths += ["/units/phuong-mau-1/participation?contest=dem", "/contests/dem/statistics", "/contests/dem/contestants?q=van"]
        for path in paths:
            times = []
            for _ in range(9):
                began = time.perf_counter()
                response = requests.get(self.server.url + "/api/v1" + path, headers={"Cookie": self.client.cookie}, timeout=30)
                times.append(time.perf_counter() - began)
            self.response(f"{when} {path.replace(self.attempt['id'], 'ID')}", response)
            self.numbers[f"{when} {path.replace(self.attempt['id'], 'ID')} latency"] = statistics.median(times)
        for page in ("/", "/bang-vang/", "/openapi.yaml", "/metrics"):
            self.response(f"{when} {page}", requests.get(self.server.url + page, timeout=30))
        self.events(when)

    def response(self, place, response):
        self.numbers[f"{place} status"] = response.status_code
        self.numbers[f"{place} size"] = len(response.content)
        for name, value in response.headers.items():
            self.note(f"{place} {name.lower()}", value)
        if "json" in response.headers.get("Content-Type", ""):
            self.note(place, response.json())

    def events(self, when):
        url = self.server.url + "/api/v1" + BOARD + "/events"
        with requests.get(url, headers={"Cookie": self.client.cookie}, stream=True, timeout=30) as response:
            self.numbers[f"{when} events status"] = response.status_code
            for index, line in enumerate(response.iter_lines(decode_unicode=True)):
                if index > 3 or not line:
                    break
                self.note(f"{when} events {index}", line)


def command(server, *words):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    run = subprocess.run([program, *map(str, words), "--data", str(server.folder)], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def take_part(server, number):
    client = Client(server.url)
    client.register(number, GROUP, contest="dem")
    client.submit(client.start(contest="dem")["id"])
    client.connection.close()


def play(make_server, tmp_path, size, turn):
    """What somebody of a contest of so many sees, and what its staff see."""
    server = make_server(f"data-{turn}-{size}").start()
    file = tmp_path / "dem.yaml"
    file.write_text(definition(), "utf-8")
    command(server, "contest", "apply", file)
    first = Observer(server, 1)
    first.look("before")
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: take_part(server, number), range(10, 10 + size - 2)))
    first.look("after")
    last = Observer(server, 2)
    seen = {f"first {name}": value for name, value in first.numbers.items()}
    seen |= {f"last {name}": value for name, value in last.numbers.items()}
    # What grew meanwhile, and how far the ids of the last lie from those of the first.
    for name, value in first.numbers.items():
        if name.startswith("after") and (before := first.numbers.get("before" + name.removeprefix("after"))) is not None and "latency" not in name:
            seen[f"growth {name}"] = value - before
        if name in last.numbers and not name.startswith(("before", "after")):
            seen[f"distance {name}"] = abs(last.numbers[name] - value)
    staff = Client(server.url)
    _, session = staff.call("POST", "/sessions", {"username": "to-chuc", "password": server.password, "bearer": True})
    status, figures = Client(server.url, session["token"]).call("GET", "/contests/dem/dashboard")
    assert status == 200
    office = Observer.__new__(Observer)
    office.numbers = {}
    office.note("dashboard", figures)
    server.stop()
    return seen, office.numbers


def estimators(views):
    """The places whose number, multiplied by whatever, is within ±50 % of the size each time, with what they said."""
    found = {}
    for place in set.intersection(*map(set, views)):
        shares = [view[place] / size for view, size in zip(views, SIZES)]
        if min(shares) > 0 and max(shares) / min(shares) <= 3 and not OWN.search(place):
            found[place] = [view[place] for view in views]
    return found


def leaks(make_server, tmp_path, turn):
    views = [play(make_server, tmp_path, size, turn) for size in SIZES]
    of_staff = estimators([staff for _, staff in views])
    assert SIZES in of_staff.values(), "staff see the number itself"
    seen = [one for one, _ in views]
    assert len(set.intersection(*map(set, seen))) > 500, "there is much to look at"
    return estimators(seen)


def test_nobody_learns_how_many_take_part(make_server, tmp_path):
    found = leaks(make_server, tmp_path, 1)
    if found:
        # Random digits are right by chance now and then, but not at the same place again.
        again = leaks(make_server, tmp_path, 2)
        found = {place: [values, again[place]] for place, values in found.items() if place in again}
    assert not found, json.dumps(found, indent=1)
