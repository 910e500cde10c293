"""Certificates as a contestant and staff get them, read by other programs: poppler, zxing, cryptography."""

import base64
import json
import os
import re
import sqlite3
import subprocess
import unicodedata

import numpy
import pytest
import requests
import zxingcpp
from client import Client
from conftest import ROOT
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PROGRAM = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
CONTEST = "chung-nhan"
HOSTILE = """Trường <script>&amp;"x"</text> & 'Đoàn' """ + "rất dài " * 25
NAME = "Nguyễn Thị Bảo Châu"
RULES = """
certificates:
  title: Giấy chứng nhận
  text: ["Đã hoàn thành bài thi <b>tìm hiểu</b> & đạt kết quả"]
  signer: { organization: Ban Tổ chức Cuộc thi, title: Trưởng Ban, name: Trần Văn A, place: Hà Tĩnh, date: 2026-12-10 }
  from: live
  shows: [score]
"""


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Paper:
    """One PDF as poppler and zxing read it."""

    def __init__(self, folder, data):
        self.file = folder / "certificate.pdf"
        self.file.write_bytes(data)
        self.text = unicodedata.normalize("NFC", self.tool("pdftotext", "-layout", self.file, "-"))
        self.plain = self.tool("pdftotext", "-raw", self.file, "-")
        self.pages = int(re.search(r"^Pages:\s+(\d+)", self.tool("pdfinfo", self.file), re.MULTILINE)[1])

    @staticmethod
    def tool(*words):
        return subprocess.run(list(map(str, words)), check=True, capture_output=True, text=True).stdout

    def fonts(self):
        lines = self.tool("pdffonts", self.file).splitlines()[2:]
        return [(line.split()[0], line.split()[-5]) for line in lines]

    def fragment(self):
        """Of the first page, as a phone would read it from a print at 200 dots an inch."""
        picture = self.file.with_suffix(".pgm")
        subprocess.run(
            ["pdftoppm", "-gray", "-r", "200", "-singlefile", self.file, picture.with_suffix("")], check=True
        )
        data = picture.read_bytes()
        width, height = map(int, re.match(rb"P5\n(\d+) (\d+)\n255\n", data).groups())
        pixels = numpy.frombuffer(data[-width * height :], dtype=numpy.uint8).reshape(height, width)
        (code,) = zxingcpp.read_barcodes(pixels)
        return code.text


class Person(Client):
    def __init__(self, url, number, name, **fields):
        super().__init__(url)
        self.register(number, contest=CONTEST, name=name, **fields)
        self.attempt = self.start(CONTEST)["id"]
        assert self.submit(self.attempt)[0] == 200

    def paper(self, folder):
        status, data = self.call("GET", f"/attempts/{self.attempt}/certificate")
        assert status == 200, data
        return Paper(folder, data)


@pytest.fixture(scope="module")
def issuing(tmp_path_factory):
    """A server with a contest that gives certificates, and three people who finished."""
    from conftest import Server

    base = tmp_path_factory.mktemp("certificates")
    server = Server(base / "data").start()
    demo = (ROOT / "Contests/demo.yaml").read_text("utf-8")
    definition = base / "contest.yaml"
    definition.write_text(re.sub(r"^contest: .*$", f"contest: {CONTEST}", demo, flags=re.MULTILINE) + RULES, "utf-8")
    units = base / "units.yaml"
    title = json.dumps(HOSTILE.strip()[:150].strip(), ensure_ascii=False)
    units.write_text(f"units:\n  - code: xau\n    title: {title}\n    type: xa-phuong\n", "utf-8")
    for words in (["contest", "apply", definition], ["unit", "import", units]):
        subprocess.run([PROGRAM, *words, "--data", server.folder], cwd=ROOT, check=True)
    named = Person(server.url, 601, NAME, consents=["participation", "publishName"])
    masked = Person(server.url, 602, unicodedata.normalize("NFD", "Đặng Thuỳ Dương"))
    long = Person(server.url, 603, ("Công Tằng Tôn Nữ " * 5)[:80].strip(), unit="xau")
    yield server, named, masked, long
    server.stop()


def test_a_certificate_is_read_by_other_programs(issuing, tmp_path):
    server, named, masked, _ = issuing
    paper = named.paper(tmp_path)
    assert paper.pages == 1
    assert NAME in paper.plain and "TRƯỞNG BAN" in paper.plain and "ngày 10 tháng 12 năm 2026" in paper.plain
    assert "<b>tìm hiểu</b> & đạt" in paper.plain
    assert "1990" not in paper.plain and "0900000601" not in paper.plain
    fonts = paper.fonts()
    assert fonts and all(is_embedded == "yes" for _, is_embedded in fonts), fonts
    assert all("Noto" in name for name, _ in fonts), fonts
    link = paper.fragment()
    assert link.startswith(server.url + "/chung-nhan/#")
    text, signature = map(decoded, link.split("#")[1].split("."))
    key = requests.get(server.url + "/api/v1/certificates/key").json()
    public = Ed25519PublicKey.from_public_bytes(decoded(key["publicKey"]))
    public.verify(signature, text)
    with pytest.raises(InvalidSignature):
        public.verify(signature, text.replace(b"0", b"9", 1))
    lines = text.decode().split("\n")
    assert lines[0] == "bang-vang certificate 1" and lines[1] == named.attempt and lines[4] == NAME
    # Who did not agree to be named is in the code with initials, and on the own paper in full.
    paper = masked.paper(tmp_path)
    assert "Đặng Thuỳ Dương" in paper.plain
    shown = decoded(paper.fragment().split("#")[1].split(".")[0]).decode().split("\n")[4]
    assert shown == "Dương Đ.T." or (shown != "Đặng Thuỳ Dương" and "Dương" in shown)


