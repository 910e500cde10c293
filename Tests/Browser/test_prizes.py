"""Organizers settle prizes: who wins, who is checked, who is level."""

import os
import secrets
import time
from datetime import datetime, timedelta, timezone

import pytest
from conftest import DESK, FIXTURES, PHONE, put
from playwright.sync_api import expect
from test_accessibility import check
from test_staff import sign_in

VIETNAM = timezone(timedelta(hours=7))
# Long enough for seven people to register and submit.
WINDOW = 24
NAMES = ["Trần Thị Ánh", "Lê Văn Bảo", "Phạm Thị Chi", "Hoàng Văn Đức", "Võ Thị Én"]
BANK = """\
bank: chon-giai
public: true
title: Chọn một
language: vi
licence: CC0-1.0
questions:
""" + "".join(
    f"""  - id: q{n}
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Trong hai số dưới đây, số nào là {n}?
    options: [{{ text: Số {n}, correct: true }}, {{ text: Số {n + 10} }}]
    explanation: Vì {n} là {n}.
    source: Ví dụ
"""
    for n in range(1, 4)
)


# Their communes are level, far behind the first.
ALONE = [("Đinh Thị Giang", "phuong-mau-2"), ("Mai Văn Hòa", "xa-mau-1")]


def sit(browser, base_url, name, right, unit="phuong-mau-1", contest="giai-thuong"):
    """Registers and submits as a page does, with so many right answers."""
    context = browser.new_context(base_url=base_url, extra_http_headers={"Origin": base_url})
    call = context.request
    body = {
        "requestKey": secrets.token_hex(16),
        "name": name,
        "group": "nguoi-dan",
        "unit": unit,
        "birthYear": 1990,
        "consents": ["participation"],
    }
    reply = call.post(f"/api/v1/contests/{contest}/registrations", data=body)
    assert reply.status == 201, reply.text()
    attempt = call.post(f"/api/v1/contests/{contest}/attempts", data={"nonce": secrets.token_hex(16)}).json()
    for index, question in enumerate(attempt["questions"]):
        number = question["prompt"].split("là ")[1].rstrip("?")
        is_right = index < right
        option = next(o for o in question["options"] if (o["text"] == f"Số {number}") == is_right)
        answer = {"choice": [option["id"]], "sequence": 1}
        reply = call.put(f"/api/v1/attempts/{attempt['id']}/answers/{question['position']}", data=answer)
        assert reply.status == 200, reply.text()
    assert call.post(f"/api/v1/attempts/{attempt['id']}/submission", data={}).status == 200
    context.close()


def open_for(seconds, folder, name):
    """A contest whose round ends so soon."""
    bank, definition = folder / "bank.yaml", folder / "contest.yaml"
    bank.write_text(BANK, "utf-8")
    now = datetime.now(VIETNAM)
    closes = now + timedelta(seconds=seconds)
    text = (FIXTURES / "prizes-contest.yaml").read_text("utf-8").replace("contest: giai-thuong", f"contest: {name}")
    text = text.replace("OPENS", (now - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S"))
    definition.write_text(text.replace("CLOSES", closes.strftime("%Y-%m-%dT%H:%M:%S")), "utf-8")
    return put(bank, definition), closes


def wait_until(closes):
    # A second of grace, and the one that was cut off above.
    time.sleep(max(0, (closes - datetime.now(VIETNAM)).total_seconds()) + 3)


@pytest.fixture(scope="module")
def settled(tmp_path_factory, browser, base_url, staff):
    """A round that is over: one person ahead, three level behind, one last."""
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    contest, closes = open_for(WINDOW, tmp_path_factory.mktemp("prizes"), "giai-thuong")
    for name, right in zip(NAMES, [2, 1, 1, 1, 0]):
        sit(browser, base_url, name, right)
    for name, unit in ALONE:
        sit(browser, base_url, name, 0, unit)
    wait_until(closes)
    return contest


def open_prizes(page, staff, contest):
    sign_in(page, f"/to-chuc/giai-thuong/?contest={contest}", staff)
    expect(page.locator("#boards h2")).to_have_text("Tuần 1 – Người dân")


def winners(page):
    return page.locator("#boards .won .name").all_inner_texts()


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "light"), (PHONE, "dark")])
def test_a_tie_is_shown_with_its_people_and_fits(device, staff, settled, size, scheme):
    page = device(viewport=size, color_scheme=scheme).new_page()
    page.goto("/to-chuc/giai-thuong/")
    check(page, "prizes-sign-in")
    open_prizes(page, staff, settled)
    expect(page.locator("#ties .tie")).to_contain_text("3 người cùng hạng 2 tranh 1 × Giải Nhì, 1 × Giải Ba")
    assert winners(page) == [NAMES[0]]
    expect(page.locator("#units")).to_contain_text("Cờ thi đua")
    check(page, "prizes")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator(".won").get_by_role("button", name="Không xét giải").click()
    check(page, "prizes-reason")


