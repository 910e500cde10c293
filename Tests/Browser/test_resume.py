"""Coming back: another device, another tab, a session that ended."""

from urllib.parse import quote

from playwright.sync_api import expect


def test_on_another_device_by_code(device, contestant, contest):
    contestant.register()
    contestant.begin()
    contestant.choose(1)
    contestant.saved()

    other = device().new_page()
    other.goto("/")
    other.locator("#entryCode").fill(contestant.code.lower().replace("-", " "))
    other.locator("#code-form [type=submit]").click()
    expect(other.locator("#question input").nth(1)).to_be_checked()
    for option in (0, 1):
        other.locator("#question .option").nth(option).click()
        expect(other.locator("#save-state")).to_contain_text("Đã lưu")
        other.wait_for_timeout(300)

    # The first device still shows the old choice; changing it is refused, and the newer one is taken and said.
    contestant.choose(0)
    expect(contestant.page.locator("#exam-notice")).to_contain_text("mới hơn")
    assert checked(contestant.page) == checked(other)


def checked(page) -> list[bool]:
    return [box.is_checked() for box in page.locator("#question input").all()]


def test_a_code_in_a_link_leaves_the_address_at_once(device, contestant, contest):
    contestant.register()
    other = device().new_page()
    other.goto(f"/thi/?contest={contest}#code={quote(contestant.code)}")
    expect(other.locator("#start")).to_be_visible()
    assert "#" not in other.url
    assert contestant.code not in other.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_a_wrong_code_is_said_beside_the_field(page):
    page.goto("/")
    page.locator("#entryCode").fill("AAAA-BBBB-CCCC")
    page.locator("#code-form [type=submit]").click()
    expect(page.locator("#code-form .error-summary")).to_be_focused()
    expect(page.locator("#entryCode")).to_have_attribute("aria-invalid", "true")


def test_a_session_that_ended_asks_for_the_code_and_keeps_the_answers(page, contestant):
    contestant.register()
    contestant.begin()
    page.context.set_offline(True)
    contestant.choose(1)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được")
    page.context.clear_cookies()
    page.context.set_offline(False)
    expect(page.locator("#code-form")).to_be_visible()
    expect(page.locator("#code-reason")).to_contain_text("được giữ trên máy này")
    page.locator("#entryCode").fill(contestant.code)
    page.locator("#code-form [type=submit]").click()
    expect(page.locator("#question input").nth(1)).to_be_checked()
    contestant.saved()


def test_two_tabs_show_the_same_and_say_so(page, contestant, contest):
    contestant.register()
    contestant.begin()
    second = page.context.new_page()
    second.goto(f"/thi/?contest={contest}")
    expect(second.locator("#question input").first).to_be_visible()
    expect(second.locator("#tab-hint")).to_be_visible()
    expect(page.locator("#tab-hint")).to_be_visible()
    second.locator("#question .option").nth(1).click()
    expect(page.locator("#question input").nth(1)).to_be_checked()


def test_leaving_this_device_ends_the_session(page, contestant, contest):
    contestant.register()
    page.locator("#issued-next").click()
    page.locator('[data-step="rules"] [data-sign-out]').click()
    expect(page.locator("#register-form")).to_be_visible()
    assert page.request.get(f"/api/v1/contests/{contest}/me").status == 401
