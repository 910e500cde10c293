"""Every kind of question: answered, kept over a reload, reviewed; small and large, light and dark, by keyboard alone."""

import pytest
from conftest import DESK, PHONE
from playwright.sync_api import Page, expect
from test_accessibility import LOOKS, check
from test_keyboard import tab_to

ORDER = ["Ngắt máy", "Báo ngay", "Ghi lại", "Khôi phục"]
SIGNS = {"bạn nhận được thư": 4, "tin nhắn này": 2, "cuộc trò chuyện": 1, "bạn mở trang": 2}


@pytest.fixture
def sitting(device, someone, kinds):
    """A contestant before the first question, with requests as the page sent them."""

    def make(**options) -> Page:
        page = device(**options).new_page()
        contestant = someone(page)
        contestant.contest = kinds
        contestant.register()
        contestant.begin()
        return page

    return make


def find(page: Page, words: str) -> None:
    """Goes on to the question whose prompt has these words."""
    for _ in range(10):
        expect(page.locator("#question .kind", has_text="Đang tải")).to_have_count(0)
        if words.lower() in page.locator("#prompt").inner_text().lower():
            # Just after a reload the prompt stands there before what answers it has been fetched.
            expect(page.locator("#question .kind", has_text="Đang tải")).to_have_count(0)
            return
        page.locator("#next").click()
    raise AssertionError(f"no question with {words!r}")


def restart(page: Page) -> None:
    while page.locator("#previous").is_visible():
        page.locator("#previous").click()


def state(page: Page) -> dict:
    """What the server has, by prompt."""
    me = page.request.get("/api/v1/contests/cac-dang-cau/me").json()
    attempt = page.request.get(f"/api/v1/attempts/{me['attempts'][-1]['id']}").json()
    answers = {answer["position"]: answer["choice"] for answer in attempt["answers"]}
    return {question["prompt"]: (question, answers.get(question["position"], [])) for question in attempt["questions"]}


def saved(page: Page, words: str):
    """The saved choice of one question, once everything is saved."""
    expect(page.locator("#save-state")).to_have_attribute("data-state", "idle")
    found = [pair for prompt, pair in state(page).items() if words.lower() in prompt.lower()]
    assert len(found) == 1
    return found[0]


def items(page: Page) -> list[str]:
    return page.locator(".order .body").all_inner_texts()


def put_in_order(page: Page) -> None:
    for place, beginning in enumerate(ORDER):
        row = page.locator(".order li", has_text=beginning)
        while not items(page)[place].startswith(beginning):
            row.get_by_role("button", name="Chuyển lên").click()


def test_order_by_buttons(sitting):
    page = sitting(viewport=PHONE)
    find(page, "đòi tiền chuộc")
    shown = items(page)
    assert saved(page, "đòi tiền chuộc")[1] == []
    page.get_by_role("button", name="Giữ thứ tự đang hiện").click()
    assert saved(page, "đòi tiền chuộc")[1] == ["a", "b", "c", "d"]
    expect(page.get_by_role("button", name="Giữ thứ tự đang hiện")).to_be_hidden()
    page.get_by_role("button", name="Bỏ chọn").click()
    assert saved(page, "đòi tiền chuộc")[1] == []
    down = page.locator(".order li").first.get_by_role("button", name="Chuyển xuống")
    down.click()
    assert items(page) == [shown[1], shown[0], *shown[2:]]
    # The focus goes along, and the move is told.
    assert page.evaluate("document.activeElement.ariaLabel").startswith("Chuyển xuống: " + shown[0][:10])
    expect(page.locator("#question [role=status]")).to_have_text(f"“{shown[0]}” ở vị trí 2 trên 4.")
    put_in_order(page)
    question, choice = saved(page, "đòi tiền chuộc")
    texts = {option["id"]: option["text"] for option in question["options"]}
    assert [texts[letter] for letter in choice] == items(page)
    page.reload()
    find(page, "đòi tiền chuộc")
    assert all(text.startswith(beginning) for text, beginning in zip(items(page), ORDER, strict=True))


