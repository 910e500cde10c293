"""Backups under load, restored elsewhere; what is damaged, newer or in the way is refused; doctor finds what is wrong."""

import hashlib
import json
import os
import random
import sqlite3
import subprocess
import tarfile
import threading

import pytest
from client import CONTEST, Client
from conftest import ROOT

PROGRAM = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
PASSPHRASE = "năm từ ngẫu nhiên đây"


def run(*arguments, stdin="", **environment):
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", **environment},
    )


class Writer(threading.Thread):
    """One contestant who saves answers until told to stop, and keeps what was acknowledged."""

    def __init__(self, url, number):
        super().__init__()
        self.client = Client(url)
        self.code = self.client.register(number)["entryCode"]
        self.attempt = self.client.start()
        self.before, self.saved = {}, {}
        self.sequence = 0
        self.stopped = False
        self.busy = threading.Event()

    def run(self):
        questions = self.attempt["questions"]
        while not self.stopped:
            self.sequence += 1
            question = questions[self.sequence % len(questions)]
            options = question.get("options") or []
            if question["kind"] not in ("single", "trueFalse") or not options:
                continue
            choice = [options[self.sequence % len(options)]["id"]]
            status, _ = self.client.save(self.attempt["id"], question["position"], choice, self.sequence)
            assert status == 200
            self.saved[question["position"]] = self.sequence
            if len(self.saved) > 3:
                self.busy.set()

    def stored(self, url):
        client = Client(url)
        status, reply = client.call("POST", "/sessions", {"entryCode": self.code})
        assert status in (200, 201), reply
        status, paper = client.call("GET", f"/attempts/{self.attempt['id']}")
        assert status == 200
        return {answer["position"]: answer["sequence"] for answer in paper["answers"]}


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory):
    """A server that was backed up while answers came in, then killed."""
    from conftest import Server

    base = tmp_path_factory.mktemp("backup")
    server = Server(base / "data").start()
    done = Client(server.url)
    done.register(500)
    attempt = done.start()
    assert done.submit(attempt["id"])[0] == 200
    writers = [Writer(server.url, 501 + number) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        assert writer.busy.wait(60)
        writer.before = dict(writer.saved)
    counted = [writer.sequence for writer in writers]
    backup, keys = base / "backup.tar", base / "keys"
    result = run("backup", backup, "--keys", keys, "--encrypt", "--data", server.folder, stdin=PASSPHRASE + "\n")
    went_on = [writer.sequence - count for writer, count in zip(writers, counted)]
    for writer in writers:
        writer.stopped = True
        writer.join()
    assert result.returncode == 0, result.stderr
    assert all(went_on), "nobody was answered while the backup was made"
    boards = done.call("GET", f"/contests/{CONTEST}/leaderboards/nguoi-dan")[1]["entries"]
    server.kill()
    yield base, backup, keys, writers, boards, server
    if server.process.poll() is None:
        server.kill()


def test_what_was_acknowledged_before_is_there_after_a_restore_elsewhere(backed_up, make_server):
    base, backup, keys, writers, boards, _ = backed_up
    server = make_server("restored")
    result = run("restore", backup, "--keys", keys, "--data", server.folder, stdin=PASSPHRASE + "\n")
    assert result.returncode == 0, result.stderr
    with tarfile.open(backup) as archive:
        manifest = json.load(archive.extractfile("manifest.json"))
    assert int((server.folder / "high-water").read_text()) == manifest["logSequence"]
    for key in (base / "data" / "keys").iterdir():
        copy = server.folder / "keys" / key.name
        assert copy.read_text() == key.read_text() and copy.stat().st_mode & 0o777 == 0o600
    server.start()
    for writer in writers:
        stored = writer.stored(server.url)
        assert all(stored.get(position, 0) >= sequence for position, sequence in writer.before.items())
    restored = Client(server.url).call("GET", f"/contests/{CONTEST}/leaderboards/nguoi-dan")[1]["entries"]
    assert restored == boards and boards
    # It goes on: the next answer is taken.
    writer = writers[0]
    client = Client(server.url)
    client.call("POST", "/sessions", {"entryCode": writer.code})
    question = next(q for q in writer.attempt["questions"] if q["kind"] == "single")
    status, _ = client.save(writer.attempt["id"], question["position"], [question["options"][0]["id"]], 10**6)
    assert status == 200
    result = run("doctor", "--json", "--data", server.folder)
    checks = {check["check"]: check["level"] for check in json.loads(result.stdout)}
    assert result.returncode == 0 and checks["integrity"] == "ok" and checks["lost-keys"] == "ok", result.stdout
    assert not (server.folder / "restoring").exists()


def test_standard_tools_read_a_backup(backed_up, tmp_path):
    _, backup, keys, *_ = backed_up
    assert backup.stat().st_mode & 0o777 == 0o600 and keys.stat().st_mode & 0o777 == 0o600
    subprocess.run(["tar", "-xf", backup, "-C", tmp_path], check=True)
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path, check=True)
    database = sqlite3.connect(tmp_path / "quiz.db")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert database.execute("SELECT sequence FROM log_head").fetchone()[0] == manifest["logSequence"]
    assert [contest["id"] for contest in manifest["contests"]] == [
        row[0] for row in database.execute("SELECT id FROM contest ORDER BY id")
    ]
    database.close()
    leftovers = [path.name for path in backup.parent.iterdir() if ".part" in path.name]
    assert not leftovers
    assert b"server" not in keys.read_bytes()


