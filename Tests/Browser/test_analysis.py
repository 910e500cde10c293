"""The organizers' page of questions, over a contest that a small crowd has played."""

import os
import random
import secrets

import pytest
import requests
from conftest import DESK, PHONE, put
from playwright.sync_api import expect
from test_accessibility import LOOKS, check
from test_staff import sign_in

PEOPLE, QUESTIONS, LENGTH = 130, 12, 8
WRONG_KEY, EASY = 3, 7

BANK = "bank: phan-tich\npublic: true\ntitle: Phân tích\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
QUESTION = """  - id: q{0:02}
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Câu số {0}, hỏi về một việc phải làm khi nhận được tin nhắn lạ có kèm đường dẫn?
    options:
{1}
    explanation: Vì thế.
    source: Ví dụ
"""
CONTEST = """contest: phan-tich
mode: practice
title: Thử phân tích câu hỏi
banks: [phan-tich]
rounds: [{{ id: r, title: Đợt 1, opens: 2026-01-01T00:00, closes: 2090-01-01T00:00 }}]
rules: {{ minutes: 20, attempts: {{ limit: 1, per: contest }}, identity: none }}
groups:
  - {{ id: nguoi-dan, title: Người dân, blueprint: [{{ topic: mat-khau, count: {0} }}] }}
"""


def question(number: int) -> str:
    """The true answer says so; of one question another is marked as the key."""
    texts = [f"Đúng, câu {number}"] + [f"Sai {wrong}, câu {number}" for wrong in (1, 2, 3)]
    key = 2 if number == WRONG_KEY else 0
    options = "\n".join(f"      - {{ text: \"{text}\"{', correct: true' if place == key else ''} }}" for place, text in enumerate(texts))
    return QUESTION.format(number, options)


def play(url: str, chance: random.Random, unit: str, misses_easy: bool) -> bool:
    """Sits one paper; says whether the easy question was left out. Papers differ in each run, so its misses are counted."""
    session = requests.Session()
    session.headers["Origin"] = url
    body = {
        "requestKey": secrets.token_hex(16), "name": "Nguyễn Văn An", "group": "nguoi-dan", "unit": unit, "birthYear": 1990,
        "consents": ["participation"],
    }
    root = f"{url}/api/v1"
    session.post(f"{root}/contests/phan-tich/registrations", json=body, timeout=30).raise_for_status()
    attempt = session.post(f"{root}/contests/phan-tich/attempts", json={"nonce": secrets.token_hex(16)}, timeout=30).json()
    ability, missed = chance.gauss(0, 0.3), False
    for asked in attempt["questions"]:
        number = int(asked["prompt"].split(",")[0].split()[-1])
        if number == EASY and misses_easy:
            missed = True
            continue
        if number != EASY and chance.random() < 0.03:
            continue
        knows = number == EASY or chance.random() < 0.85 - number * 0.05 + ability
        fitting = [option["id"] for option in asked["options"] if option["text"].startswith("Đúng") == knows]
        answer = {"choice": [chance.choice(fitting)], "sequence": 1}
        session.put(f"{root}/attempts/{attempt['id']}/answers/{asked['position']}", json=answer, timeout=30).raise_for_status()
    session.post(f"{root}/attempts/{attempt['id']}/submission", json={}, timeout=30).raise_for_status()
    return missed


@pytest.fixture(scope="session")
def played(base_url, contest, tmp_path_factory) -> str:
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    folder = tmp_path_factory.mktemp("played")
    bank, definition = folder / "bank.yaml", folder / "contest.yaml"
    bank.write_text(BANK + "".join(question(n) for n in range(1, QUESTIONS + 1)), "utf-8")
    definition.write_text(CONTEST.format(LENGTH), "utf-8")
    name = put(bank, definition)
    units = requests.get(f"{base_url}/api/v1/contests/{name}/units?group=nguoi-dan&limit=1", timeout=30).json()["items"]
    chance, missed = random.Random(5), 0
    for _ in range(PEOPLE):
        # Two misses: hardly any, and enough that the question is not the same for everybody.
        missed += play(base_url, chance, units[0]["code"], missed < 2)
    return name


@pytest.fixture
def page_of_questions(device, staff, played):
    def make(**options):
        page = device(**options).new_page()
        sign_in(page, f"/to-chuc/cau-hoi/?contest={played}", staff)
        expect(page.locator("#items tbody tr")).to_have_count(QUESTIONS)
        return page

    return make