def test_the_ends_of_an_order_keep_the_focus(sitting):
    page = sitting(viewport=DESK)
    find(page, "đòi tiền chuộc")
    first = items(page)[0]
    up = page.locator(".order li").first.get_by_role("button", name="Chuyển lên")
    expect(up).to_have_attribute("aria-disabled", "true")
    up.click(force=True)
    assert items(page)[0] == first
    expect(up).to_be_focused()


@pytest.mark.parametrize("words", ["mỗi dấu hiệu", "mỗi tình huống"])
def test_match_by_lists(sitting, words):
    page = sitting(viewport=PHONE)
    find(page, words)
    selects = page.locator("#question select")
    selects.nth(1).select_option(index=2)
    question, choice = saved(page, words)
    assert choice == [["b", "b"]]
    selects.nth(0).select_option(index=1)
    assert saved(page, words)[1] == [["a", "a"], ["b", "b"]]
    selects.nth(1).select_option(index=0)
    assert saved(page, words)[1] == [["a", "a"]]
    page.reload()
    find(page, words)
    expect(selects.nth(0)).to_have_value("a")
    expect(selects.nth(1)).to_have_value("")
    expect(page.get_by_label(question["lefts"][0]["text"])).to_have_count(1)


def test_writing_is_kept_without_waiting(sitting):
    page = sitting(viewport=PHONE)
    find(page, "gọi là gì")
    page.locator("#written").press_sequentially("  Xác thực HAI lớp ")
    page.locator("#next").click()
    assert saved(page, "gọi là gì")[1] == ["Xác thực HAI lớp"]
    page.locator("#previous").click()
    expect(page.locator("#written")).to_have_value("Xác thực HAI lớp")
    # Letters and arrows belong to the field.
    page.locator("#written").press("ArrowLeft")
    page.locator("#written").press("f")
    expect(page.locator("#written")).to_be_visible()
    page.get_by_role("button", name="Bỏ chọn").click()
    assert saved(page, "gọi là gì")[1] == []
    expect(page.locator("#written")).to_have_value("")


def test_a_pause_saves_what_was_written(sitting):
    page = sitting(viewport=PHONE)
    find(page, "gọi là gì")
    with page.expect_response(lambda response: "/answers/" in response.url) as reply:
        page.locator("#written").press_sequentially("2fa")
    assert reply.value.request.post_data_json["choice"] == ["2fa"]


def test_submitting_takes_what_is_still_being_written(sitting):
    page = sitting(viewport=PHONE)
    find(page, "gọi là gì")
    page.locator("#written").press_sequentially("2FA")
    page.locator("#open-palette").click()
    page.locator("#to-summary").click()
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    card = page.locator(".review", has_text="gọi là gì")
    expect(card).to_contain_text("Bạn trả lời: 2FA")
    expect(card.locator("strong")).to_have_text("Đúng")


def test_numbers_that_cannot_be_read_are_told(sitting):
    page = sitting(viewport=PHONE)
    find(page, "bao lâu")
    field = page.locator("#written")
    expect(field).to_have_attribute("inputmode", "decimal")
    expect(page.locator(".unit")).to_have_text("giờ")
    field.fill("1.000,5")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#written-fault")).to_contain_text("Chưa đọc được")
    field.fill("24,0")
    field.press("Enter")
    expect(page.locator("#written-fault")).to_be_empty()
    assert saved(page, "bao lâu")[1] == ["24,0"]


def test_parts_of_a_message_are_marked(sitting):
    page = sitting(viewport=PHONE)
    find(page, "bạn nhận được thư")
    page.get_by_role("button", name="Người gửi").click()
    page.get_by_role("button", name="Tệp đính kèm").click()
    assert saved(page, "bạn nhận được thư")[1] == ["a", "h"]
    page.get_by_role("button", name="Tệp đính kèm").click()
    assert saved(page, "bạn nhận được thư")[1] == ["a"]
    expect(page.get_by_role("button", name="Người gửi")).to_have_attribute("aria-pressed", "true")
    # Nothing in it leads anywhere.
    assert page.locator(".message a, .message input").count() == 0