def test_flipped_bytes_are_refused_and_leave_nothing(backed_up, tmp_path):
    _, backup, *_ = backed_up
    whole = backup.read_bytes()
    places = random.Random(5).sample(range(len(whole)), 10) + [0, 600, len(whole) - 1]
    damaged, target = tmp_path / "damaged.tar", tmp_path / "new"
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 0x10
        damaged.write_bytes(changed)
        result = run("restore", damaged, "--data", target)
        assert result.returncode == 1, (place, result)
        assert "damaged" in result.stderr or "no backup" in result.stderr, (place, result)
        assert not target.exists() or not list(target.iterdir())
    damaged.write_bytes(whole[: len(whole) // 2])
    assert run("restore", damaged, "--data", target).returncode == 1


def repacked(backup, target, change):
    """The same backup as somebody would write it who knows the form: with fitting digests."""
    with tarfile.open(backup) as archive:
        files = {name: archive.extractfile(name).read() for name in archive.getnames()}
        time = archive.getmember("manifest.json").mtime
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    files["manifest.json"] = json.dumps(manifest).encode()
    names = ["manifest.json", "quiz.db"]
    files["SHA256SUMS"] = "".join(f"{hashlib.sha256(files[n]).hexdigest()}  {n}\n" for n in names).encode()
    block = 512
    out = b""
    for name in [*names, "SHA256SUMS"]:
        header = bytearray(block)
        header[: len(name)] = name.encode()
        header[100:108] = b"0000600\0"
        header[108:116] = header[116:124] = b"0000000\0"
        header[124:136] = b"%011o\0" % len(files[name])
        header[136:148] = b"%011o\0" % int(time)
        header[148:156] = b" " * 8
        header[156:157] = b"0"
        header[257:265] = b"ustar\x0000"
        header[148:156] = b"%06o\0 " % sum(header)
        out += bytes(header) + files[name] + bytes(-len(files[name]) % block)
    target.write_bytes(out + bytes(2 * block))


def test_a_newer_backup_a_full_folder_and_foreign_keys_are_refused(backed_up, tmp_path):
    base, backup, keys, *_ = backed_up
    same, newer = tmp_path / "same.tar", tmp_path / "newer.tar"
    repacked(backup, same, lambda manifest: None)
    assert run("restore", same, "--data", tmp_path / "same").returncode == 0
    repacked(backup, newer, lambda manifest: manifest.update(migration=999))
    result = run("restore", newer, "--data", tmp_path / "newer")
    assert result.returncode == 1 and "newer version" in result.stderr
    result = run("restore", newer, "--data", tmp_path / "newer", LANG="vi_VN.UTF-8", LC_ALL="vi_VN.UTF-8")
    assert "phiên bản mới hơn" in result.stderr
    result = run("restore", backup, "--data", base / "data")
    assert result.returncode == 1 and "not empty" in result.stderr
    other = tmp_path / "other-keys"
    text = f"bang-vang keys 1\nserver {'ab' * 32}\n"
    other.write_text(text + f"sha256 {hashlib.sha256(text.encode()).hexdigest()}\n")
    result = run("restore", backup, "--keys", other, "--data", tmp_path / "foreign")
    assert result.returncode == 1 and "does not belong" in result.stderr
    result = run("restore", backup, "--keys", keys, "--data", tmp_path / "wrong", stdin="another passphrase\n")
    assert result.returncode == 1 and "passphrase" in result.stderr


def test_without_keys_it_is_said_what_cannot_go_on(backed_up, tmp_path):
    _, backup, *_ = backed_up
    target = tmp_path / "keyless"
    result = run("restore", backup, "--data", target)
    assert result.returncode == 0 and "commitment" in result.stderr and "server" in result.stderr
    result = run("doctor", "--json", "--data", target)
    checks = {check["check"]: check["level"] for check in json.loads(result.stdout)}
    assert checks["lost-keys"] == "warning" and checks["contest-keys"] == "warning"


def test_an_existing_file_stays_and_a_full_disk_leaves_nothing(backed_up, tmp_path):
    base, backup, *_ = backed_up
    data = base / "data"
    before = hashlib.sha256(backup.read_bytes()).hexdigest()
    result = run("backup", backup, "--data", data)
    assert result.returncode == 1 and "--force" in result.stderr
    assert hashlib.sha256(backup.read_bytes()).hexdigest() == before
    again = tmp_path / "again.tar"
    again.write_text("old")
    assert run("backup", again, "--force", "--data", data).returncode == 0
    assert run("restore", again, "--data", tmp_path / "again").returncode == 0
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("no right to mount a file system")
    try:
        result = run("backup", disk / "backup.tar", "--data", data)
        assert result.returncode == 1 and "full" in result.stderr, result
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_start_refuses_what_doctor_finds(backed_up, tmp_path):
    _, backup, keys, *_ = backed_up
    target = tmp_path / "checked"
    assert run("restore", backup, "--keys", keys, "--data", target, stdin=PASSPHRASE + "\n").returncode == 0
    (target / "keys" / "server.key").chmod(0o644)
    result = run("serve", "--port", "0", "--data", target)
    assert result.returncode == 1 and "chmod 600" in result.stderr
    (target / "keys" / "server.key").chmod(0o600)
    mark = int((target / "high-water").read_text())
    (target / "high-water").write_text(f"{mark + 1}\n")
    result = run("doctor", "--data", target)
    assert result.returncode == 1 and "error: database" in result.stdout
    (target / "high-water").write_text(f"{mark}\n")
    database = sqlite3.connect(target / "quiz.db")
    database.execute("UPDATE log SET at = at + 86400000 WHERE sequence = ?", [mark])
    database.commit()
    database.close()
    result = run("serve", "--port", "0", "--data", target)
    assert result.returncode == 1 and "timedatectl" in result.stderr
