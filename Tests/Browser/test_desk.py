"""Organizers publish results, correct them, and help one person: what is done is seen where contestants look."""

import os
from datetime import datetime, timedelta

import pytest
from conftest import PHONE
from playwright.sync_api import expect
from test_accessibility import check
from test_prizes import VIETNAM, open_for, sit, wait_until
from test_staff import sign_in

PEOPLE = [("Đoàn Thị Mận", 2), ("Trương Văn Nhãn", 1), ("Lương Thị Ổi", 0)]


@pytest.fixture(scope="module")
def over(tmp_path_factory, browser, base_url, staff):
    """A round that is over, with three results."""
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    contest, closes = open_for(12, tmp_path_factory.mktemp("desk"), "ban-ket-qua")
    for name, right in PEOPLE:
        sit(browser, base_url, name, right, contest=contest)
    wait_until(closes)
    return contest


def open_desk(page, staff, contest):
    sign_in(page, f"/to-chuc/ket-qua/?contest={contest}", staff)
    expect(page.locator("#contest")).to_have_value(contest)


def find(page, words):
    page.locator("#person-words").fill(words)
    page.locator("#person-find [type=submit]").click()
    page.locator("#person-list button").click()
    expect(page.locator("#person-heading")).to_be_focused()


def test_results_are_published_step_by_step(page, staff, over):
    open_desk(page, staff, over)
    page.get_by_role("button", name="Công bố tạm thời").click()
    expect(page.locator("#step-heading")).to_be_focused()
    page.locator("#step-confirm").click()
    expect(page.locator("#work-problem")).not_to_be_empty()
    until = datetime.now(VIETNAM) + timedelta(days=3)
    page.locator("#until").fill(until.strftime("%Y-%m-%dT%H:%M"))
    page.locator("#step-confirm").click()
    expect(page.locator("#states")).to_contain_text("Tạm thời, nhận khiếu nại")
    check(page, "desk-provisional")
    page.goto(f"/bang-vang/?contest={over}")
    expect(page.locator("main")).to_contain_text("tạm thời")


def test_a_void_question_is_looked_at_then_applied_once(page, staff, over):
    open_desk(page, staff, over)
    page.locator("#kind").select_option("questionVoided")
    page.locator("#bank").fill("chon-giai")
    page.locator("#question").fill("khong-co")
    page.locator("#reason").fill("Đề in thiếu dữ kiện")
    page.locator("#correction [type=submit]").click()
    expect(page.locator("#correction-problem")).not_to_be_empty()
    page.locator("#question").fill("q1")
    page.locator("#correction [type=submit]").click()
    expect(page.locator("#effect-words")).to_contain_text("Chấm lại")
    # Another word, and what was seen no longer counts.
    page.locator("#reason").fill("Đề in thiếu dữ kiện, câu 1")
    expect(page.locator("#apply")).to_be_hidden()
    page.locator("#correction [type=submit]").click()
    page.locator("#apply").dblclick()
    expect(page.locator("#applied")).to_contain_text("Đã áp dụng đính chính số 1")
    expect(page.locator("#done tbody tr")).to_have_count(1)
    expect(page.locator("#done")).to_contain_text("Đề in thiếu dữ kiện, câu 1")


def test_an_attempt_is_void(page, staff, over):
    open_desk(page, staff, over)
    find(page, "luong thi oi")
    expect(page.locator("#person-attempts tbody tr")).to_have_count(1)
    check(page, "desk-person")
    page.get_by_role("button", name="Hủy lượt này").click()
    expect(page.locator("#attempt")).to_be_focused()
    page.locator("#reason").fill("Thi hộ")
    page.locator("#correction [type=submit]").click()
    page.locator("#apply").click()
    expect(page.locator("#done")).to_contain_text("Thi hộ")
    find(page, "luong thi oi")
    expect(page.locator("#person-attempts")).to_contain_text("đã hủy")


def test_one_person_is_given_time(page, device, someone, staff, contest):
    other = someone(device().new_page())
    other.register()
    open_desk(page, staff, contest)
    find(page, other.name)
    expect(page.locator("#allowance-now")).to_have_text("Thời gian như mọi người.")
    page.locator("#allowance [type=submit]").click()
    expect(page.locator("#allowance-problem")).not_to_be_empty()
    page.locator("#allowance-amount").fill("25")
    page.locator("#allowance-reason").fill("Khiếm thị")
    page.locator("#allowance [type=submit]").click()
    expect(page.locator("#allowance-now")).to_contain_text("Được thêm 25 %")
    page.set_viewport_size(PHONE)
    check(page, "desk-allowance")

    path = f"/api/v1/contests/{contest}"
    usual = page.request.get(path).json()["rules"]["minutes"]
    with other.page.expect_response(lambda reply: reply.url.endswith(f"{path}/attempts") and reply.request.method == "POST") as begun:
        other.begin()
    assert lasts(begun.value.json()) == usual * 1.25

    find(page, other.name)
    page.get_by_role("button", name="Thêm giờ", exact=True).first.click()
    page.locator("#minutes").fill("5")
    page.locator("#time-reason").fill("Máy hỏng")
    page.locator("#time [type=submit]").click()
    expect(page.locator("#time-state")).to_contain_text("Hạn mới")
    page.locator("#allowance-end").click()
    expect(page.locator("#allowance-now")).to_have_text("Thời gian như mọi người.")


def lasts(attempt):
    """Minutes."""
    began, ends = (datetime.fromisoformat(attempt[name]) for name in ("startedAt", "deadline"))
    return (ends - began).total_seconds() / 60
