"""The whole way of a contestant on a small phone."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import expect


def fits(page) -> None:
    """Nothing sticks out sideways (WCAG 1.4.10)."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_from_the_first_page_to_the_board(page, contestant, contest):
    page.goto("/")
    page.locator(f'.card a.button[href*="{contest}"]').click()
    expect(page.locator("#register-form")).to_be_visible()
    fits(page)

    # Nothing is agreed to in advance.
    assert page.locator("#consents input:checked").count() == 0
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#register-form .error-summary")).to_be_focused()
    page.locator("#register-form .error-summary a").first.click()
    expect(page.locator("#name")).to_be_focused()
    fits(page)

    contestant.fill()
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#issued-code")).not_to_be_empty()
    fits(page)
    # A page that the phone kills shows the code again, until its owner says it is noted.
    code = page.locator("#issued-code").text_content()
    page.reload()
    expect(page.locator("#issued-code")).to_have_text(code)

    page.locator("#issued-next").click()
    expect(page.locator("#rules-facts")).to_contain_text("phút")
    assert page.locator("#rules-ranking li").count() >= 1
    fits(page)
    page.locator("#start").dblclick()
    expect(page.locator("#question input").first).to_be_visible()
    expect(page.locator("#timer")).to_have_text(re.compile(r"^\d+:\d\d"))
    fits(page)

    # Every option can be hit with a thumb.
    for box in [row.bounding_box() for row in page.locator("#question .option").all()]:
        assert box["height"] >= 44

    contestant.choose(1)
    contestant.saved()
    page.locator("#next").click()

    # Offline: the choices stay, are said to be waiting, and leave by themselves.
    page.context.set_offline(True)
    contestant.choose(0)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được 1 câu")
    expect(page.locator("#exam-notice")).to_contain_text("mất mạng")
    page.locator("#next").click()
    contestant.choose(1)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được 2 câu")
    page.context.set_offline(False)
    contestant.saved()
    expect(page.locator("#exam-notice")).to_be_hidden()
    attempt = open_attempt(page, contest)
    assert sorted(answer["position"] for answer in attempt["answers"]) == [1, 2, 3]

    page.get_by_role("button", name="Đánh dấu để xem lại").click()
    page.locator("#open-palette").click()
    expect(page.locator("#palette-dialog").get_by_role("button", name="Câu 3, đã trả lời, đánh dấu xem lại")).to_have_attribute("aria-current", "true")
    fits(page)
    page.locator("#to-summary").click()
    expect(page.locator("#summary-list")).to_contain_text("chưa trả lời")
    expect(page.locator("#summary-list")).to_contain_text("đánh dấu xem lại")

    # The dialog asks first, and the harmless button has the focus.
    page.locator("#summary-submit").click()
    expect(page.locator("#confirm-cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#confirm")).to_be_hidden()
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").dblclick()
    expect(page.locator("#result-card .name")).to_have_text(contestant.name)
    fits(page)

    page.locator("#result-board").click()
    expect(page.locator("#board > *").first).to_be_visible()
    fits(page)


def test_a_reload_in_the_middle_loses_nothing(page, contestant):
    contestant.register()
    contestant.begin()
    contestant.choose(0)
    contestant.saved()
    page.locator("#next").click()
    page.context.set_offline(True)
    contestant.choose(1)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#exam-progress")).to_contain_text("Câu 2")
    expect(page.locator("#question input").nth(1)).to_be_checked()
    expect(page.locator("#exam-progress")).to_contain_text("Đã trả lời 2")
    contestant.saved()


def test_the_phones_clock_means_nothing(device, someone):
    page = device().new_page()
    contestant = someone(page)
    contestant.register()
    contestant.begin()
    left = page.locator("#timer").inner_text()
    page.evaluate("{ const real = Date.now; Date.now = () => real() + 3600000; }")
    page.wait_for_timeout(2_500)
    assert minutes(left) - minutes(page.locator("#timer").inner_text()) <= 1
    contestant.submit()


def test_at_the_deadline_the_page_waits_for_the_result(page, contestant, contest):
    """The deadline in the replies is brought forward, so the page believes that time is over; the server does not."""

    def shorten(route):
        reply = route.fetch()
        body = reply.json()
        body["deadline"] = body["serverTime"]
        route.fulfill(response=reply, json=body)

    contestant.register()
    page.route("**/attempts", shorten)
    # Before it gives up the page asks whether more time was given.
    page.route("**/attempts/*", shorten)
    page.locator("#issued-next").click()
    page.locator("#start").click()
    expect(page.locator('[data-step="sealing"]')).to_be_visible()
    expect(page.locator("#sealing-state")).to_contain_text("chờ")
    attempt = open_attempt(page, contest)
    page.request.post(f"/api/v1/attempts/{attempt['id']}/submission", data={}, headers={"Origin": origin(page)})
    expect(page.locator("#result-card .name")).to_have_text(contestant.name, timeout=20_000)


def test_at_the_deadline_more_time_goes_on(page, contestant):
    """The first reply brings the deadline forward; asked again, the server tells a later one, as after a grant."""

    def shorten(route):
        reply = route.fetch()
        body = reply.json()
        body["deadline"] = body["serverTime"]
        route.fulfill(response=reply, json=body)

    contestant.register()
    page.route("**/attempts", shorten)
    page.locator("#issued-next").click()
    page.locator("#start").click()
    expect(page.locator('[data-step="exam"]')).to_be_visible()
    expect(page.locator("#timer")).to_contain_text("19:")
    contestant.choose(0)
    contestant.submit()


def test_at_the_deadline_without_a_line_the_page_waits_and_tells_what_was_lost(page, contestant, contest):
    def shorten(route):
        reply = route.fetch()
        body = reply.json()
        soon = datetime.fromisoformat(body["serverTime"].replace("Z", "+00:00")) + timedelta(seconds=4)
        body["deadline"] = soon.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        route.fulfill(response=reply, json=body)

    contestant.register()
    page.route("**/attempts", shorten)
    page.locator("#issued-next").click()
    page.locator("#start").click()
    expect(page.locator("#question input").first).to_be_visible()
    page.context.set_offline(True)
    contestant.choose(0)
    expect(page.locator("#sealing-state")).to_contain_text("mất mạng", timeout=15_000)
    attempt = open_attempt(page, contest)
    page.request.post(f"/api/v1/attempts/{attempt['id']}/submission", data={}, headers={"Origin": origin(page)})
    page.context.set_offline(False)
    expect(page.locator("#result-card .name")).to_have_text(contestant.name, timeout=30_000)
    expect(page.locator("#result-notes")).to_contain_text("Có 1 câu trả lời không gửi được")


def open_attempt(page, contest) -> dict:
    me = page.request.get(f"/api/v1/contests/{contest}/me").json()
    attempt = next(attempt for attempt in me["attempts"] if attempt["state"] == "open")
    return page.request.get(f"/api/v1/attempts/{attempt['id']}").json()


def origin(page) -> str:
    return page.evaluate("location.origin")


def minutes(text: str) -> int:
    parts = [int(part) for part in text.split(":")]
    return parts[-2] + (60 * parts[0] if len(parts) > 2 else 0)