def test_settling_by_keyboard(page, staff, settled):
    open_prizes(page, staff, settled)
    won = page.locator(".won")
    won.get_by_role("button", name="Đúng người").first.focus()
    page.keyboard.press("Enter")
    expect(won.first).to_contain_text("Đã xác minh")

    # An exclusion needs a reason, and Escape leaves all as it was.
    won.get_by_role("button", name="Không xét giải").press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#reason-dialog")).to_be_hidden()
    won.get_by_role("button", name="Không xét giải").press("Enter")
    expect(page.locator("#reason-kind")).to_be_focused()
    page.locator("#reason-form [type=submit]").press("Enter")
    expect(page.locator("#reason-problem")).not_to_be_empty()
    page.keyboard.type("Thành viên Tổ thư ký")
    page.keyboard.press("Enter")
    expect(page.locator("#excluded")).to_contain_text(NAMES[0])
    expect(page.locator("#excluded")).to_contain_text("Thành viên Tổ thư ký")
    expect(page.locator(".won")).to_have_count(0)
    expect(page.locator("#ties .tie")).to_contain_text("1 × Giải Nhất, 1 × Giải Nhì, 1 × Giải Ba")

    # Back in again.
    page.locator("#excluded").get_by_role("button", name="Xét giải trở lại").press("Enter")
    expect(page.locator(".won .name")).to_have_text([NAMES[0]])


def test_a_tie_is_decided_with_a_reason(page, staff, settled):
    open_prizes(page, staff, settled)
    tie = page.locator("#ties .tie form")
    tie.locator("select").nth(1).select_option("2")
    tie.locator("[type=submit]").click()
    expect(tie.locator(".field-fault")).to_contain_text("1, 2, 3")
    tie.locator("select").nth(2).select_option("1")
    tie.locator("[type=submit]").click()
    expect(tie.locator(".field-fault")).to_contain_text("để trống")
    tie.locator("input").fill("Biên bản họp số 3")
    order = page.locator("#ties .tie .name").all_inner_texts()
    tie.locator("[type=submit]").click()
    expect(page.locator("#ties-list")).to_contain_text("Biên bản họp số 3")
    assert winners(page) == [NAMES[0], order[2], order[1]]
    expect(page.locator("#prize-state")).to_contain_text("0 nhóm cần quyết định")


def test_level_units_are_put_in_order(page, staff, settled):
    open_prizes(page, staff, settled)
    prizes = page.locator("#units tbody td:nth-child(2), #units tbody tr > :nth-child(2)")
    expect(prizes).to_have_text(["Cờ thi đua", "Bằng khen", "Bằng khen"])
    tie = page.locator("#units .tie form")
    last = tie.locator(".name").nth(1).inner_text()
    tie.locator("select").nth(1).select_option("1")
    tie.locator("input").fill("Biên bản họp số 4")
    tie.locator("[type=submit]").click()
    expect(page.locator("#prize-state")).to_contain_text("Đã ghi")
    expect(prizes).to_have_text(["Cờ thi đua", "Bằng khen", "–"])
    expect(page.locator("#units tbody tr").nth(1)).to_contain_text(last)
    expect(page.locator("#units details summary")).to_contain_text("Đã quyết định thứ tự của 2 đơn vị")


def test_a_draw_is_kept_once(page, staff, settled):
    open_prizes(page, staff, settled)
    form = page.locator("#draws-list form")
    form.locator("input[type=text]").nth(0).fill("Giải đặc biệt 52817")
    form.locator("input[type=text]").nth(1).fill("xskt.example.vn, 24/11/2026")
    form.locator("[type=submit]").click()
    expect(form.locator(".field-fault")).to_contain_text("đối chiếu")
    form.locator("input[type=checkbox]").check()
    form.locator("[type=submit]").click()
    expect(page.locator("#draws-list")).to_contain_text("“Giải đặc biệt 52817”")
    expect(page.locator("#draws-list form")).to_have_count(0)


def test_somebody_is_found_and_the_list_is_taken_home(page, staff, settled):
    open_prizes(page, staff, settled)
    page.locator("#find").fill("hoang duc")
    page.keyboard.press("Enter")
    expect(page.locator("#found .name")).to_have_text([NAMES[3]])
    expect(page.locator("#found-state")).to_contain_text("1 người")
    with page.expect_download() as download:
        page.locator("#prize-csv").click()
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
    with page.expect_download() as download:
        page.locator("#prize-xlsx").click()
    assert download.value.path().read_bytes().startswith(b"PK")


def test_the_page_is_whole_in_english(page, staff, settled):
    open_prizes(page, staff, settled)
    page.locator("[data-language-switch]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1:visible")).to_have_text("Prizes")
    expect(page.locator("#boards h2")).to_be_visible()
    assert "prizes." not in page.locator("main").inner_text()
    check(page, "prizes-english")
