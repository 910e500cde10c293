"""What one peer can take of the server, and what the operator sees of it."""

import resource
import socket
import sqlite3
import time

import pytest
import requests
from client import Client

LIMIT = 1024


def figures(server):
    """The samples of a scrape, by name with labels."""
    reply = requests.get(server.admin_url + "/metrics", timeout=10)
    assert reply.status_code == 200
    assert reply.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = [line for line in reply.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def eventually(condition, seconds=15):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def observed(make_server):
    options = {"arguments": ["--admin-port", "0"], "environment": {"QUIZ_WRITE_DEADLINE": "1"}}
    return make_server(**options).start()


def test_figures_follow_what_happens(observed):
    before = figures(observed)
    client = Client(observed.url)
    client.register(1)
    attempt = client.start()
    for position in (1, 2):
        status, _ = client.save(attempt["id"], position, [attempt["questions"][position - 1]["options"][0]["id"]], 1)
        assert status == 200
    assert client.submit(attempt["id"])[0] == 200
    assert client.call("GET", "/attempts/0")[0] == 404
    after = figures(observed)

    def grown(name):
        return after[name] - before[name]

    assert grown('quiz_http_requests_total{route="answer",method="PUT",status="2xx"}') == 2
    assert grown('quiz_http_requests_total{route="start",method="POST",status="2xx"}') == 1
    assert grown('quiz_http_requests_total{route="attempt",method="GET",status="4xx"}') == 1
    assert grown('quiz_http_request_duration_seconds_count{route="answer"}') == 2
    assert grown("quiz_answers_saved_total") == 2
    assert grown("quiz_attempts_started_total") == 1
    assert grown('quiz_attempts_sealed_total{cause="contestant"}') == 1
    assert grown("quiz_log_sequence") == 3
    assert grown("quiz_writer_commit_duration_seconds_count") >= 4
    assert grown("quiz_sessions_cached") == 1
    assert after["quiz_http_connections"] >= 1
    assert after["quiz_inbox_jobs"] == 0
    assert after["process_resident_memory_bytes"] > 1 << 20
    assert abs(after["process_start_time_seconds"] - time.time()) < 600
    assert "secret" not in str(after) and attempt["id"] not in str(after)


def test_figures_are_not_public(observed):
    assert requests.get(observed.url + "/metrics", timeout=10).status_code == 404
    assert requests.get(observed.admin_url + "/readyz", timeout=10).status_code == 200
    assert requests.get(observed.admin_url + "/api/v1/contests", timeout=10).status_code == 404
    rebound = requests.get(observed.admin_url + "/metrics", headers={"Host": "evil.example"}, timeout=10)
    assert rebound.status_code == 403 and "quiz_" not in rebound.text


def is_closed(connection):
    """Whether the peer has closed, without waiting."""
    connection.setblocking(False)
    try:
        return connection.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def test_one_address_has_its_share_of_connections(observed):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2 * LIMIT:
        pytest.skip(f"this system allows only {hard} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2 * LIMIT), hard))
    # Those that the start has used are gone first.
    assert eventually(lambda: figures(observed)["quiz_http_connections"] == 0)
    connections = []
    try:
        for _ in range(LIMIT + 6):
            connections.append(socket.create_connection(("127.0.0.1", observed.port), timeout=10))
        assert eventually(lambda: sum(map(is_closed, connections)) == 6)
        after = figures(observed)
        assert after["quiz_http_connections"] == LIMIT
        assert after["quiz_http_connections_refused_total"] == 6
        # Another address is not touched by it.
        with socket.create_connection(("127.0.0.1", observed.port), 10, ("127.0.0.2", 0)) as other:
            other.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert other.recv(100).startswith(b"HTTP/1.1 200")
    finally:
        for connection in connections:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert eventually(lambda: requests.get(observed.url + "/healthz", timeout=10).ok)


def test_who_reads_nothing_is_closed(observed):
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.connect(("127.0.0.1", observed.port))
    reader.settimeout(10)
    # More than the buffers of the system take.
    size = len(requests.get(observed.url + "/openapi.yaml", headers={"Accept-Encoding": "identity"}, timeout=10).content)
    count = 24_000_000 // size
    try:
        reader.sendall(b"GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n" * count)
    except OSError:
        pass
    assert eventually(lambda: figures(observed)["quiz_http_stalled_total"] == 1)
    assert eventually(lambda: figures(observed)["quiz_http_connections"] == 0)
    reader.close()


def test_a_damaged_database_is_told_and_still_served(make_server):
    first = make_server(arguments=["--admin-port", "0"]).start()
    assert figures(first)["quiz_database_check_failed"] == 0
    first.stop()
    with sqlite3.connect(first.folder / "quiz.db") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(
            "INSERT INTO session (hash, contestant, created_at, expires_at) VALUES (zeroblob(32), 9999, 1, 2)"
        )
    database.close()
    first.start()
    assert eventually(lambda: figures(first)["quiz_database_check_failed"] == 1)
    assert requests.get(first.url + "/readyz", timeout=10).status_code == 200
    assert "the database is damaged" in (first.folder.parent / f"{first.folder.name}.log").read_text()

def test_a_listener_of_a_board_does_not_hold_the_server(make_server):
    server = make_server("listened").start()
    with requests.get(f"{server.url}/api/v1/contests/hatinh-attt-demo/leaderboards/can-bo/events", stream=True, timeout=30) as reply:
        assert next(reply.iter_lines()) == b"event: board"
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 10
