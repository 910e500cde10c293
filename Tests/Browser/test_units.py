"""Organizers bring units, put them right, enter how many people they have, and merge them."""

import secrets

from conftest import PHONE
from playwright.sync_api import expect
from test_accessibility import check
from test_staff import sign_in

REGISTER = """async ([contest, names]) => {
    for (const [index, otherUnit] of names.entries()) {
        const requestKey = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
        const body = { requestKey, name: `Vũ Thị Ngân ${"ABC"[index]}`, group: "nguoi-dan", unit: "khac", otherUnit, birthYear: 1990, phone: `091234560${index}`, consents: ["participation"] };
        const reply = await fetch(`/api/v1/contests/${contest}/registrations`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
        if (!reply.ok) throw new Error(await reply.text());
    }
}"""
HEADING = "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã cấp trên\n"


def choose(page, rows):
    page.set_input_files("#file", files=[{"name": "Đơn vị.csv", "mimeType": "text/csv", "buffer": (HEADING + rows).encode()}])


def open_unit(page, typed, title):
    page.locator("#find").fill(typed)
    page.locator("#find-form [type=submit]").click()
    page.locator("#unit-rows").get_by_role("button", name=title, exact=True).click()
    expect(page.locator("#card-heading")).to_have_text(title)
    expect(page.locator("#card-heading")).to_be_focused()


def bring(page, rows):
    choose(page, rows)
    page.locator("#import-confirm").click()
    expect(page.locator("#import-state")).to_contain_text("Đã nạp")


def test_a_file_is_put_right_and_brought(page, staff):
    sign_in(page, "/to-chuc/don-vi/", staff)
    tag = secrets.token_hex(3)
    choose(page, f"p-{tag},Phòng thử {tag},Không có loại này,tinh\n")
    expect(page.locator("#import-problem")).to_contain_text("1")
    expect(page.locator("#import-lines tbody tr").first).to_contain_text("2")
    expect(page.locator("#import-confirm")).to_be_hidden()
    with page.expect_download() as download:
        page.locator("#import-faults-file").click()
    assert download.value.path().read_bytes().startswith(b"PK")
    check(page, "units-faults")

    bring(page, f"p-{tag},Phòng thử {tag},so-nganh,tinh\n")
    expect(page.locator("#import-confirm")).to_be_hidden()
    # Found without marks.
    open_unit(page, f"phong thu {tag}", f"Phòng thử {tag}")


def test_people_are_counted_and_a_unit_is_merged(page, staff):
    sign_in(page, "/to-chuc/don-vi/", staff)
    tag = secrets.token_hex(3)
    old, new = f"Trường cũ {tag}", f"Trường mới {tag}"
    bring(page, f"cu-{tag},{old},thcs,xa-mau-1\nmoi-{tag},{new},thcs,xa-mau-1\n")
    open_unit(page, f"truong moi {tag}", new)
    page.locator("#count-form [type=submit]").click()
    expect(page.locator("#count-form .field-fault").first).not_to_be_empty()
    page.locator("#count").fill("412")
    page.locator("#on").fill("2026-09-05")
    page.locator("#source").fill("Nhà trường")
    page.locator("#count-form [type=submit]").click()
    expect(page.locator("#card-counts")).to_contain_text("412")

    open_unit(page, f"truong cu {tag}", old)
    page.locator("#merge summary").click()
    page.locator("#merge-form [type=submit]").click()
    expect(page.locator("#merge-form .field-fault").first).not_to_be_empty()
    page.set_viewport_size(PHONE)
    check(page, "units-merge")
    page.locator("#successor").press_sequentially(f"truong moi {tag}")
    expect(page.locator("#successor-list [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#from").fill("2026-11-01")
    page.locator("#reason").fill("Sáp nhập theo nghị quyết")
    page.locator("#merge-form [type=submit]").click()
    expect(page.locator("#card-facts")).to_contain_text(f"moi-{tag}")
    expect(page.locator("#card-facts")).to_contain_text("31/10/2026")


def test_names_that_people_wrote_are_mapped(page, device, staff, special):
    contest = special("ten-khac", more="otherUnits: true")
    someone = device().new_page()
    someone.goto("/")
    someone.evaluate(REGISTER, [contest, ["Xã Hương Sơn", "xa huong son", "Hợp tác xã Mây Tre"]])
    sign_in(page, "/to-chuc/don-vi/", staff)
    page.locator("#contest").select_option(contest)
    cards = page.locator("#others > li")
    expect(cards).to_have_count(2)
    check(page, "units-other")
    alike = cards.filter(has_text="Hương Sơn")
    expect(alike).to_contain_text("2 người ghi")
    alike.locator("select").select_option(label=alike.locator("option", has_text="Xã Hương Sơn").first.inner_text())
    alike.get_by_role("button").click()
    expect(page.locator("#other-state")).to_contain_text("Đã chuyển 2 người")
    expect(cards).to_have_count(1)
    # Nothing like it is known: it has to be looked for.
    page.locator("#others").get_by_role("button").click()
    expect(page.locator("#others .field-fault")).not_to_be_empty()
