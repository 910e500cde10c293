"""What the server does when its disk is full: it says so, loses nothing, and goes on when there is room again."""

import os
import subprocess

import pytest
from client import Client


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 8 MiB of its own; needs the right to mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("no right to mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_said_and_nothing_is_lost(small_disk, make_server):
    server = make_server()
    server.folder = small_disk / "data"
    server.start()
    client = Client(server.url)
    client.register(1)
    attempt = client.start()
    filler = small_disk / "filler"
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    saved, refusals, sequence = {}, [], 0
    while len(refusals) < 3 and sequence < 5_000:
        sequence += 1
        position = sequence % len(attempt["questions"]) + 1
        letter = attempt["questions"][position - 1]["options"][sequence % 2]["id"]
        status, reply = client.save(attempt["id"], position, [letter], sequence)
        if status == 200:
            saved[position] = [letter]
        else:
            refusals.append((status, reply))
    assert refusals, "the disk never became full"
    assert {status for status, _ in refusals} == {507}
    assert refusals[0][1]["code"] == "storage-full" and refusals[0][1]["detail"]
    # Reading goes on, and what was acknowledged is there.
    status, paper = client.call("GET", f"/attempts/{attempt['id']}")
    assert status == 200
    assert {answer["position"]: answer["choice"] for answer in paper["answers"]} == saved
    # With room again writing goes on by itself.
    filler.unlink()
    status, _ = client.save(attempt["id"], 1, [attempt["questions"][0]["options"][0]["id"]], sequence + 1)
    assert status == 200
    server.kill()
    server.start()
    client.connection = None
    status, paper = client.call("GET", f"/attempts/{attempt['id']}")
    saved[1] = [attempt["questions"][0]["options"][0]["id"]]
    assert {answer["position"]: answer["choice"] for answer in paper["answers"]} == saved
