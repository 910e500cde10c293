"""Questions with a picture: on a small screen, in full size, when it does not come, and in the result."""

import io
import re
import shutil
import zipfile

import pytest
from conftest import DESK, FIXTURES, PHONE, ROOT, put
from playwright.sync_api import Page, expect
from test_accessibility import LOOKS, check
from test_staff import sign_in

PICTURE = ROOT / "QuestionBanks/nhan-dien-lua-dao/ld2-058-ma-qr.png"
ALT = "Tấm biển ở quầy có một mã QR dán lệch, bên cạnh là điện thoại ở bước chuyển tiền."
HEAD = "bank: co-hinh\npublic: true\ntitle: Câu có hình\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
COMMON = f"""
    topic: mat-khau
    difficulty: easy
    groups: [can-bo]
    image: {{ file: bien.png, alt: "{ALT}" }}
    explanation: Vì vậy.
    source: Ví dụ
"""


@pytest.fixture(scope="session")
def pictures(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("pictures")
    questions = f"""  - id: mot{COMMON}    kind: single
    prompt: Trong hình có gì?
    options: [{{ text: Một mã QR, correct: true }}, {{ text: Một con mèo }}, {{ text: Một lá cờ }}]
  - id: hai{COMMON}    kind: short
    prompt: Mã trong hình gọi là mã gì?
    answers: [QR]
"""
    (folder / "co-hinh.yaml").write_text(HEAD + questions, "utf-8")
    (folder / "co-hinh").mkdir()
    shutil.copy(PICTURE, folder / "co-hinh/bien.png")
    contest = (FIXTURES / "kinds-contest.yaml").read_text("utf-8")
    contest = re.sub(r"^contest: .*$", "contest: co-hinh", contest, flags=re.MULTILINE)
    contest = re.sub(r"^banks: .*$", "banks: [co-hinh]", contest, flags=re.MULTILINE)
    (folder / "contest.yaml").write_text(contest.replace("count: 10", "count: 2"), "utf-8")
    return put(folder / "co-hinh.yaml", folder / "contest.yaml")


@pytest.fixture
def sitting(device, someone, pictures):
    def make(before=lambda page: None, **options) -> Page:
        page = device(**options).new_page()
        contestant = someone(page)
        contestant.contest = pictures
        contestant.register()
        before(page)
        contestant.begin()
        return page

    return make


def image(page: Page):
    return page.locator("#question .picture img")


def seen(page: Page, pictures=None) -> None:
    """Waits for pictures; the policy of the pages admits no script from here, so that the page is asked again and again."""
    pictures = pictures or image(page)
    for _ in range(100):
        if pictures.evaluate_all("(all) => all.length > 0 && all.every((img) => img.naturalWidth > 0)"):
            break
        page.wait_for_timeout(100)
    for picture in pictures.all():
        expect(picture).to_be_visible()
        assert picture.evaluate("(img) => img.naturalWidth > 0")


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_it_is_seen_described_and_fits(sitting, size, scheme):
    page = sitting(viewport=size, color_scheme=scheme)
    for number in (1, 2):
        seen(page)
        expect(image(page)).to_have_attribute("alt", ALT)
        expect(image(page)).to_have_attribute("width", "760")
        expect(image(page)).to_have_attribute("height", "560")
        box = image(page).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
        assert box["width"] / box["height"] == pytest.approx(760 / 560, rel=0.02)
        fits(page)
        check(page, f"picture-{number}")
        if number == 1:
            page.locator("#next").click()
    while not page.locator("#exam-summary").is_visible():
        page.locator("#next").click()
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    expect(page.locator(".review .picture img")).to_have_count(2)
    page.locator(".review .picture img").last.scroll_into_view_if_needed()
    seen(page, page.locator(".review .picture img"))
    fits(page)
    check(page, "picture-result")


def test_nothing_moves_when_it_comes(sitting):
    held = []
    page = sitting(lambda page: page.route("**/api/v1/media/**", lambda route: held.append(route)), viewport=PHONE)
    place = lambda: page.locator("#question .question-tools").bounding_box()["y"]
    expect(page.locator(".picture .pane img")).to_be_attached()
    expect(page.locator("#question .question-tools")).to_be_visible()
    before = place()
    for route in held:
        route.continue_()
    seen(page)
    assert place() == before


def test_a_tap_shows_it_in_full_size(sitting):
    page = sitting(viewport=PHONE)
    seen(page)
    button = page.get_by_role("button", name="Phóng to ảnh")
    small = image(page).bounding_box()["width"]
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert image(page).bounding_box()["width"] == 760
    pane = page.locator(".picture .pane")
    assert pane.evaluate("(pane) => pane.scrollWidth > pane.clientWidth")
    fits(page)
    check(page, "picture-large")
    pane.focus()
    page.keyboard.press("End")
    image(page).click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert image(page).bounding_box()["width"] == small


def test_a_large_screen_needs_no_button(sitting):
    page = sitting(viewport={**DESK, "width": 1600})
    seen(page)
    assert image(page).bounding_box()["width"] > 680
    expect(page.get_by_role("button", name="Phóng to ảnh")).to_be_hidden()


def test_what_does_not_come_is_told_and_comes_on_demand(sitting):
    page = sitting(lambda page: page.route("**/api/v1/media/**", lambda route: route.abort()), viewport=PHONE)
    expect(page.locator(".picture [role=status]")).to_contain_text(ALT)
    expect(image(page)).to_be_hidden()
    check(page, "picture-failed")
    fits(page)
    again = page.get_by_role("button", name="Tải lại ảnh")
    again.click()
    expect(again).to_be_visible()
    page.unroute("**/api/v1/media/**")
    again.click()
    seen(page)
    expect(again).to_be_hidden()


def test_without_its_module_the_picture_is_there(sitting):
    page = sitting(lambda page: page.route("**/js/picture.js", lambda route: route.abort()), viewport=PHONE)
    seen(page)
    fits(page)


def test_an_organizer_brings_them_in_an_archive(page, staff):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        question = f"  - id: mot{COMMON}    kind: short\n    prompt: Mã gì?\n    answers: [QR]\n"
        packed.writestr("tu-trang.yaml", HEAD.replace("co-hinh", "tu-trang") + question)
        packed.write(PICTURE, "tu-trang/bien.png")
    sign_in(page, "/to-chuc/", staff)
    file = {"name": "tu-trang.zip", "mimeType": "application/zip", "buffer": data.getvalue()}
    page.set_input_files("#file", files=[file])
    expect(page.locator("#import-state")).to_contain_text("Số câu có ảnh: 1.")
    page.locator("#import-confirm").click()
    expect(page.locator("#banks")).to_contain_text("tu-trang")
