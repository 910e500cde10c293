"""A school from its class list to its results: import, slips, a pupil who sits the exam, who has come."""

import re

from playwright.sync_api import expect
from scanner import scanned
from test_accessibility import check

LIST = """\
DANH SÁCH HỌC SINH\t\t\t
STT\tHọ và tên\tNgày sinh\tLớp
1\tNguyễn Thị Bé {mark}\t05/09/2012\t8A
2\tTRẦN VĂN ÁNH {upper}\t2012\tLớp 8A
3\tLê Văn 3\t2012\t8A
"""


def sign_in(page, who):
    page.goto("/dau-moi/danh-sach/")
    page.locator("#username").fill(who[0])
    page.locator("#password").fill(who[1])
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator("#roster")).to_be_visible()


def test_a_school_runs_its_part_alone(page, device, coordinator, contest, base_url):
    mark = "".join(chr(65 + int(digit, 16)) for digit in f"{id(page):x}"[-6:]).title()
    sign_in(page, coordinator)
    page.locator("#contest").select_option(contest)
    page.locator("#paste-box summary").click()
    page.locator("#pasted").fill(LIST.format(mark=mark, upper=mark.upper()))
    page.locator("#check-pasted").click()
    expect(page.locator("#import-lines tbody tr").first).to_contain_text("“Lê Văn 3” không phải họ tên")
    expect(page.locator("#import-state")).to_contain_text("Các cột không dùng, không lưu: STT")
    page.locator("#title-case").check()
    expect(page.locator("#title-case-words")).to_contain_text(f"Trần Văn Ánh {mark}")
    check(page, "roster-faults")
    with page.expect_download() as download:
        page.locator("#import-faulty").click()
    assert download.value.suggested_filename == "Danh sách cần sửa.xlsx"
    expect(page.locator("#import-confirm")).to_contain_text("Ghi 2 người đúng")
    page.locator("#import-confirm").click()
    expect(page.locator("#import-state")).to_contain_text("Đã ghi 2 người")

    page.locator("#find").fill(f"be {mark}")
    row = page.locator("#people tbody tr")
    pupil_row = page.locator("#people tbody tr", has_text=f"Nguyễn Thị Bé {mark}")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("chưa vào")
    page.locator("#find").fill("")
    page.locator("#class").select_option("thcs-mau-1-8a")
    expect(page.locator("#people tbody tr").first).to_contain_text("Lớp 8A")
    check(page, "roster-list")
    page.locator("#print-class").click()
    slip = page.locator(".slip", has_text=f"Nguyễn Thị Bé {mark}")
    expect(slip).to_contain_text("Lớp 8A")
    code = slip.locator(".code").text_content()
    codes = [element.text_content() for element in page.locator(".slip .code").all()]
    assert scanned(page.locator("#slips")) == sorted(f"{base_url}/#code={one}" for one in codes)
    check(page, "roster-slips")
    page.emulate_media(media="print")
    sheet = page.pdf(format="A4", prefer_css_page_size=True)
    assert sheet.startswith(b"%PDF") and len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1 + (len(codes) - 1) // 10
    page.emulate_media(media="screen")
    page.locator("#slips-close").click()
    assert page.locator("#slips").inner_html() == ""

    pupil = device(viewport={"width": 320, "height": 640}).new_page()
    pupil.goto(f"/#code={code}")
    expect(pupil.locator("#consent-form")).to_be_visible()
    assert code not in pupil.url
    expect(pupil.locator("#hello")).to_contain_text(f"Nguyễn Thị Bé {mark}")
    check(pupil, "roster-consent")
    pupil.locator("#consent-form [type=submit]").click()
    expect(pupil.locator(".error-summary")).to_contain_text("Cần")
    pupil.locator('input[value="participation"]').check()
    pupil.locator('input[value="guardian"]').check()
    pupil.locator("#consent-form [type=submit]").click()
    pupil.locator("#start").click()
    expect(pupil.locator("#question legend")).to_be_visible()
    pupil.locator("#question .option").first.click()
    expect(pupil.locator("#save-state")).to_contain_text("Đã lưu")
    page.locator("#refresh").click()
    page.locator("#find").fill(f"be {mark}")
    expect(pupil_row).to_contain_text("đang thi")
    while not pupil.locator("#exam-summary").is_visible():
        pupil.locator("#next").click()
    pupil.locator("#summary-submit").click()
    pupil.locator("#confirm-submit").click()
    expect(pupil.locator("#result-card .name")).to_contain_text(mark)

    page.locator("#refresh").click()
    expect(pupil_row).to_contain_text("đã nộp")
    results = page.request.get(f"/api/v1/units/thcs-mau-1/results?contest={contest}&format=csv")
    assert f"Nguyễn Thị Bé {mark}" in results.text()

    # A new code ends the old one and whoever came by it; an attempt keeps its person on the roster.
    expect(pupil_row.get_by_role("button", name=re.compile("^Xóa"))).to_have_count(0)
    pupil_row.get_by_role("button", name=re.compile("^Cấp mã mới")).click()
    page.locator("#confirm-yes").click()
    expect(page.locator("#list-state")).to_contain_text("Đã cấp mã mới")
    assert pupil.request.get("/api/v1/sessions/current").status == 401
    pupil.goto(f"/#code={code}")
    expect(pupil.locator("#code-problem")).not_to_be_empty()
    page.locator("#find").fill(f"anh {mark}")
    row.get_by_role("button", name=f"Xóa: Trần Văn Ánh {mark}").click()
    page.locator("#confirm-yes").click()
    expect(page.locator("#people tbody tr")).to_have_count(0)


def test_foreign_and_absent_units_are_alike(page, coordinator, contest):
    sign_in(page, coordinator)
    origin = {"Origin": page.url.split("/dau-moi")[0], "Content-Type": "application/json"}
    for unit in ("thcs-mau-2", "khong-co"):
        for path in ("roster", "roster/classes"):
            assert page.request.get(f"/api/v1/units/{unit}/{path}?contest={contest}").status == 404
        assert page.request.post(f"/api/v1/units/{unit}/roster/slips?contest={contest}", data="{}", headers=origin).status == 404
        text = {**origin, "Content-Type": "text/plain"}
        assert page.request.post(f"/api/v1/units/{unit}/roster?contest={contest}", data="Họ tên,Năm sinh\nLê An,2012\n", headers=text).status == 404
