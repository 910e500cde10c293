"""What is kept of people, from both sides: the person's own page and the organizers' desk; and registering with more than most ask."""

import os
import re

import pytest
from conftest import PHONE, put
from playwright.sync_api import expect
from test_accessibility import check
from test_staff import sign_in

BANK = """bank: du-lieu
public: true
title: Dữ liệu
language: vi
licence: CC0-1.0
questions:
""" + "".join(f"""  - id: q{n}
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Số nào là {n}?
    options: [{{ text: Số {n}, correct: true }}, {{ text: Số {n + 100} }}]
    explanation: Vì {n} là {n}.
    source: Ví dụ
""" for n in range(1, 5))
CONTEST = """contest: du-lieu
mode: demo
title: Thử dữ liệu cá nhân
banks: [du-lieu]
rounds: [{ id: r, title: R, opens: 2020-01-01T00:00 }]
rules: { minutes: 20, identity: none }
groups: [{ id: nguoi-dan, title: Người dân, blueprint: [{ count: 2 }] }]
registration: { phone: optional, idNumber: optional, proofOfWork: true }
retention: { until: 2030-12-31 }
"""


@pytest.fixture(scope="module")
def asking(tmp_path_factory) -> str:
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    folder = tmp_path_factory.mktemp("du-lieu")
    bank, definition = folder / "bank.yaml", folder / "contest.yaml"
    bank.write_text(BANK, "utf-8")
    definition.write_text(CONTEST, "utf-8")
    return put(bank, definition)


def test_from_registering_to_being_erased(device, someone, asking, staff):
    page = device(viewport=PHONE).new_page()
    contestant = someone(page)
    contestant.contest, contestant.group = asking, "nguoi-dan"
    contestant.open()
    contestant.fill()
    expect(page.locator("#idNumber")).to_be_visible()
    page.locator("#idNumber").fill("042 090 001 23")
    page.locator('input[value="publishName"]').check()
    page.locator('input[value="contact"]').check()
    check(page, "register-extra")
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#idNumber-fault")).to_contain_text("12 chữ số")
    page.locator("#idNumber").fill("042 090 001 234")
    # A slow phone, for the work that it must do.
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    start = page.evaluate("performance.now()")
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#issued-code")).not_to_be_empty()
    print(f"registered with its proof in {page.evaluate('performance.now()') - start:.0f} ms")
    assert page.evaluate("performance.now()") - start < 15_000
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    code = page.locator("#issued-code").text_content()

    # On another device, by the code.
    own = device(viewport=PHONE).new_page()
    own.goto(f"/du-lieu-cua-toi/?contest={asking}")
    check(own, "own-code")
    own.locator("#entryCode").fill(code)
    own.locator("#code-form [type=submit]").click()
    facts = own.locator("#facts")
    expect(facts).to_contain_text(contestant.name)
    expect(facts).to_contain_text("bản băm")
    expect(facts).to_contain_text("31/12/2030")
    assert "042090001234" not in own.content()
    check(own, "own-data")
    with own.expect_download() as download:
        own.locator("#download").click()
    assert contestant.name in download.value.path().read_text("utf-8")

    own.get_by_role("button", name=re.compile("Rút lại: Tôi đồng ý nhận thông báo")).click()
    expect(own.locator("#ask")).to_contain_text("Số điện thoại")
    check(own, "own-withdraw")
    own.locator("#ask-form [type=submit]").click()
    expect(own.locator("#data-state")).to_have_text("Đã rút lại.")
    expect(facts.locator("div", has_text="Số điện thoại").locator("dd")).to_have_text("Không có")
    own.locator("#others-out").click()
    expect(own.locator("#data-state")).to_contain_text("1 máy khác")
    own.locator("#kind").select_option("correction")
    own.locator("#request-form [type=submit]").click()
    expect(own.locator("#wish-fault")).to_be_visible()
    own.locator("#kind").select_option("erasure")
    own.locator("#wish").fill("Tôi không dự thi nữa.")
    own.locator("#request-form [type=submit]").click()
    expect(own.locator("#requests")).to_contain_text("Xoá dữ liệu")
    expect(own.locator("#requests .badge")).to_contain_text("Trả lời trước hết ngày")

    desk = device(viewport=PHONE, color_scheme="dark").new_page()
    sign_in(desk, f"/to-chuc/du-lieu-ca-nhan/?contest={asking}", staff)
    expect(desk.locator("#requests")).to_contain_text("Tôi không dự thi nữa.")
    expect(desk.locator("#retention")).to_contain_text("01/01/2031")
    check(desk, "desk")
    desk.get_by_role("button", name="Đã báo tiếp nhận: Yêu cầu số 1").click()
    expect(desk.locator("#requests .badge")).to_contain_text("Xử lý trước hết ngày")
    # What came on paper, of the same person.
    desk.locator("#find").fill(contestant.name)
    desk.locator("#find-form [type=submit]").click()
    expect(desk.locator("#purpose-fault")).to_be_visible()
    desk.locator("#purpose").fill("Đơn trên giấy")
    desk.locator("#find-form [type=submit]").click()
    desk.get_by_role("button", name="Ghi yêu cầu của người này").click()
    desk.locator("#paper-kind").select_option("correction")
    desk.locator("#paper-wish").fill("Sửa năm sinh thành 1991.")
    desk.locator("#paper-form [type=submit]").click()
    expect(desk.locator("#requests > li")).to_have_count(2)
    desk.get_by_role("button", name="Mở hồ sơ").last.click()
    desk.locator("#birthYear").fill("1991")
    desk.locator("#reason").fill("Theo căn cước")
    check(desk, "desk-person")
    desk.locator("#correct-form [type=submit]").click()
    expect(desk.locator("#state")).to_have_text("Đã ghi lại.")
    desk.get_by_role("button", name="Từ chối: Yêu cầu số 2").click()
    desk.locator("#ask-reason").fill("Đã sửa khi nhận đơn")
    desk.locator("#ask-form [type=submit]").click()
    expect(desk.locator("#requests > li")).to_have_count(1)

    own.reload()
    expect(facts).to_contain_text("1991")
    expect(own.locator("#requests")).to_contain_text("Đã sửa khi nhận đơn")
    expect(own.locator("#accesses")).to_contain_text("Đơn trên giấy")
    assert staff[0] not in own.locator("#accesses").text_content(), "no names of the staff"

    desk.get_by_role("button", name="Xoá danh tính: Yêu cầu số 1").click()
    expect(desk.locator("#ask")).to_contain_text(contestant.name)
    check(desk, "desk-erase")
    desk.locator("#ask-reason").fill("Theo yêu cầu số 1")
    desk.locator("#ask-form [type=submit]").click()
    expect(desk.locator("#state")).to_have_text("Đã xoá danh tính.")
    expect(desk.locator("#requests")).to_contain_text("Không có yêu cầu nào.")
    expect(desk.locator("#retention")).to_contain_text("Đã xoá 1 thí sinh")
    own.reload()
    expect(own.locator("#code-form")).to_be_visible()
