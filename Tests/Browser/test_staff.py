"""Organizers and coordinators."""

import io
import zipfile

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
        page.locator('[data-list="results"][data-form="csv"]').click()
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the mark at the start"
    expect(page.locator("#files a")).to_have_count(16)
    # Contact data go to nobody who does not say why.
    page.locator("#with-contact").check()
    page.locator('[data-list="unfinished"][data-form="xlsx"]').click()
    expect(page.locator("#purpose")).to_be_focused()
    page.locator("#purpose").fill("Nhắc người chưa thi")
    with page.expect_download() as download:
        page.locator('[data-list="unfinished"][data-form="xlsx"]').click()
    assert download.value.path().read_bytes().startswith(b"PK")


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
    expect(rows.first).to_contain_text("câu này chưa có chủ đề")
    expect(rows.first).to_contain_text("Viết tắt của xác thực")
    page.locator("#import-topic").select_option("mat-khau")
    page.locator("#import-difficulty").select_option("easy")
    page.locator("#import-groups").select_option(["nguoi-dan", "can-bo"])
    expect(page.locator("#import-confirm")).to_be_visible()
    expect(page.locator("#import-state")).to_contain_text("cau-hoi-cua-truong")
    page.locator("#import-confirm").click()
    expect(page.locator("#import-state")).to_contain_text("2 câu")
    expect(page.locator("#banks")).to_contain_text("cau-hoi-cua-truong")


SHEET = """\
STT,Câu hỏi,A,B,Đáp án,Chủ đề,Mức độ,Đối tượng
1,Mã OTP nên đưa cho ai?,Không ai,Nhân viên ngân hàng,A,mat-khau,Dễ,nguoi-dan
2,Ai nên biết mật khẩu của mình?,Chỉ mình,Bạn bè,,mat-khau,Dễ,nguoi-dan
3,=1+1,Hai,Ba,A,khong-co,Dễ,nguoi-dan
"""


def choose(page, name: str, text: str, kind: str = "text/csv") -> None:
    page.set_input_files("#file", files=[{"name": name, "mimeType": kind, "buffer": text.encode()}])