def test_all_kinds_by_keyboard_alone(sitting):
    page = sitting(viewport=DESK)
    find(page, "đòi tiền chuộc")
    tab_to(page, ".order li:nth-child(3) .mover:first-child")
    third = items(page)[2]
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert items(page)[0] == third
    restart(page)
    find(page, "mỗi dấu hiệu")
    tab_to(page, "#left-a")
    page.keyboard.press("ArrowDown")
    assert saved(page, "mỗi dấu hiệu")[1] == [["a", "a"]]
    restart(page)
    find(page, "bạn nhận được thư")
    page.locator("#prompt").focus()
    page.keyboard.press("1")
    page.keyboard.press("4")
    tab_to(page, ".part-link")
    page.keyboard.press("Space")
    assert saved(page, "bạn nhận được thư")[1] == ["a", "d", "g"]
    page.keyboard.press("4")
    assert saved(page, "bạn nhận được thư")[1] == ["a", "g"]


def test_without_the_file_of_the_kinds_the_page_tries_again(device, someone, kinds):
    page = device(viewport=PHONE).new_page()
    contestant = someone(page)
    contestant.contest = kinds
    contestant.register()
    failures = []

    def refuse(route):
        failures.append(route.request.url)
        if len(failures) < 3:
            route.abort()
        else:
            route.continue_()

    page.route("**/js/kinds.js*", refuse)
    contestant.begin()
    find(page, "đòi tiền chuộc")
    expect(page.locator(".order li")).to_have_count(4, timeout=30_000)
    assert len(failures) == 3


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_looks_and_results(sitting, size, scheme):
    page = sitting(viewport=size, color_scheme=scheme)

    def look(words: str, name: str) -> None:
        restart(page)
        find(page, words)
        check(page, f"kind-{name}-blank")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name

    look("khó đoán", "single")
    page.locator("#question .option", has_text="cụm nhiều từ").click()
    look("đòi tiền chuộc", "order")
    put_in_order(page)
    page.locator(".order li").first.get_by_role("button", name="Chuyển xuống").click()
    check(page, "kind-order")
    look("mỗi dấu hiệu", "match")
    for index, text in enumerate(["Mã độc tống tiền", "Lừa đảo qua thư"]):
        page.locator("#question select").nth(index).select_option(label=text)
    check(page, "kind-match")
    look("mỗi tình huống", "match-long")
    page.locator("#question select").first.select_option(index=1)
    check(page, "kind-match-long")
    look("gọi là gì", "short")
    page.locator("#written").fill("xác thực hai lớp")
    check(page, "kind-short")
    look("bao lâu", "numeric")
    page.locator("#written").fill("1.000,5")
    page.locator("#written").press("Enter")
    check(page, "kind-numeric-unread")
    for words, count in SIGNS.items():
        look(words, f"message-{words.split()[-1]}")
        for index in range(count):
            page.locator(".part").nth(index).click()
        check(page, f"kind-message-{words.split()[-1]}")
    while not page.locator("#exam-summary").is_visible():
        page.locator("#next").click()
    page.locator("#summary-submit").click()
    page.locator("#confirm-submit").click()
    expect(page.locator("#result-card")).to_contain_text("điểm")
    expect(page.locator(".review")).to_have_count(10)
    check(page, "kind-result")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    order = page.locator(".review", has_text="đòi tiền chuộc")
    expect(order).to_contain_text("Đúng một phần")
    expect(order).to_contain_text("(0,666/1 điểm)")
    expect(order).to_contain_text("Bạn xếp ở vị trí 2")
    match = page.locator(".review", has_text="mỗi dấu hiệu")
    expect(match).to_contain_text("(0,666/1 điểm)")
    expect(match).to_contain_text("Bạn bỏ trống")
    expect(page.locator(".review", has_text="bao lâu")).to_contain_text("Bạn trả lời: 1.000,5 giờ")
    expect(page.locator(".review", has_text="bao lâu")).to_contain_text("Chưa đúng")
    expect(page.locator(".review", has_text="bạn nhận được thư")).to_contain_text("Không đáng ngờ, bạn đã đánh dấu")
