"""Lists, coverage and the yearly report of a small contest, compared cell by cell with its database and a count of our own."""

import collections
import csv
import datetime
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

import openpyxl
import pytest
import requests
from client import CONTEST, Client

ROOT = pathlib.Path(__file__).parent.parent.parent
# What spreadsheet programs took for formulas at one time or another.
INJECTIONS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", '"=1+1', "=HYPERLINK(\"http://x\")",
    "＝1+1", "＋1", "－1", "＠A1", "\u200b=1+1", "a,=1+1", "a;=1+1", "a\n=1+1", "−1", "⁺1", "DDE(\"cmd\")", "'=1+1", "_x003D_1+1",
]
STARTS = set("=+-@\t\r＝＋－＠−⁺")
UNITS = ["phuong-mau-1", "xa-mau-1", "thcs-mau-1-8a", "thcs-mau-1", "thpt-mau-2"]
GROUPS = {"phuong-mau-1": "nguoi-dan", "xa-mau-1": "nguoi-dan", "thcs-mau-1-8a": "thcs", "thcs-mau-1": "thcs", "thpt-mau-2": "thpt"}


def command(server, *words):
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    return subprocess.run([program, *words, "--data", str(server.folder)], cwd=ROOT, capture_output=True, check=False)


class Staff:
    def __init__(self, server, name):
        self.url = server.url
        self.session = requests.Session()
        self.session.headers["Origin"] = server.url
        reply = self.session.post(self.url + "/api/v1/sessions", json={"username": name, "password": server.password})
        assert reply.status_code in (200, 201), reply.text

    def get(self, path, **query):
        return self.session.get(self.url + "/api/v1" + path, params=query)

    def list(self, path, **query):
        reply = self.get(path, **query)
        assert reply.status_code == 200, reply.text
        return reply.content


def play(server):
    """Sixteen people of five units: a third finishes, a third begins, a third only registers."""
    for number in range(16):
        unit = UNITS[number % len(UNITS)]
        child = GROUPS[unit] != "nguoi-dan"
        client = Client(server.url)
        fields = {"birthYear": 2012 if GROUPS[unit] == "thcs" else 2010, "phone": None, "consents": ["participation", "guardian"]}
        client.register(80_000_000 + number, group=GROUPS[unit], unit=unit, position=None if child else "head", **(fields if child else {}))
        if number % 3 == 0:
            attempt = client.start()
            for question in attempt["questions"][: number + 1]:
                if question.get("options") and question["kind"] in ("single", "trueFalse"):
                    client.save(attempt["id"], question["position"], [question["options"][0]["id"]], 1)
            client.submit(attempt["id"])
        elif number % 3 == 1:
            client.start()


def disturb(path):
    """What no page would take but a database might hold: formulas as names and titles; a roster, and how many pupils there are."""
    database = sqlite3.connect(path)
    keys = [key for key, in database.execute("SELECT contestant FROM contestant ORDER BY contestant")]
    for key, text in zip(keys, INJECTIONS):
        database.execute("UPDATE contestant SET name = ? WHERE contestant = ?", (text, key))
    units = [key for key, in database.execute("SELECT unit FROM unit ORDER BY unit DESC")]
    for key, text in zip(units, INJECTIONS):
        database.execute("UPDATE unit SET title = title || ? WHERE unit = ?", (text, key))
    database.execute("UPDATE unit SET title = '=1+1' WHERE code = 'xa-mau-1'")
    unit = database.execute("SELECT unit FROM unit WHERE code = 'thcs-mau-1-8a'").fetchone()[0]
    contest = database.execute("SELECT contest FROM contest WHERE id = ?", (CONTEST,)).fetchone()[0]
    database.execute("INSERT INTO roster_import VALUES (1, randomblob(16), ?, ?, 1795500000000, 'test', 1795500000000, 1795500000000)", (contest, unit))
    for number, text in enumerate([*INJECTIONS, "Đặng Thị Ếch"]):
        database.execute(
            "INSERT INTO roster_entry (public_id, roster_import, contest, unit, audience, name, sort_key, birth_year, identity_hash) "
            "VALUES (randomblob(16), 1, ?, ?, 'thcs', ?, ?, 2012, randomblob(32))",
            (contest, unit, text, bytes([20 + number])),
        )
    for code, group, count in [("thcs-mau-1", "thcs", 40), ("thcs-mau-2", "thcs", 10), ("xa-mau-1", "", 5_000)]:
        database.execute(
            "INSERT INTO unit_headcount (unit, audience, count, counted_on, source, entered_by) "
            "SELECT unit, ?, ?, 1788541200000, 'Trường', 'test' FROM unit WHERE code = ?",
            (group, count, code),
        )
    database.commit()
    database.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    from conftest import Server

    folder = tmp_path_factory.mktemp("reports") / "data"
    server = Server(folder).start()
    play(server)
    server.stop()
    disturb(folder / "quiz.db")
    server.start()
    yield server
    server.stop()


def rows(database, sql, *values):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def read(cell):
    """openpyxl leaves escaped characters of inline texts as they are (ECMA-376 part 1, 22.9.2.19)."""
    if cell is None:
        return ""
    return cell.replace("_x000D_", "\r").replace("_x005F_", "_") if isinstance(cell, str) else cell


