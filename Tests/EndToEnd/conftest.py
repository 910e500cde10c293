"""A server of its own for each test session, on a free port and a data folder that goes afterwards."""

import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

import pytest
import requests

ROOT = pathlib.Path(__file__).parent.parent.parent
CONTEST = "hatinh-attt-demo"


class Server:
    """One server process over one data folder; may be killed and started again."""

    def __init__(self, folder, demo=True, arguments=(), environment=None):
        self.folder = folder
        self.arguments = [*arguments, *(["--demo"] if demo else [])]
        self.environment = environment or {}
        self.port = 0
        self.admin = None
        self.process = None

    def start(self):
        program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
        command = [program, "serve", "--data", str(self.folder), "--port", str(self.port), *self.arguments]
        self.log = open(self.folder.parent / f"{self.folder.name}.log", "ab")
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self.log, env={**os.environ, **self.environment}
        )
        self.admin = None
        for line in self.process.stdout:
            found = re.search(rb"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found[1])
                return self.wait()
        raise RuntimeError(f"the server ended with {self.process.wait()}")

    @property
    def admin_url(self):
        """Printed with the other addresses; for servers with --admin-port."""
        while self.admin is None:
            line = self.process.stdout.readline()
            assert line, "the server has printed no address of figures"
            found = re.search(rb"(http://127\.0\.0\.1:\d+)/metrics", line)
            self.admin = found[1].decode() if found else None
        return self.admin

    def wait(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                if requests.get(self.url + "/readyz", timeout=2).status_code == 200:
                    return self
            except requests.ConnectionError:
                pass
            time.sleep(0.02)
        raise RuntimeError("the server does not become ready")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            assert self.process.wait(timeout=20) == 0, "the server did not shut down cleanly"

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def password(self):
        return (self.folder / "demo-password").read_text().strip()


@pytest.fixture(scope="session")
def server():
    with tempfile.TemporaryDirectory() as folder:
        server = Server(pathlib.Path(folder) / "data").start()
        yield server
        server.stop()


@pytest.fixture
def make_server():
    """Servers for tests that kill them or need rules of their own."""
    servers = []
    with tempfile.TemporaryDirectory() as folder:

        def make(name="data", **options):
            server = Server(pathlib.Path(folder) / name, **options)
            servers.append(server)
            return server

        yield make
        for server in servers:
            if server.process and server.process.poll() is None:
                server.kill()
