"""Documents made by LibreOffice, where its Writer is installed, read by the server: build it first, swift build -c release.

Tests/QuizFormatsTests/Files/libreoffice-*.docx are what LibreOffice 7.4 made of the same sources.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
SOURCES = Path(__file__).parent / "documents"
SETTINGS = ["--topic", "ma-doc", "--difficulty", "easy", "--groups", "can-bo"]


def converted(source, folder):
    """The source as .docx, or None where LibreOffice has no Writer."""
    reading = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", *reading, "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, source]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.docx"), None)


def check(*options):
    return subprocess.run([SERVER, "bank", "check", *options], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("name", "count"), [("exam.html", 4), ("lists.fodt", 7), ("table.html", 2)])
def test_a_document_of_libreoffice_is_read(tmp_path, name, count):
    path = converted(SOURCES / name, tmp_path)
    if path is None:
        pytest.skip("LibreOffice has no Writer")
    done = check("--format", "docx", *SETTINGS, path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().splitlines()[-1] == f"{path}: {path.stem}, {count}"


@pytest.mark.parametrize(("name", "count"), [("exam", 4), ("lists", 7), ("table", 2)])
def test_the_kept_document_is_read(name, count):
    path = ROOT / "Tests/QuizFormatsTests/Files" / f"libreoffice-{name}.docx"
    done = check(*SETTINGS, path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().splitlines()[-1] == f"{path}: {path.stem}, {count}"


def test_a_text_document_is_refused_with_advice(tmp_path):
    path = tmp_path / "old.doc"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    done = check(path)
    assert done.returncode == 1
    assert ".docx" in done.stdout + done.stderr
