"""The golden board."""

from playwright.sync_api import expect


def test_names_are_text_and_never_markup(page, contest):
    """Whatever a server sends, the page shows it as text (I10)."""

    def board(route):
        entry = {"place": 1, "name": "<img src=x onerror=alert(1)>", "unit": "<b>Trường</b>", "score": 18500, "maxScore": 20000, "durationMs": 725312, "decidedBy": "score"}
        route.fulfill(json={"contest": contest, "group": "x", "round": "x", "status": "live", "updatedAt": "2026-11-24T01:02:03.004Z", "total": 1, "entries": [entry]}, headers={"ETag": '"1"'})

    page.route("**/leaderboards/*?*", board)
    page.goto(f"/bang-vang/?contest={contest}")
    expect(page.locator("#board tbody th")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator("#board .score")).to_have_text("18,5 / 20")
    expect(page.locator("#board .duration")).to_have_text("12:05")
    expect(page.locator("#board-status")).to_contain_text("24/11/2026 08:02")


def test_a_hidden_board_says_why(page, contest):
    page.route("**/leaderboards/*?*", lambda route: route.fulfill(json={"contest": contest, "group": "x", "round": "x", "status": "hidden", "updatedAt": "2026-11-24T01:02:03.004Z", "entries": []}))
    page.goto(f"/bang-vang/?contest={contest}")
    expect(page.locator("#board")).to_contain_text("giữ kín")


def test_polling_asks_with_the_etag(page, contest):
    page.clock.install()
    seen: list[str] = []
    page.on("request", lambda request: "/leaderboards/" in request.url and "/me" not in request.url and seen.append(request.headers.get("if-none-match", "")))
    page.goto(f"/bang-vang/?contest={contest}")
    expect(page.locator("#board > *").first).to_be_visible()
    page.clock.run_for(18_000)
    page.wait_for_timeout(500)
    assert len(seen) == 2 and seen[0] == "" and seen[1] != ""


def test_the_own_place_stands_above_the_board(page, contestant):
    contestant.register()
    contestant.begin()
    contestant.choose(0)
    contestant.saved()
    contestant.submit()
    page.locator("#result-board").click()
    expect(page.locator("#board > *").first).to_be_visible()
    if page.locator("#board table").count():
        expect(page.locator("#mine .me")).to_contain_text("bạn")
