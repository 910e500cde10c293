"""A full hall, a slow server, an odd reply: played by answering some requests in the server's place."""

import json
import re

from playwright.sync_api import expect

BUSY = {"type": "/problems/busy", "title": "Đang đông", "status": 503, "code": "busy", "detail": "Đang có rất đông người, hãy chờ một lát.", "requestId": "abc123"}


def busy(route, after: str) -> None:
    route.fulfill(status=503, headers={"Retry-After": after, "Content-Type": "application/problem+json"}, body=json.dumps(BUSY))


def test_a_full_hall_is_waited_out_in_line(page, contestant):
    contestant.register()
    nonces: list[str] = []

    def twice(route):
        nonces.append(route.request.post_data_json["nonce"])
        busy(route, "1") if len(nonces) < 3 else route.continue_()

    page.route("**/attempts", twice)
    page.locator("#issued-next").click()
    page.locator("#start").click()
    expect(page.locator("#start")).to_contain_text("tự thử lại sau")
    expect(page.locator("#question input").first).to_be_visible(timeout=20_000)
    assert len(set(nonces)) == 1, "the same start each time (I5)"


def test_a_refused_save_is_tried_again_and_said(page, contestant):
    contestant.register()
    contestant.begin()
    seen: list[int] = []

    def once(route):
        seen.append(1)
        busy(route, "1") if len(seen) == 1 else route.continue_()

    page.route("**/answers/*", once)
    contestant.choose(0)
    expect(page.locator("#save-state")).to_contain_text("Chưa gửi được 1 câu")
    contestant.saved()


def test_nothing_is_submitted_while_answers_are_stuck(page, contestant):
    contestant.register()
    contestant.begin()
    page.route("**/answers/*", lambda route: busy(route, "2"))
    contestant.choose(0)
    contestant.to_summary()
    expect(page.locator("#summary-list")).to_contain_text("chưa gửi lên máy chủ")
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    expect(page.locator("#summary-problem")).to_contain_text("nên chưa nộp", timeout=15_000)
    page.unroute("**/answers/*")
    expect(page.locator("#save-state")).to_contain_text("Đã lưu", timeout=15_000)
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    expect(page.locator("#result-card .name")).to_have_text(contestant.name)


def test_submitted_on_another_device_leads_to_the_result(device, page, contestant, contest):
    contestant.register()
    contestant.begin()
    other = device().new_page()
    other.goto(f"/thi/?contest={contest}#code={contestant.code}")
    expect(other.locator("#question input").first).to_be_visible()
    while not other.locator("#exam-summary").is_visible():
        other.locator("#next").click()
    other.locator("#summary-submit").click()
    other.locator("#confirm-submit").click()
    expect(other.locator("#result-card .name")).to_be_visible()
    contestant.choose(0)
    expect(page.locator("#result-card .name")).to_have_text(contestant.name)


def test_the_timer_can_be_hidden_and_stays_so(page, contestant):
    contestant.register()
    contestant.begin()
    page.locator("#timer-toggle").click()
    expect(page.locator("#timer")).to_have_text("••:••")
    page.reload()
    expect(page.locator("#timer")).to_have_text("••:••")
    page.locator("#timer-toggle").click()
    expect(page.locator("#timer")).to_have_text(re.compile(r"\d:\d\d"))


def test_a_prediction_takes_comma_and_full_stop(page, contestant):
    sent: list[dict] = []

    def with_prediction(route):
        reply = route.fetch()
        route.fulfill(response=reply, json={**reply.json(), "prediction": {"prompt": "Bao nhiêu phần trăm sẽ đúng?", "decimals": 1}})

    def keep(route):
        sent.append(route.request.post_data_json)
        route.fulfill(json={"savedAt": "2026-11-24T01:02:03.004Z", **sent[-1]})

    contestant.register()
    page.route("**/attempts", with_prediction)
    page.route("**/prediction", keep)
    contestant.begin()
    while page.locator("#prediction").count() == 0:
        page.locator("#next").click()
    field = page.locator("#prediction")
    field.fill("87.5")
    expect(page.locator("#prediction-read")).to_have_text("Đã hiểu là: 87,5")
    # In a text field the keys are letters and digits, not commands.
    field.press("ArrowLeft")
    expect(field).to_be_focused()
    field.fill("rất nhiều")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("90,25")
    expect(page.locator("#prediction-read")).to_contain_text("nhiều nhất 1")
    field.fill("90,0")
    expect(page.locator("#prediction-read")).to_have_text("Đã hiểu là: 90")
    page.wait_for_timeout(300)
    assert sent == [{"value": "87,5", "sequence": 1}, {"value": "90", "sequence": 2}]


def test_what_the_server_finds_wrong_stands_beside_its_field(page, contestant):
    faults = {"type": "/problems/invalid", "title": "Chưa đúng", "status": 422, "code": "invalid", "detail": "Một số ô chưa đúng.", "requestId": "r1", "faults": [{"field": "phone", "message": "Số này không dùng được."}, {"field": "name", "message": "Tên có ký tự lạ."}]}
    contestant.open()
    contestant.fill()
    page.route("**/registrations", lambda route: route.fulfill(status=422, headers={"Content-Type": "application/problem+json"}, body=json.dumps(faults)))
    page.locator("#register-form [type=submit]").click()
    expect(page.locator("#register-form .error-summary")).to_be_focused()
    expect(page.locator('[data-field="name"] .field-fault')).to_have_text("Tên có ký tự lạ.")
    expect(page.locator("#phone")).to_be_visible()


def test_a_problem_names_its_request(page, contest):
    page.route(f"**/contests/{contest}", lambda route: busy(route, "1"))
    page.goto(f"/thi/?contest={contest}")
    expect(page.locator("#trouble-text")).to_contain_text("hãy chờ một lát")
    expect(page.locator("#trouble-text")).to_contain_text("abc123")
    page.unroute(f"**/contests/{contest}")
    page.locator("#trouble-again").click()
    expect(page.locator("#register-form")).to_be_visible()


def test_a_child_is_asked_no_phone_but_a_guardian(page, contest):
    page.goto(f"/thi/?contest={contest}")
    expect(page.locator("#register-form")).to_be_visible()
    page.locator('input[name="group"]').last.check()
    page.locator("#birthYear").fill("2014")
    expect(page.locator("#phone-field")).to_be_hidden()
    expect(page.locator('[data-consent="guardian"]')).to_be_visible()
    expect(page.locator('[data-consent="publishName"]')).to_be_hidden()
    page.locator("#birthYear").fill("1980")
    expect(page.locator('[data-consent="guardian"]')).to_be_hidden()
