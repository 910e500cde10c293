"""Practice, pauses and complete papers, on the smallest phone."""

import re

import pytest
from conftest import PHONE
from playwright.sync_api import expect
from test_accessibility import check


@pytest.fixture
def someone_at(device, someone):
    """Somebody registered for a contest, before its rules; the page is 320 pixels wide."""

    def make(contest: str):
        contestant = someone(device(viewport=PHONE).new_page())
        contestant.contest = contest
        contestant.group = "nguoi-dan"
        contestant.register()
        return contestant

    return make


def fits(page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_answer_is_explained_and_then_stays(special, someone_at):
    contestant = someone_at(special("luyen-tap", mode="practice"))
    page = contestant.page
    page.locator("#issued-next").click()
    expect(page.locator("#rules-facts")).to_contain_text("Xem được giải thích ngay từng câu")
    expect(page.locator("#rules-ranking")).to_be_hidden()
    fits(page)
    page.locator("#start").click()

    # Nothing to explain yet.
    page.locator("#explain").click()
    expect(page.locator(".practice [role=alert]")).to_contain_text("Hãy trả lời câu này")
    contestant.choose(0)
    contestant.saved()
    page.locator("#explain").click()
    expect(page.locator(".practice .review")).to_be_focused()
    number = re.search(r"là (\d+)\?", page.locator("#prompt").inner_text())[1]
    expect(page.locator(".practice .explanation")).to_have_text(f"Vì {number} là {number}.")
    expect(page.locator("#question input").first).to_be_disabled()
    fits(page)
    check(page, "practice-explained")

    # By key and after a reload it stays as it is, and the other question is free.
    chosen = page.locator("#question input:checked").get_attribute("value")
    page.keyboard.press("2")
    page.reload()
    expect(page.locator(".practice .explanation")).to_be_visible()
    expect(page.locator("#question input:checked")).to_have_value(chosen)
    expect(page.locator("#question input").first).to_be_disabled()
    page.locator("#next").click()
    expect(page.locator("#explain")).to_be_visible()
    expect(page.locator("#question input").first).to_be_enabled()
    contestant.choose(1)
    contestant.saved()
    contestant.submit()
    expect(page.locator("#result-board")).to_be_hidden()
    expect(page.locator("#result-questions .review")).to_have_count(2)
    board = page.request.get("/api/v1/contests/luyen-tap/leaderboards/nguoi-dan").json()
    assert (board["status"], board["reason"]) == ("hidden", "practice")


def test_a_pause_is_told_before_and_after(special, someone_at):
    contestant = someone_at(special("co-nghi", attempts="{ limit: 3, per: day, pause: 45 }"))
    page = contestant.page
    page.locator("#issued-next").click()
    expect(page.locator("#rules-facts")).to_contain_text("45 phút, tính từ lúc nộp bài hoặc hết giờ")
    page.locator("#start").click()
    contestant.choose(0)
    contestant.submit()
    page.locator("#result-again").click()
    expect(page.locator("#rules-state")).to_contain_text("Bạn được bắt đầu lượt tiếp theo từ")
    expect(page.locator("#start")).to_be_hidden()
    fits(page)
    check(page, "paused")
    refused = page.request.post(
        "/api/v1/contests/co-nghi/attempts",
        data={"nonce": "ab" * 16},
        headers={"Origin": page.evaluate("location.origin")},
    )
    assert refused.status == 409
    assert refused.json()["code"] == "attempt-paused"
    assert 2_600 < int(refused.headers["retry-after"]) <= 2_700


def test_a_paper_with_blanks_is_sent_back_with_their_numbers(special, someone_at):
    contestant = someone_at(special("tra-loi-het", rules="  mustAnswerAll: true"))
    page = contestant.page
    page.locator("#issued-next").click()
    expect(page.locator("#rules-facts")).to_contain_text("Phải trả lời hết mọi câu")
    page.locator("#start").click()
    contestant.choose(0)
    contestant.saved()
    contestant.to_summary()
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    expect(page.locator("#summary-problem")).to_contain_text("Còn trống: câu 2")
    fits(page)
    page.locator("#summary-list .jump button").click()
    contestant.choose(1)
    contestant.saved()
    contestant.submit()
