"""A contest from registration to board, checked against a naive marking and a naive sort."""

import os
import random
import secrets
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import requests
from client import CONTEST, Client

PEOPLE = int(os.environ.get("QUIZ_PEOPLE", "1000"))


def sit(url, number):
    """One contestant's whole way; gives back what was acknowledged."""
    chance = random.Random(number)
    client = Client(url)
    client.register(number)
    attempt = client.start()
    acknowledged = {}
    for question in attempt["questions"]:
        if chance.random() < 0.1:
            continue
        ids = [option["id"] for option in question["options"]]
        count = chance.randint(1, len(ids)) if question["kind"] == "multiple" else 1
        choice = sorted(chance.sample(ids, count))
        status, reply = client.save(attempt["id"], question["position"], choice, 1)
        assert status == 200, reply
        acknowledged[question["position"]] = choice
    status, sealed = client.submit(attempt["id"])
    assert status == 200, sealed
    status, result = client.call("GET", f"/attempts/{attempt['id']}/result")
    assert status == 200
    return client, attempt, acknowledged, sealed, result


def naive_mark(question, choice):
    """Marks one question from its released key: right, wrong, blank, and a share for several right options."""
    key = {option["id"] for option in question["options"] if option["correct"]}
    picked = set(choice)
    if picked == key:
        return 1000
    if question["kind"] != "multiple" or not picked:
        return 0
    right, wrong = len(picked & key), len(picked - key)
    return 1000 * (right - wrong) // len(key) if right > wrong else 0


def test_everybody_at_once(make_server):
    server = make_server().start()
    with ThreadPoolExecutor(64) as pool:
        sittings = list(pool.map(lambda number: sit(server.url, number), range(PEOPLE)))
    lines = []
    for _, attempt, acknowledged, sealed, result in sittings:
        assert result["score"] == sealed["score"]
        total = 0
        for question in result["questions"]:
            stored = question["choice"]
            assert stored == acknowledged.get(question["position"], []), "an acknowledged answer is not there"
            mark = naive_mark(question, stored)
            assert mark == question["score"]
            total += mark
        assert total == result["score"]
        lines.append((-result["score"], result["durationMs"], attempt["startedAt"]))
    lines.sort()
    client = Client(server.url)
    entries, after = [], None
    while True:
        path = f"/contests/{CONTEST}/leaderboards/nguoi-dan" + (f"?after={after}" if after else "")
        status, board = client.call("GET", path)
        assert status == 200
        entries += board["entries"]
        after = board.get("next")
        if not after:
            break
    assert [(-entry["score"], entry["durationMs"]) for entry in entries] == [line[:2] for line in lines]
    for index, entry in enumerate(entries):
        assert entry["place"] == 1 + sum(1 for line in lines if line < lines[index]), "places by counting who is better"
    server.stop()
    database = sqlite3.connect(server.folder / "quiz.db")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    stored = dict()
    for identifier, position, choice in database.execute(
        "SELECT lower(hex(public_id)), position, choice FROM answer JOIN attempt USING (attempt)"
    ):
        stored[identifier, position] = choice
    for _, attempt, acknowledged, _, _ in sittings:
        for position, choice in acknowledged.items():
            assert stored[attempt["id"], position] == str(choice).replace("'", '"').replace(" ", "")
    sequences = [row[0] for row in database.execute("SELECT sequence FROM log ORDER BY sequence")]
    assert sequences == list(range(1, len(sequences) + 1)), "the log has no gaps"


def test_fifty_starts_and_submissions_at_once(server):
    owner = Client(server.url)
    owner.register(70_000_001)
    nonce = secrets.token_hex(16)

    def start(_):
        client = Client(server.url)
        client.cookie = owner.cookie
        return client.start(nonce=nonce)

    with ThreadPoolExecutor(50) as pool:
        papers = list(pool.map(start, range(50)))
    for paper in papers:
        paper.pop("serverTime")
    assert all(paper == papers[0] for paper in papers)

    def submit(_):
        client = Client(server.url)
        client.cookie = owner.cookie
        return client.submit(papers[0]["id"])

    with ThreadPoolExecutor(50) as pool:
        replies = list(pool.map(submit, range(50)))
    assert all(reply == replies[0] and reply[0] == 200 for reply in replies)
    status, me = owner.call("GET", f"/contests/{CONTEST}/me")
    assert len(me["attempts"]) == 1