def test_what_needs_a_look_comes_first_and_says_what_to_do(page_of_questions):
    page = page_of_questions(viewport=DESK)
    expect(page.locator("#state")).to_contain_text(f"Tính từ {PEOPLE} bài")
    first = page.locator("#items tbody tr").first
    expect(first).to_contain_text("q03")
    expect(first).to_contain_text("Có thể đáp án sai")
    first.locator("button").click()
    expect(page.locator("#detail-heading")).to_be_focused()
    expect(page.locator("#detail-body")).to_contain_text("Người làm tốt các câu khác lại chọn “A”")
    options = page.locator("#detail-body tbody").first.locator("tr")
    expect(options).to_have_count(4)
    expect(options.nth(2)).to_contain_text("Đáp án")
    expect(page.locator("#detail-body svg[role=img]")).to_be_visible()
    page.locator("#detail-close").click()
    expect(first.locator("button")).to_be_focused()


def test_the_table_is_sorted_and_narrowed_by_keyboard(page_of_questions):
    page = page_of_questions(viewport=DESK)
    page.locator('[data-column="facility"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("Độ dễ")
    expect(page.locator('[data-column="facility"]')).to_be_focused()
    expect(page.locator("#items tbody tr").first).to_contain_text("q03")
    page.keyboard.press("Enter")
    expect(page.locator("#items tbody tr").first).to_contain_text(f"q{EASY:02}")
    page.locator("#flag").select_option("tooEasy")
    expect(page.locator("#items tbody tr")).to_have_count(1)
    page.locator("#flag").select_option("")
    page.locator("#find").fill("số 11")
    expect(page.locator("#shown")).to_have_text("1 câu.")
    page.locator("#find").fill("không có")
    expect(page.locator("#shown")).to_have_text("Không có câu nào như vậy.")


def test_every_plot_has_its_numbers_in_a_table(page_of_questions):
    page = page_of_questions(viewport=DESK)
    expect(page.locator("#map svg .point")).to_have_count(page.evaluate("document.querySelectorAll('#items td.number').length / 4"))
    expect(page.locator("#map svg")).to_have_attribute("aria-label", f"Biểu đồ {QUESTIONS} câu theo độ dễ và độ phân biệt. Cùng số liệu ở bảng “Từng câu”.")
    page.locator("#items tbody button").nth(1).click()
    page.locator("#detail-body details summary").click()
    expect(page.locator("#detail-body details tbody tr")).to_have_count(4)


def test_files_come_with_the_chosen_filter(page_of_questions):
    page = page_of_questions(viewport=DESK)
    page.locator("#attempts").select_option("all")
    expect(page.locator("#state")).to_contain_text("Tính từ")
    for link, start in (("#file-csv", b"\xef\xbb\xbf"), ("#file-xlsx", b"PK")):
        assert "attempts=all" in page.locator(link).get_attribute("href")
        with page.expect_download() as download:
            page.locator(link).click()
        assert download.value.path().read_bytes().startswith(start)


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_the_page_is_for_everybody(page_of_questions, size, scheme):
    page = page_of_questions(viewport=size, color_scheme=scheme)
    check(page, "analysis")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator("#items tbody button").first.click()
    page.locator("#detail-body details summary").click()
    expect(page.locator("#detail-body svg")).to_be_visible()
    check(page, "analysis-detail")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_english(page_of_questions):
    page = page_of_questions(viewport=PHONE)
    page.locator("[data-language-switch]").click()
    expect(page.locator("h1:visible")).to_have_text("Analysis of questions")
    expect(page.locator("#items tbody tr").first).to_contain_text("Key may be wrong")
    page.locator("#items tbody button").first.click()
    expect(page.locator("#detail-body")).to_contain_text("Those who do well elsewhere choose 'A'")


def test_a_coordinator_finds_nothing(page, coordinator, played):
    sign_in(page, "/dau-moi/", coordinator)
    assert page.request.get(f"/api/v1/contests/{played}/statistics").status == 404
    page.goto(f"/to-chuc/cau-hoi/?contest={played}")
    expect(page.locator("#state")).to_contain_text("Tài khoản này không tổ chức cuộc thi nào.")