def parts(path) -> str:
    """All that stands in a workbook, as text."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        return "\n".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))


def test_faulty_rows_are_downloaded_mended_and_imported(page, staff):
    sign_in(page, "/to-chuc/", staff)
    choose(page, "Đề thử.csv", SHEET)
    rows = page.locator("#import-faults tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("cột “Đáp án”")
    expect(rows.nth(0)).to_contain_text("Ai nên biết mật khẩu")
    expect(page.locator("#import-state")).to_contain_text("có lỗi")
    with page.expect_download() as download:
        page.locator("#import-faulty-rows").click()
    assert download.value.suggested_filename == "Đề thử - lỗi.xlsx"
    book = parts(download.value.path())
    assert "Ai nên biết mật khẩu" in book and "OTP" not in book and ">Lỗi<" in book and "<f>" not in book
    with page.expect_download() as download:
        page.locator("#import-all-rows").click()
    assert "OTP" in parts(download.value.path())
    choose(page, "Đề thử.csv", SHEET.replace("Bạn bè,,", "Bạn bè,A,").replace("khong-co", "ma-doc"))
    expect(page.locator("#import-confirm")).to_be_visible()
    expect(page.locator("#import-downloads")).to_be_hidden()
    expect(page.locator("#import-state .figures")).to_contain_text("câu mới")


def test_essays_are_left_out_when_asked_for(page, staff):
    sign_in(page, "/to-chuc/", staff)
    mended = SHEET.replace("Bạn bè,,", "Bạn bè,A,").replace("khong-co", "ma-doc")
    essay = mended.replace("Đối tượng", "Đối tượng,Loại câu").replace("nguoi-dan", "nguoi-dan,") + "4,Viết về mật khẩu,,,,mat-khau,Dễ,nguoi-dan,Tự luận\n"
    choose(page, "Tự luận.csv", essay)
    expect(page.locator("#import-skip-box")).to_contain_text("Bỏ qua 1 câu")
    expect(page.locator("#import-confirm")).to_be_hidden()
    page.locator("#import-skip").focus()
    page.keyboard.press("Space")
    expect(page.locator("#import-confirm")).to_be_visible()
    expect(page.locator("#import-faults")).to_contain_text("bỏ qua câu này")
    page.locator("#import-skip").uncheck()
    expect(page.locator("#import-confirm")).to_be_hidden()


def test_questions_that_are_nearly_the_same_are_told(page, staff):
    sign_in(page, "/to-chuc/", staff)
    prompt = "Khi nhận được một cuộc gọi tự xưng là công an yêu cầu chuyển tiền thì nên làm gì"
    lines = [f"{n},{prompt} {end}?,Gác máy và báo cho công an,Chuyển tiền ngay,A,mat-khau,Dễ,nguoi-dan" for n, end in ((1, "trước"), (2, "đầu tiên"))]
    choose(page, "Gần giống.csv", "\n".join([SHEET.splitlines()[0], *lines]))
    expect(page.locator("#import-faults")).to_contain_text("gần giống câu")
    expect(page.locator("#import-faults")).to_contain_text("ở dòng 2 của tệp này")
    expect(page.locator("#import-confirm")).to_be_visible()


def test_a_template_is_taken_as_it_comes(page, staff):
    sign_in(page, "/to-chuc/", staff)
    for link, end in ((0, "xlsx"), (1, "csv")):
        with page.expect_download() as download:
            page.locator("[data-template]").nth(link).click()
        assert download.value.suggested_filename == f"Mẫu ngân hàng câu hỏi.{end}"
        page.set_input_files("#file", files=[{"name": f"mau.{end}", "mimeType": "text/csv", "buffer": download.value.path().read_bytes()}])
        expect(page.locator("#import-confirm")).to_be_visible()
        expect(page.locator("#import-state")).to_contain_text("2 câu")


def test_a_bank_is_downloaded_after_what_the_format_loses_was_told(page, staff):
    sign_in(page, "/to-chuc/", staff)
    row = page.locator("#banks tbody tr").filter(has_text="co-ban").first
    row.locator("select").select_option("aiken")
    row.locator("button").click()
    expect(page.locator("#export-heading")).to_be_focused()
    expect(page.locator("#export-notices")).to_contain_text("Aiken không giữ mã câu")
    page.locator("#export-cancel").click()
    expect(page.locator("#export-box")).to_be_hidden()
    row.locator("button").click()
    with page.expect_download() as download:
        page.locator("#export-confirm").click()
    assert download.value.suggested_filename == "co-ban.txt"
    assert "ANSWER: " in download.value.path().read_text("utf-8")
    row.locator("select").select_option("yaml")
    with page.expect_download() as download:
        row.locator("button").click()
    assert download.value.path().read_text("utf-8").startswith("bank: co-ban\n")
    expect(page.locator("#export-state")).to_contain_text("nhật ký")


def test_a_file_of_an_unknown_kind_is_told_so(page, staff):
    sign_in(page, "/to-chuc/", staff)
    page.set_input_files("#file", files=[{"name": "de.odt", "mimeType": "application/msword", "buffer": b"PK"}])
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
    with page.expect_response(lambda reply: "state=not" in reply.url):
        page.locator("#state").select_option("not")
    expect(page.locator("#people-count")).not_to_be_empty()
    assert "đã nộp bài" not in page.locator("#people").inner_text()
    with page.expect_response(lambda reply: "q=khong+ai+ten+nay" in reply.url):
        page.locator("#find").fill("khong ai ten nay")
    expect(page.locator("#people")).to_be_empty()
    with page.expect_download() as download:
        page.locator('[data-list="unfinished"][data-form="semicolon"]').click()
    assert b";" in download.value.path().read_bytes()
    # Contact data leave with a purpose only.
    page.locator("#with-contact").check()
    page.locator('[data-list="participation"][data-form="xlsx"]').click()
    expect(page.locator("#purpose")).to_be_focused()
    page.locator("#purpose").fill("Trao giải")
    with page.expect_download() as download:
        page.locator('[data-list="participation"][data-form="xlsx"]').click()
    assert download.value.path().read_bytes().startswith(b"PK")


def test_a_report_is_made_and_printed(page, staff):
    sign_in(page, "/to-chuc/bao-cao/", staff)
    page.locator("#agency").fill("Sở Khoa học và Công nghệ")
    page.locator("#report-form [type=submit]").click()
    expect(page.locator("#paper")).to_contain_text("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    expect(page.locator("#paper")).to_contain_text("chưa có mẫu số")
    with page.expect_download() as download:
        page.locator("#report-xlsx").click()
    assert download.value.path().read_bytes().startswith(b"PK")
    page.emulate_media(media="print")
    expect(page.locator("#report-form")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
