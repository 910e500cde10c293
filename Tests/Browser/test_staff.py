"""Organizers and coordinators."""

from playwright.sync_api import expect

BROKEN = """\
bank: thu-nghiem-trinh-duyet
public: true
title: Tệp thử
language: vi
licence: CC-BY-4.0
questions:
  - id: mk-001
    topic: khong-co-chu-de-nay
    difficulty: easy
    groups: [can-bo]
    kind: single
    prompt: Câu thử?
    options:
      - text: Một
      - text: Hai
"""


def sign_in(page, path, staff):
    page.goto(path)
    page.locator("#username").fill(staff[0])
    page.locator("#password").fill(staff[1])
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator('[data-step="work"]')).to_be_visible()


def test_a_wrong_password_is_said_once_for_both_fields(page):
    page.goto("/to-chuc/")
    page.locator("#username").fill("khong-co-ai")
    page.locator("#password").fill("sai")
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator("#staff-form .error-summary")).to_contain_text("Tên đăng nhập hoặc mật khẩu")


def test_figures_results_and_banks(page, staff, contest):
    sign_in(page, "/to-chuc/", staff)
    page.locator("#contest").select_option(contest)
    expect(page.locator("#figures li")).to_have_count(5)
    expect(page.locator("#banks tbody tr").first).to_be_visible()
    with page.expect_download() as download:
        page.locator("#result-link").click()
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark at the start"


def test_a_bank_with_faults_is_refused_with_line_and_column(page, staff):
    sign_in(page, "/to-chuc/", staff)
    page.set_input_files("#file", files=[{"name": "loi.yaml", "mimeType": "application/yaml", "buffer": BROKEN.encode()}])
    expect(page.locator("#import-faults tbody tr").first).to_be_visible()
    expect(page.locator("#import-confirm")).to_be_hidden()


def test_signing_out_shows_the_form(page, staff):
    sign_in(page, "/to-chuc/", staff)
    page.locator("#staff-out").click()
    expect(page.locator("#staff-form")).to_be_visible()
    assert page.request.get("/api/v1/sessions/current").status == 401


def test_a_coordinator_sees_who_has_not_taken_part(page, coordinator, contest):
    sign_in(page, "/dau-moi/", coordinator)
    page.locator("#contest").select_option(contest)
    expect(page.locator("#unit-heading")).not_to_be_empty()
    expect(page.locator("#people-count")).not_to_be_empty()
    page.locator("#state").select_option("not")
    assert "đã nộp bài" not in page.locator("#people").inner_text()
    with page.expect_download() as download:
        page.locator("#result-link-semicolon").click()
    assert b";" in download.value.path().read_bytes()
