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


GIFT = "Viết tắt của xác thực hai lớp? {=2FA =MFA}\n\nKý hiệu ổ khóa cho biết gì? {=Đường truyền được mã hóa ~Trang đáng tin#Không}\n"


def test_a_foreign_file_is_completed_on_the_page_and_imported(page, staff):
    sign_in(page, "/to-chuc/", staff)
    file = {"name": "Câu hỏi của trường.gift", "mimeType": "text/plain", "buffer": GIFT.encode()}
    page.set_input_files("#file", files=[file])
    rows = page.locator("#import-faults tbody tr")
    expect(rows.first).to_contain_text("topic")
    expect(rows.first).to_contain_text("Viết tắt của xác thực")
    page.locator("#import-topic").select_option("mat-khau")
    page.locator("#import-difficulty").select_option("easy")
    page.locator("#import-groups").select_option(["nguoi-dan", "can-bo"])
    expect(page.locator("#import-confirm")).to_be_visible()
    expect(page.locator("#import-state")).to_contain_text("cau-hoi-cua-truong")
    page.locator("#import-confirm").click()
    expect(page.locator("#import-state")).to_contain_text("2 câu")
    expect(page.locator("#banks")).to_contain_text("cau-hoi-cua-truong")


def test_a_file_of_an_unknown_kind_is_told_so(page, staff):
    sign_in(page, "/to-chuc/", staff)
    page.set_input_files("#file", files=[{"name": "de.docx", "mimeType": "application/msword", "buffer": b"PK"}])
    expect(page.locator("#import-problem")).to_contain_text(".xlsx")


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
