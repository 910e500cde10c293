"""The page that checks certificates, with a real one read from its QR code."""

import base64
import re
import subprocess

import numpy
import pytest
import zxingcpp
from conftest import ROOT, put
from playwright.sync_api import expect
from test_staff import sign_in

CERTIFICATES = """
certificates:
  text: ["Đã hoàn thành bài thi"]
  signer: { organization: Ban Tổ chức, title: Trưởng Ban }
  from: live
"""

TAKE_PART = """async ([contest, name, unit, phone]) => {
    const call = async (method, path, body) => {
        const reply = await fetch("/api/v1" + path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
        if (!reply.ok) throw new Error(await reply.text());
        return reply.json();
    };
    const token = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
    await call("POST", `/contests/${contest}/registrations`, { requestKey: token(), name, group: "nguoi-dan", unit, birthYear: 1990, phone, consents: ["participation", "publishName"] });
    const attempt = await call("POST", `/contests/${contest}/attempts`, { nonce: token() });
    await call("POST", `/attempts/${attempt.id}/submission`, {});
}"""


@pytest.fixture(scope="session")
def giving(tmp_path_factory) -> str:
    """A contest of one question that gives certificates at once."""
    folder = tmp_path_factory.mktemp("giving")
    bank, definition = folder / "bank.yaml", folder / "contest.yaml"
    bank.write_text(
        """bank: giay
public: true
title: Giấy
language: vi
licence: CC0-1.0
questions:
  - id: q1
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Số nào là 1?
    options: [{ text: Số 1, correct: true }, { text: Số 2 }]
    explanation: Vì 1 là 1.
    source: Ví dụ
""",
        "utf-8",
    )
    text = (ROOT / "Contests/demo.yaml").read_text("utf-8")
    text = re.sub(r"^contest: .*$", "contest: giay", text, flags=re.MULTILINE)
    text = re.sub(r"^banks: .*$", "banks: [giay]", text, flags=re.MULTILINE)
    group = "groups:\n  - { id: nguoi-dan, title: Người dân, unitTypes: [xa-phuong, thcs], blueprint: [{ count: 1 }] }\n"
    text = re.sub(r"^groups:\n(?:.*\n?)*", lambda _: group, text, flags=re.MULTILINE)
    definition.write_text(text + CERTIFICATES, "utf-8")
    return put(bank, definition)


def link_on(paper, folder) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(paper)
    subprocess.run(["pdftoppm", "-gray", "-r", "200", "-singlefile", file, folder / "paper"], check=True)
    data = (folder / "paper.pgm").read_bytes()
    width, height = map(int, re.match(rb"P5\n(\d+) (\d+)\n255\n", data).groups())
    (code,) = zxingcpp.read_barcodes(numpy.frombuffer(data[-width * height :], numpy.uint8).reshape(height, width))
    return code.text


def test_an_own_certificate_is_downloaded_and_checked_by_anybody(page, giving, tmp_path):
    page.goto("/")
    page.evaluate(TAKE_PART, [giving, "Nguyễn Thị Bảo Châu", "phuong-mau-1", "0912345678"])
    page.goto("/chung-nhan/")
    with page.expect_download() as download:
        page.locator("#own-list a").click()
    fragment = link_on(download.value.path().read_bytes(), tmp_path).split("#")[1]

    page.context.clear_cookies()
    page.goto(f"/chung-nhan/#{fragment}")
    page.reload()
    expect(page.locator("#verdict")).to_contain_text("Chữ ký đúng")
    expect(page.locator('[data-fact="name"]')).to_have_text("Nguyễn Thị Bảo Châu")
    expect(page.locator("#kept")).to_contain_text("nội dung khớp")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    text, signature = fragment.split(".")
    words = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).replace("Bảo".encode(), "Bào".encode())
    forged = base64.urlsafe_b64encode(words).decode().rstrip("=")
    page.evaluate("(hash) => { location.hash = hash; }", f"{forged}.{signature}")
    expect(page.locator("#verdict")).to_contain_text("Chữ ký sai")
    expect(page.locator("#facts")).to_be_hidden()


def names_on(download, folder):
    papers = folder / "papers.pdf"
    download.save_as(papers)
    return subprocess.run(["pdftotext", papers, "-"], check=True, capture_output=True, text=True).stdout


def test_staff_keep_the_certificates_of_their_people(page, device, giving, contest, coordinator, staff, tmp_path):
    someone = device().new_page()
    someone.goto("/")
    someone.evaluate(TAKE_PART, [giving, "Lê Thị Quỳnh Giao", "thcs-mau-1", "0912345679"])
    sign_in(page, "/dau-moi/", coordinator)
    page.locator("#contest").select_option(contest)
    expect(page.locator("#certificates")).to_be_hidden()
    page.locator("#contest").select_option(giving)
    with page.expect_download() as download:
        page.locator("#certificate-rounds button").click()
    text = names_on(download.value, tmp_path)
    assert "Lê Thị Quỳnh Giao" in text
    assert "Nguyễn Thị Bảo Châu" not in text
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    desk = device().new_page()
    sign_in(desk, "/to-chuc/", staff)
    desk.locator("#contest").select_option(giving)
    with desk.expect_download() as download:
        desk.locator("#certificate-rounds button").click()
    text = names_on(download.value, tmp_path)
    assert "Lê Thị Quỳnh Giao" in text
    assert "Nguyễn Thị Bảo Châu" in text
