"""Everything by keyboard alone."""

from conftest import DESK
from playwright.sync_api import Page, expect


def tab_to(page: Page, selector: str, limit: int = 60) -> None:
    for _ in range(limit):
        if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_registering_and_sitting_without_a_mouse(device, someone, contest):
    page = device(viewport=DESK).new_page()
    contestant = someone(page)
    contestant.open()
    page.keyboard.press("Tab")
    tab_to(page, "#name")
    page.keyboard.type(contestant.name)
    tab_to(page, "#group input")
    for _ in range(12):
        if page.evaluate("v => document.activeElement.value === v && document.activeElement.checked", contestant.group):
            break
        page.keyboard.press("Space")
        if page.evaluate("v => document.activeElement.value !== v", contestant.group):
            page.keyboard.press("ArrowDown")
    tab_to(page, "#birthYear")
    page.keyboard.type("1990")
    tab_to(page, "#unit")
    contestant.pick_unit()
    if page.locator("#position-field").is_visible():
        tab_to(page, '#position input')
        page.keyboard.press("Space")
    if page.locator("#phone-field").is_visible():
        tab_to(page, "#phone")
        page.keyboard.type("0987" + str(abs(hash(contestant.name)) % 1_000_000).zfill(6))
    tab_to(page, 'input[value="participation"]')
    page.keyboard.press("Space")
    tab_to(page, '#register-form [type="submit"]')
    page.keyboard.press("Enter")
    expect(page.locator("#issued-code")).not_to_be_empty()
    tab_to(page, "#issued-next")
    page.keyboard.press("Enter")
    expect(page.locator("#start")).to_be_visible()
    tab_to(page, "#start")
    page.keyboard.press("Enter")
    expect(page.locator("#question input").first).to_be_visible()

    # 1 to 9 choose, arrows move, F flags.
    page.keyboard.press("2")
    expect(page.locator("#question input").nth(1)).to_be_checked()
    page.keyboard.press("f")
    expect(page.locator('#question [aria-pressed="true"]')).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#exam-progress")).to_contain_text("Câu 2")
    assert page.evaluate("document.activeElement.closest('legend') !== null"), "the focus goes to the new question"
    page.keyboard.press("1")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#exam-progress")).to_contain_text("Câu 1")
    expect(page.locator("#question input").nth(1)).to_be_checked()
    contestant.saved()
    # With a modifier the keys belong to the browser.
    page.keyboard.press("Control+3")
    expect(page.locator("#question input").nth(1)).to_be_checked()

    tab_to(page, "#to-summary")
    page.keyboard.press("Enter")
    tab_to(page, "#summary-submit")
    page.keyboard.press("Enter")
    expect(page.locator("#confirm-cancel")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#confirm")).to_be_hidden()
    expect(page.locator("#summary-submit")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#confirm-submit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#result-card .name")).to_have_text(contestant.name)


def test_the_drawer_gives_the_focus_back(page, contestant):
    contestant.register()
    contestant.begin()
    page.locator("#open-palette").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#palette-dialog [aria-current]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#open-palette")).to_be_focused()


def test_the_unit_list_by_keyboard(page, contestant):
    contestant.open()
    page.locator(f'input[name="group"][value="{contestant.group}"]').check()
    field = page.locator("#unit")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_skip_link_and_visible_focus(page):
    page.goto("/")
    expect(page.locator("#contests .card").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert page.locator(".skip").bounding_box()["y"] >= 0
