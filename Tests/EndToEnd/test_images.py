"""Pictures in questions, from a folder and an archive on the command line to the browser and back."""

import hashlib
import io
import os
import struct
import subprocess
import zipfile
import zlib

import pytest
import requests
from conftest import ROOT

BANK = "nhan-dien-lua-dao"
FOLDER = ROOT / "QuestionBanks"


def run(*words, data=None, code=0):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    options = ["--data", str(data)] if data else []
    done = subprocess.run([program, *map(str, words), *options], cwd=ROOT, capture_output=True, env={**os.environ, "LC_ALL": "en"})
    assert done.returncode == code, done.stderr.decode()
    return done


def staff(server):
    session = requests.Session()
    session.headers["Origin"] = server.url
    body = {"username": "to-chuc", "password": server.password}
    assert session.post(server.url + "/api/v1/sessions", json=body).status_code == 201
    return session


def png(width, height, more=b""):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines = b"".join(b"\0" + bytes(width) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + more
    return head + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def text_chunk(words):
    data = b"Comment\0" + words
    return struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))


def bank(name, count=1, alt="Biển báo ở cổng"):
    head = f"bank: {name}\npublic: true\ntitle: Thử\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
    return head + "".join(
        f"  - {{ id: q{n}, topic: mat-khau, difficulty: easy, groups: [can-bo], kind: short, prompt: Số {n}?,\n"
        f"      image: {{ file: h{n}.png, alt: {alt} }}, answers: [a] }}\n"
        for n in range(count)
    )


def archive(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return data.getvalue()


def test_the_shipped_pictures_are_served(server):
    for file in (FOLDER / BANK).iterdir():
        content = file.read_bytes()
        url = f"{server.url}/api/v1/media/{hashlib.sha256(content).hexdigest()}"
        reply = requests.get(url)
        assert reply.status_code == 200 and reply.content == content
        assert reply.headers["Content-Type"] == "image/png"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in reply.headers["Cache-Control"]
        assert requests.get(url, headers={"If-None-Match": reply.headers["ETag"]}).status_code == 304
    assert requests.get(f"{server.url}/api/v1/media/{'0' * 64}").status_code == 404


def test_a_bank_goes_out_as_an_archive_and_comes_in_again(server, tmp_path):
    refused = run("bank", "export", BANK, data=server.folder, code=1)
    assert b"--format zip" in refused.stderr
    packed = tmp_path / f"{BANK}.zip"
    run("bank", "export", BANK, "-o", packed, data=server.folder)
    with zipfile.ZipFile(packed) as files:
        assert files.testzip() is None
        names = {f"{BANK}.yaml"} | {f"{BANK}/{file.name}" for file in (FOLDER / BANK).iterdir()}
        assert set(files.namelist()) == names
        for file in (FOLDER / BANK).iterdir():
            assert files.read(f"{BANK}/{file.name}") == file.read_bytes()
    assert b", 3 images" in run("bank", "check", packed).stdout
    assert b", 3 images" in run("bank", "check", FOLDER / f"{BANK}.yaml").stdout
    # The same content adds no version, whichever way it comes.
    before = run("bank", "list", data=server.folder).stdout
    for file in (packed, FOLDER / f"{BANK}.yaml"):
        assert b"version 1," in run("bank", "import", file, data=server.folder).stdout
    assert run("bank", "list", data=server.folder).stdout == before
    again = tmp_path / "again.zip"
    run("bank", "export", BANK, "-o", again, data=server.folder)
    assert again.read_bytes() == packed.read_bytes()


def test_moodle_gives_the_pictures_back(server, tmp_path):
    out = tmp_path / "a.xml"
    run("bank", "export", BANK, "--format", "moodle-xml", "-o", out, data=server.folder)
    options = ["--bank", "tu-moodle", "--dry-run"]
    done = run("bank", "import", out, *options, data=server.folder)
    assert b"tu-moodle: 58, dry run" in done.stdout, done.stderr
    lost = run("bank", "export", BANK, "--format", "csv", "-o", tmp_path / "a.csv", data=server.folder)
    assert b"ld2-056, ld2-057, ld2-058" in lost.stderr


def test_an_archive_comes_in_over_http(server):
    session = staff(server)
    secret = text_chunk(b"18.34 N 105.9 E")
    files = {"thu-anh.yaml": bank("thu-anh"), "thu-anh/h0.png": png(40, 30, secret), "thu-anh/thua.txt": b"?"}
    url = f"{server.url}/api/v1/banks?format=zip&file=thu-anh.zip"
    post = lambda data: session.post(url, data=data, headers={"Content-Type": "application/zip"})
    reply = post(archive(files))
    assert reply.status_code == 201, reply.text
    body = reply.json()
    assert body["images"] == 1
    notices = " ".join(notice["messageEn"] for notice in body["notices"])
    assert "metadata" in notices and "h0.png" in notices and "thua.txt" in notices
    kept = hashlib.sha256(png(40, 30)).hexdigest()
    assert requests.get(f"{server.url}/api/v1/media/{kept}").content == png(40, 30)
    whole = hashlib.sha256(png(40, 30, secret)).hexdigest()
    assert requests.get(f"{server.url}/api/v1/media/{whole}").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("h0.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("h0.png", b"GIF89a", "GIF"),
        ("h0.png", png(15, 40), "15 × 40"),
        ("h0.png", png(40, 40)[:-1], "cut off"),
        ("khac.png", png(40, 40), "no picture"),
        ("../h0.png", png(40, 40), "unsafe"),
    ],
)
def test_faults_are_told_at_their_place(server, name, content, told):
    session = staff(server)
    data = archive({"thu-loi.yaml": bank("thu-loi"), f"thu-loi/{name}": content})
    reply = session.post(f"{server.url}/api/v1/banks?format=zip", data=data, headers={"Content-Type": "application/zip"})
    assert reply.status_code == 422
    faults = reply.json()["faults"]
    assert told in faults[0]["messageEn"]
    assert faults[0]["line"] == (0 if told == "unsafe" else 8)


def test_as_much_as_is_admitted_comes_in(server, tmp_path):
    """Fifteen mebibytes in pictures that cannot be packed, through the process that reads them within its limits."""
    files = {"lon.yaml": bank("lon", 30)}
    for number in range(30):
        files[f"lon/h{number}.png"] = noisy(number, 500 * 1024 - 200)
    packed = tmp_path / "lon.zip"
    packed.write_bytes(archive(files))
    assert b"lon: 30, version 1" in run("bank", "import", packed, data=server.folder).stdout
    out = tmp_path / "out.zip"
    run("bank", "export", "lon", "-o", out, data=server.folder)
    with zipfile.ZipFile(out) as packed:
        assert all(packed.read(name) == content for name, content in files.items() if name.endswith(".png"))


def noisy(seed, size):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    noise = b"".join(hashlib.sha512(f"{seed} {n}".encode()).digest() for n in range(size // 64 + 1))[:size]
    header = struct.pack(">IIBBBBB", 100, 100, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", noise) + chunk(b"IEND", b"")