def sheet(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return book, [[read(cell) for cell in row] for row in book["Danh sách"].values]


def table(content, separator):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def plain(cell, separator):
    """A cell of a workbook as it stands in a CSV."""
    if isinstance(cell, datetime.datetime):
        return cell.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(cell, float):
        return repr(cell).removesuffix(".0").replace(".", "," if separator == ";" else ".")
    return str(cell)


LISTS = {"results": 6, "participation": 16, "unregistered": len(INJECTIONS) + 1, "unfinished": 10}


@pytest.mark.parametrize("kind", LISTS)
def test_each_form_says_the_same_and_none_holds_a_formula(made, kind):
    staff = Staff(made, "to-chuc")
    query = {"fields": "contact", "purpose": "=trao giải"}
    book, lines = sheet(staff.list(f"/contests/{CONTEST}/{kind}", format="xlsx", **query))
    assert len(lines) == LISTS[kind] + 1
    page = book["Danh sách"]
    assert page.freeze_panes == "A2" and page.auto_filter.ref.endswith(str(len(lines)))
    about = {row[0]: row[1] for row in book["Thông tin"].values}
    assert (about["Người xuất"], about["Mục đích"], about["Số dòng"]) == ("to-chuc", "=trao giải", LISTS[kind])
    for name in book.sheetnames:
        for row in book[name].iter_rows():
            for cell in row:
                assert cell.data_type != "f" and not cell.hyperlink, cell.value

    reply = json.loads(staff.list(f"/contests/{CONTEST}/{kind}", format="json", **query))
    assert [item["name"] for item in reply["items"]] == [line[1] for line in lines[1:]]
    assert reply["rows"] == LISTS[kind]
    for separator, word in ((",", "comma"), (";", "semicolon")):
        cells = table(staff.list(f"/contests/{CONTEST}/{kind}", format="csv", separator=word, **query), separator)
        assert cells[0] == lines[0]
        for line, cell in zip(lines[1:], cells[1:], strict=True):
            for one, other in zip(line, cell, strict=True):
                assert other[:1] not in STARTS, other
                text = plain(one, separator)
                assert other == text or isinstance(one, str) and other.replace("'", "") == text.replace("'", ""), (one, other)


def test_lists_are_what_the_database_says(made):
    staff = Staff(made, "to-chuc")
    database = made.folder / "quiz.db"
    reply = json.loads(staff.list(f"/contests/{CONTEST}/results", format="json", fields="contact", purpose="so sánh"))
    wanted = rows(
        database,
        "SELECT person.name, person.birth_year, person.phone, unit.code, attempt.score, attempt.duration, attempt.audience "
        "FROM attempt JOIN contestant AS person USING (contestant) JOIN unit ON unit.unit = attempt.unit WHERE sealed_at IS NOT NULL",
    )
    got = [(i["name"], i["birthYear"], i.get("phone"), i["unit"]["code"], i["score"], i["durationMs"], i["group"]) for i in reply["items"]]
    assert sorted(got, key=str) == sorted(wanted, key=str)
    for group in {item["group"] for item in reply["items"]}:
        board = [item for item in reply["items"] if item["group"] == group]
        assert [item["place"] for item in board] == sorted(item["place"] for item in board)
        assert [item["score"] for item in board] == sorted((item["score"] for item in board), reverse=True)
    reply = json.loads(staff.list(f"/contests/{CONTEST}/unfinished", format="json"))
    assert collections.Counter(item["state"] for item in reply["items"]) == {"open": 5, "registered": 5}
    assert not any("phone" in item or "birthYear" in item for item in reply["items"])
    assert staff.get(f"/contests/{CONTEST}/results", format="csv", fields="contact").status_code == 422
    details = [text for text, in rows(database, "SELECT detail FROM log_detail JOIN log USING (sequence) WHERE kind = 'list.exported'")]
    assert any("results as json" in text and "with contact data, purpose: so sánh" in text for text in details)


def test_a_coordinator_gets_own_people_only(made):
    staff = Staff(made, "dau-moi")
    own = json.loads(staff.list("/units/thcs-mau-1/participation", contest=CONTEST, format="json"))["items"]
    assert {item["unit"]["code"] for item in own} == {"thcs-mau-1", "thcs-mau-1-8a"} and len(own) == 6
    for path in ("results", "participation", "unregistered", "unfinished"):
        for unit in ("thpt-mau-2", "tinh", "khong-co"):
            assert staff.get(f"/units/{unit}/{path}", contest=CONTEST, format="csv").status_code == 404
        assert staff.get(f"/contests/{CONTEST}/{path}", format="csv").status_code == 404
    page = staff.get("/units/thcs-mau-1/participation", contest=CONTEST).json()
    assert (page["registered"], page["headcount"], page["roster"], page["denominator"]) == (6, 40, LISTS["unregistered"], 40)
    missing = staff.get("/units/thcs-mau-1/participation", contest=CONTEST, state="unregistered").json()
    assert len(missing["people"]) == LISTS["unregistered"]
    assert staff.get(f"/contests/{CONTEST}/coverage").status_code == 404
    assert staff.get(f"/contests/{CONTEST}/coverage", unit="thcs-mau-1").json()["units"][0]["people"] == page["submitted"]
    assert staff.get(f"/contests/{CONTEST}/coverage", unit="thpt-mau-2").status_code == 404


def naive(database):
    """Counts by walking up from each person, one by one."""
    parents = dict(rows(database, "SELECT unit.code, above.code FROM unit LEFT JOIN unit AS above ON above.unit = unit.parent"))
    types = dict(rows(database, "SELECT code, type FROM unit"))
    people = rows(
        database,
        "SELECT unit.code, unit_confirmed, EXISTS (SELECT 1 FROM attempt WHERE attempt.contestant = person.contestant AND sealed_at IS NOT NULL) "
        "FROM contestant AS person JOIN unit ON unit.unit = person.unit",
    )
    counts = {code: [0, 0] for code in parents}
    for code, _, submitted in people:
        while code is not None:
            counts[code][0] += 1
            counts[code][1] += submitted
            code = parents[code]
    return parents, types, counts


def test_coverage_is_what_a_count_by_hand_gives(made):
    staff = Staff(made, "to-chuc")
    parents, types, counts = naive(made.folder / "quiz.db")
    report = staff.get(f"/contests/{CONTEST}/coverage").json()
    assert {unit["code"]: [unit["registered"], unit["people"]] for unit in report["units"]} == counts
    for line in report["types"]:
        codes = [code for code in types if types[code] == line["type"]]
        assert (line["units"], line["active"]) == (len(codes), sum(counts[code][1] > 0 for code in codes))
    schools = [code for code in types if types[code] in ("thcs", "thpt")]
    active = [code for code in schools if counts[code][1]]
    target = next(line for line in report["targets"] if line["id"] == "truong-hoc")
    assert (target["count"], target["whole"], target["met"]) == (len(active), len(schools), len(active) * 100 > 80 * len(schools))
    absent = {unit["code"] for unit in report["absent"]}
    assert set(schools) - set(active) == absent & set(schools)
    lower = next(line for line in report["types"] if line["type"] == "thcs")
    assert (lower["reach"]["headcount"], lower["reach"]["uncounted"]) == (50, 0)
    students = next(line for line in report["targets"] if line["id"] == "sinh-vien")
    assert "share" not in students and "met" not in students
    # Nobody is told apart among fewer than five.
    asked = collections.Counter(group for group, in rows(made.folder / "quiz.db", "SELECT audience FROM attempt WHERE sealed_at IS NOT NULL"))
    assert report["topics"] and all(asked[line["group"]] >= 5 or "share" not in line for line in report["topics"])

    book = openpyxl.load_workbook(io.BytesIO(staff.list(f"/contests/{CONTEST}/coverage", format="xlsx")))
    lines = list(book["Đơn vị"].values)
    heading = lines[0]
    assert {line[heading.index("Mã đơn vị")]: line[heading.index("Dự thi")] for line in lines[1:]} == {code: count[1] for code, count in counts.items()}
    assert all(cell.data_type != "f" for name in book.sheetnames for row in book[name].iter_rows() for cell in row)


def test_the_command_line_beside_the_server(made):
    lists = {kind: command(made, "export", kind, "--contest", CONTEST, "--format", "json") for kind in LISTS}
    assert {kind: json.loads(reply.stdout)["rows"] for kind, reply in lists.items()} == LISTS
    assert not list((made.folder / "exports").iterdir())
    assert command(made, "results", "export", "--contest", CONTEST, "--format", "xlsx").stdout.startswith(b"PK")
    assert command(made, "export", "results", "--contest", CONTEST, "--contact").returncode == 1
    assert command(made, "export", "khac", "--contest", CONTEST).returncode == 1
    report = json.loads(command(made, "report", "coverage", "--contest", CONTEST, "--format", "json").stdout)
    assert next(unit for unit in report["units"] if unit["code"] == "tinh")["people"] == 6
    year = json.loads(command(made, "report", "yearly", "--year", "2026", "--format", "json").stdout)
    # A trial is no contest of the year.
    assert (year["until"], year["total"]["people"], year["coverage"]["contests"]) == ("2026-12-14", 0, [])


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", LISTS)
def test_libreoffice_reads_the_same_cells(made, tmp_path, kind):
    staff = Staff(made, "to-chuc")
    content = staff.list(f"/contests/{CONTEST}/{kind}", format="xlsx", fields="contact", purpose="thử")
    (tmp_path / "list.xlsx").write_bytes(content)
    # Separator, quote, UTF-8, from line 1, no formulas, all of the second sheet.
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", options, "list.xlsx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )
    written = next(path for path in tmp_path.iterdir() if path.suffix == ".csv")
    cells = list(csv.reader(io.StringIO(written.read_text("utf-8"), newline="")))
    _, lines = sheet(content)
    assert [[cell.replace("\r", "\n") for cell in line] for line in cells] == [
        [plain(cell, ",").replace("\r", "\n") for cell in line] for line in lines
    ]
