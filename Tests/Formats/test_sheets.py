"""What the project writes, read by other programs: openpyxl, the csv module, and LibreOffice where it is installed.

The files are written by the Swift test SampleTests, so build the tests first: swift build -c release --build-tests
"""

import csv
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
BUILD = ROOT / ".build/release"
NAMES = ["co-ban", "cong-vu", "hoc-sinh", "kinds"]


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run(
        [BUILD / "bang-vangPackageTests.xctest", "--testing-library", "swift-testing", "--filter", "SampleTests"],
        cwd=ROOT,
        env={**os.environ, "QUIZ_SAMPLES": str(folder)},
        check=True,
        capture_output=True,
    )
    return folder


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def sheet(path):
    return [["" if cell is None else cell for cell in row] for row in openpyxl.load_workbook(path).worksheets[0].values]


def unprotected(text):
    return text[1:] if text[:2] in {"'=", "'+", "'-", "'@"} else text


@pytest.mark.parametrize("name", NAMES)
def test_workbook_and_table_say_the_same(samples, name):
    rows = sheet(samples / f"{name}.xlsx")
    lines = table(samples / f"{name}.csv")
    assert len(rows) == len(lines) > 2
    assert rows[0] == lines[0]
    if name != "kinds":
        assert rows == [[unprotected(cell) for cell in line] for line in lines]


@pytest.mark.parametrize("name", [*NAMES, "template"])
def test_workbook_holds_texts_only(samples, name):
    book = openpyxl.load_workbook(samples / f"{name}.xlsx")
    # Who fills in a template needs the codes there are.
    codes = ["Mã dùng được"] if name == "template" else []
    assert [page.title for page in book] == ["Câu hỏi", *codes, "Ngân hàng"]
    page = book.worksheets[0]
    cells = [cell for row in page for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert page.freeze_panes == "A2"
    assert all(cell.font.b for cell in page[1])
    assert len(page.data_validations.dataValidation) == 2


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_of_a_table_is_a_formula(samples, name):
    for line in table(samples / f"{name}.csv"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"


@pytest.fixture(scope="session")
def converted(samples, tmp_path_factory):
    """Our workbooks as LibreOffice saves them: flat XML of its own, a workbook, and separated values."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed (soffice): whether it reads and writes our files is not seen")
    folder = tmp_path_factory.mktemp("libreoffice")
    workbooks = [samples / f"{name}.xlsx" for name in [*NAMES, "template"]]
    for form in ("fods", "xlsx", CSV):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, *workbooks]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_the_workbook(samples, converted, name):
    assert table(converted / f"{name}-Câu hỏi.csv") == sheet(samples / f"{name}.xlsx")


@pytest.mark.parametrize("name", [*NAMES, "template"])
def test_libreoffice_shows_texts_and_no_formula(converted, name):
    root = ElementTree.parse(converted / f"{name}.fods").getroot()
    cells = [cell for cell in root.iter(f"{{{TABLE}}}table-cell") if cell.get(f"{{{OFFICE}}}value-type")]
    assert {cell.get(f"{{{OFFICE}}}value-type") for cell in cells} == {"string"}
    assert not any(f"{{{TABLE}}}formula" in cell.attrib for cell in root.iter())
    shown = {"".join(cell.itertext()).strip() for cell in cells}
    assert {"Mức độ", "Chủ đề", "Đáp án"} <= shown, shown


def questions(path, folder, name):
    """What an import makes of a file: the questions of the bank in the native format."""
    program = os.environ.get("QUIZ_PROGRAM", str(BUILD / "quizserver"))
    data = ["--data", str(folder)]
    subprocess.run([program, "bank", "import", path, "--bank", name, *data], cwd=ROOT, check=True)
    command = [program, "bank", "export", name, "--format", "yaml", *data]
    written = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return written[written.index("questions:") :]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_libreoffice_saves_is_the_same_bank(samples, converted, tmp_path, name, form):
    copy = tmp_path / f"again.{form}"
    shutil.copy(converted / (f"{name}.xlsx" if form == "xlsx" else f"{name}-Câu hỏi.csv"), copy)
    expected = questions(samples / f"{name}.csv", tmp_path / "first", name)
    assert "prompt" in expected
    assert questions(copy, tmp_path / "second", name) == expected
