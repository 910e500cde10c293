"""axe on every page and state, small and large, light and dark."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import DESK, PHONE
from playwright.sync_api import Page, expect

LOOKS = [pytest.param(size, scheme, id=f"{size['width']}-{scheme}") for size in (PHONE, DESK) for scheme in ("light", "dark")]


def check(page: Page, state: str) -> None:
    shots = os.environ.get("QUIZ_SHOTS")
    if shots:
        scheme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
        page.screenshot(path=Path(shots) / f"{page.viewport_size['width']}-{scheme}-{state}.png", full_page=True)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{state}: {found.generate_report()}"


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_the_way_of_a_contestant(device, someone, contest, size, scheme):
    page = device(viewport=size, color_scheme=scheme).new_page()
    contestant = someone(page)
    page.goto("/")
    expect(page.locator("#contests .card").first).to_be_visible()
    check(page, "home")
    contestant.open()
    check(page, "register")
    page.locator("#register-form [type=submit]").click()
    check(page, "register-faults")
    page.locator("#to-code").click()
    check(page, "code")
    page.locator("#to-register").click()
    contestant.fill()
    check(page, "register-filled")
    page.locator("#unit").fill("")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#unit-list [role=option]").first).to_be_visible()
    check(page, "units")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#issued-code")).not_to_be_empty()
    check(page, "issued")
    page.locator("#issued-next").click()
    expect(page.locator("#start")).to_be_visible()
    page.locator("#rules-verify summary").click()
    check(page, "rules")
    page.locator("#start").click()
    expect(page.locator("#question input").first).to_be_visible()
    check(page, "question")
    contestant.choose(1)
    contestant.saved()
    page.keyboard.press("f")
    check(page, "question-answered")
    page.context.set_offline(True)
    page.locator("#next").click()
    contestant.choose(0)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được")
    check(page, "question-offline")
    page.context.set_offline(False)
    contestant.saved()
    if page.locator("#open-palette").is_visible():
        page.locator("#open-palette").click()
        check(page, "palette")
        page.locator("#palette-close").click()
    contestant.to_summary()
    check(page, "summary")
    page.locator("#summary-submit").click()
    check(page, "confirm")
    page.locator("#confirm-submit").click()
    expect(page.locator("#result-card .name")).to_be_visible()
    check(page, "result")
    page.locator("#result-board").click()
    expect(page.locator("#board > *").first).to_be_visible()
    page.locator("details summary").first.click()
    check(page, "board")


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_the_pages_of_staff(device, staff, coordinator, size, scheme):
    for path, (user, password), name in (("/to-chuc/", staff, "organizer"), ("/to-chuc/ket-qua/", staff, "desk"), ("/dau-moi/", coordinator, "coordinator"), ("/to-chuc/bao-cao/", staff, "report")):
        page = device(viewport=size, color_scheme=scheme).new_page()
        page.goto(path)
        check(page, f"{name}-sign-in")
        page.locator("#username").fill(user)
        page.locator("#password").fill(password)
        page.locator("#staff-form [type=submit]").click()
        expect(page.locator('[data-step="work"]')).to_be_visible()
        page.wait_for_load_state("networkidle")
        check(page, name)
        if name == "organizer":
            check_import(page)
        if name == "desk":
            check_correction(page)
        if name == "report":
            page.locator("#report-form [type=submit]").click()
            expect(page.locator("#paper")).to_be_visible()
            check(page, "report-sheet")


def check_correction(page: Page) -> None:
    """Every kind of correction has its own fields, and nothing is applied before it was looked at."""
    for kind, field in (("keyCorrected", "#accept"), ("attemptVoided", "#given-back"), ("outage", "#from")):
        page.locator("#kind").select_option(kind)
        expect(page.locator(field)).to_be_visible()
        check(page, f"desk-{kind}")
    expect(page.locator("#apply")).to_be_hidden()
    page.locator("#from").fill("2026-11-24T08:00")
    page.locator("#to").fill("2026-11-24T09:00")
    page.locator("#reason").fill("Mất điện")
    page.locator("#correction [type=submit]").click()
    expect(page.locator("#effect-heading")).to_be_focused()
    expect(page.locator("#apply")).to_be_visible()
    check(page, "desk-effect")


def check_import(page: Page) -> None:
    """A file with faults, with notices, and a bank that loses something on its way out."""
    text = "Câu hỏi,A,B,Đáp án,Loại câu\nMột?,a,b,,\nViết về mật khẩu,,,,Tự luận\n"
    page.set_input_files("#file", files=[{"name": "Đề.csv", "mimeType": "text/csv", "buffer": text.encode()}])
    expect(page.locator("#import-faults tbody tr").first).to_be_visible()
    check(page, "organizer-faults")
    page.set_input_files("#file", files=[{"name": "Đề.csv", "mimeType": "text/csv", "buffer": text.replace("b,,", "b,A,").encode()}])
    page.locator("#import-skip").check()
    for name, value in (("topic", "mat-khau"), ("difficulty", "easy"), ("groups", "thcs")):
        page.locator(f"#import-{name}").select_option(value)
    expect(page.locator("#import-confirm")).to_be_visible()
    check(page, "organizer-counts")
    row = page.locator("#banks tbody tr").first
    row.locator("select").select_option("aiken")
    row.locator("button").click()
    expect(page.locator("#export-heading")).to_be_focused()
    check(page, "organizer-export")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_a_page_that_does_not_exist(page):
    assert page.goto("/khong-co-trang-nay").status == 404
    check(page, "not-found")


def test_english_has_a_place_for_everything(page, contest):
    page.goto(f"/thi/?contest={contest}")
    expect(page.locator("#register-form")).to_be_visible()
    page.locator("[data-language-switch]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1:visible")).to_have_text("Register")
    check(page, "english")


def test_text_at_twice_its_size_fits(device, someone):
    page = device(viewport=PHONE).new_page()
    contestant = someone(page)
    contestant.register()
    contestant.begin()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("#next").scroll_into_view_if_needed()
    page.locator("#next").click()
    expect(page.locator("#exam-progress")).to_contain_text("Câu 2")