def test_kill_in_the_middle(make_server):
    """kill -9 again and again under load: what was acknowledged is there, and everybody goes on."""
    server = make_server().start()
    kills = int(os.environ.get("QUIZ_KILLS", "20"))
    people = 24
    clients, attempts = [], []
    for number in range(people):
        client = Client(server.url)
        client.register(80_000_000 + number)
        clients.append(client)
        attempts.append(client.start()["id"])
    acknowledged = [{} for _ in range(people)]
    sent = [{} for _ in range(people)]
    done = threading.Event()

    def work(index):
        chance = random.Random(index)
        sequence = 0
        while not done.is_set():
            sequence += 1
            position, choice = chance.randint(1, 20), [chance.choice("ab")]
            sent[index].setdefault(position, []).append((sequence, choice))
            try:
                status, reply = clients[index].save(attempts[index], position, choice, sequence)
                if status == 200:
                    acknowledged[index][position] = (sequence, choice)
                else:
                    assert status == 503, reply
            except (OSError, ConnectionError, __import__("http").client.HTTPException):
                done.wait(0.05)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(people)]
    for thread in threads:
        thread.start()
    for turn in range(kills):
        done.wait(0.1 + random.random() * 0.2)
        server.kill()
        server.start()
    done.set()
    for thread in threads:
        thread.join()
    for client, attempt, kept, tried in zip(clients, attempts, acknowledged, sent):
        status, paper = client.call("GET", f"/attempts/{attempt}")
        assert status == 200 and paper["state"] == "open"
        stored = {answer["position"]: (answer["sequence"], answer["choice"]) for answer in paper["answers"]}
        for position, (sequence, choice) in kept.items():
            assert stored[position][0] >= sequence, "an acknowledged answer is lost"
            assert stored[position] == (sequence, choice) or stored[position] in tried[position]
        assert client.submit(attempt)[0] == 200
    assert sum(len(kept) for kept in acknowledged) > people * 5
    server.stop()


def test_a_board_tells_when_it_changes(server):
    listener = requests.get(
        f"{server.url}/api/v1/contests/{CONTEST}/leaderboards/nguoi-dan/events", stream=True, timeout=10
    )
    assert listener.headers["Content-Type"] == "text/event-stream"
    lines = (line for line in listener.iter_lines(decode_unicode=True) if line.startswith("id: "))
    first = next(lines)
    client = Client(server.url)
    client.register(90_000_001)
    assert client.submit(client.start()["id"])[0] == 200
    second = next(lines)
    assert second != first and len(second) == len(first)
    listener.close()


def test_a_unit_has_a_board_of_its_own(server):
    places = {}
    for number, unit in enumerate(["xa-mau-1", "xa-mau-2"], 90_000_010):
        client = Client(server.url)
        client.register(number, unit=unit)
        assert client.submit(client.start()["id"])[0] == 200
        reply = requests.get(f"{server.url}/api/v1/contests/{CONTEST}/leaderboards/nguoi-dan", params={"unit": unit}, timeout=10)
        places[unit] = reply.json()
    for unit, board in places.items():
        assert board["unit"] == unit and board["total"] == 1
        assert board["entries"][0]["place"] == 1
    everything = requests.get(
        f"{server.url}/api/v1/contests/{CONTEST}/leaderboards/nguoi-dan", params={"unit": "tinh"}, timeout=10
    ).json()
    assert everything["total"] >= 2
    unknown = requests.get(f"{server.url}/api/v1/contests/{CONTEST}/leaderboards/nguoi-dan?unit=nowhere", timeout=10)
    assert unknown.status_code == 404