def test_the_server_checks_what_it_gave_and_says_what_it_keeps(issuing, tmp_path):
    server, named, *_ = issuing
    fragment = named.paper(tmp_path).fragment().split("#")[1]
    anyone = Client(server.url)
    status, reply = anyone.call("POST", "/certificates/checks", {"signed": fragment})
    assert status == 200 and reply["valid"] and reply["statement"]["name"] == NAME
    status, kept = anyone.call("GET", f"/certificates/{named.attempt}")
    assert status == 200 and kept == reply["statement"]
    text, signature = fragment.split(".")
    forged = base64.urlsafe_b64encode(decoded(text).replace(NAME.encode(), b"Somebody Else")).decode().rstrip("=")
    for wrong in (f"{forged}.{signature}", text, f"{text}.", f"{text}.{signature}=", "." * 50, "é" * 5_000):
        status, reply = anyone.call("POST", "/certificates/checks", {"signed": wrong})
        assert status == 200 and reply == {"valid": False}, wrong
    assert anyone.call("GET", "/certificates/" + "0" * 32)[0] == 404
    assert anyone.call("GET", "/certificates/x")[0] == 404


def test_hostile_and_long_words_stay_words(issuing, tmp_path):
    *_, long = issuing
    paper = long.paper(tmp_path)
    assert paper.pages == 1
    assert "<script>" in paper.plain and "Tôn Nữ" in paper.plain
    assert long.attempt in decoded(paper.fragment().split("#")[1].split(".")[0]).decode()
    # Nothing runs out of the frame: 7 mm on each side of an A4 sheet.
    boxes = paper.tool("pdftotext", "-bbox", paper.file, "-")
    places = [(float(a), float(b)) for a, b in re.findall(r'<word xMin="([\d.-]+)"[^>]*xMax="([\d.-]+)"', boxes)]
    assert places and min(left for left, _ in places) > 28 and max(right for _, right in places) < 842 - 28


def test_only_the_own_and_only_where_there_are_any(issuing):
    server, named, masked, _ = issuing
    assert Client(server.url).call("GET", f"/attempts/{named.attempt}/certificate")[0] == 401
    status, foreign = masked.call("GET", f"/attempts/{named.attempt}/certificate")
    absent = masked.call("GET", f"/attempts/{'0' * 32}/certificate")
    assert status == absent[0] == 404 and foreign["code"] == absent[1]["code"]
    status, own = named.call("GET", f"/contests/{CONTEST}/certificates/me")
    assert status == 200 and [(line["attempt"], line["ready"]) for line in own["items"]] == [(named.attempt, True)]
    assert Client(server.url).call("GET", f"/contests/{CONTEST}/certificates")[0] == 401
    assert named.call("GET", f"/contests/{CONTEST}/certificates")[0] in (401, 404)


def test_staff_take_a_round_as_one_document_and_a_coordinator_the_own_unit(issuing, tmp_path):
    server, *_ = issuing
    organizer = Client(server.url)
    assert organizer.call("POST", "/sessions", {"username": "to-chuc", "password": server.password})[0] in (200, 201)
    status, data = organizer.call("GET", f"/contests/{CONTEST}/certificates")
    assert status == 200
    paper = Paper(tmp_path, data)
    assert paper.pages == 3 and NAME in paper.plain
    status, data = organizer.call("GET", f"/units/xau/certificates?contest={CONTEST}")
    assert status == 200 and Paper(tmp_path, data).pages == 1
    coordinator = Client(server.url)
    assert coordinator.call("POST", "/sessions", {"username": "dau-moi", "password": server.password})[0] in (200, 201)
    assert coordinator.call("GET", f"/contests/{CONTEST}/certificates")[0] == 404
    assert coordinator.call("GET", f"/units/xau/certificates?contest={CONTEST}")[0] == 404
    database = sqlite3.connect(f"file:{server.folder / 'quiz.db'}?mode=ro", uri=True)
    details = [row[0] for row in database.execute("SELECT detail FROM log_detail ORDER BY sequence")]
    database.close()
    assert any(f"{CONTEST}, round dung-thu, unit -, 3 certificates" == detail for detail in details), details


def test_after_erasure_the_server_keeps_nothing_and_the_signature_still_holds(issuing, tmp_path):
    server, named, *_ = issuing
    fragment = named.paper(tmp_path).fragment().split("#")[1]
    server.stop()
    database = sqlite3.connect(server.folder / "quiz.db")
    database.execute("UPDATE attempt SET salt = NULL WHERE public_id = ?", [bytes.fromhex(named.attempt)])
    database.commit()
    database.close()
    server.start()
    anyone = Client(server.url)
    status, reply = anyone.call("GET", f"/certificates/{named.attempt}")
    assert status == 404 and reply["code"] == "certificate-not-kept"
    assert anyone.call("POST", "/certificates/checks", {"signed": fragment})[1]["valid"] is True
    assert (server.folder / "keys/certificate.key").stat().st_mode & 0o777 == 0o600
