"""What the project writes, read by other programs: openpyxl, the csv module, and LibreOffice where it is installed.

The files are written by the Swift test SampleTests, so build the tests first: swift build --build-tests
"""

import csv
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
NAMES = ["co-ban", "cong-vu", "hoc-sinh", "kinds"]


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run(
        ["swift", "test", "--skip-build", "--filter", "SampleTests"],
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
    assert [page.title for page in book] == ["Câu hỏi", "Ngân hàng"]
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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_reads_the_workbook(samples, tmp_path, name):
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", options, "--outdir", tmp_path, samples / f"{name}.xlsx"]
    subprocess.run(command, check=True, capture_output=True)
    (written,) = tmp_path.glob("*.csv")
    assert table(written) == sheet(samples / f"{name}.xlsx")
