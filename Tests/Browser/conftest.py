"""What every trial needs: a browser that is watched, and a contestant of its own."""

from __future__ import annotations

import os
import random
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
CHILD_LIMIT = 16

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("QUIZ_URL"):
        return
    for item in items:
        item.add_marker(pytest.mark.skip(reason="QUIZ_URL is not set"))


@pytest.fixture(scope="session")
def base_url() -> str:
    return os.environ["QUIZ_URL"].rstrip("/")


ROOT = Path(__file__).parent.parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


def put(bank: Path, definition: Path) -> str:
    """Puts a contest and its bank beside the demo on the command line."""
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    for words in (["bank", "import", bank], ["contest", "apply", definition]):
        subprocess.run([program, *words, "--data", os.environ["QUIZ_DATA"]], cwd=ROOT, check=True)
    return re.search(r"^contest: (\S+)$", definition.read_text("utf-8"), re.MULTILINE)[1]


@pytest.fixture(scope="session")
def contest(tmp_path_factory) -> str:
    """The demo, but with questions of one kind only: what trials of the page itself meet must not depend on the draw."""
    named = os.environ.get("QUIZ_CONTEST")
    if named or not os.environ.get("QUIZ_DATA"):
        return named or "hatinh-attt-demo"
    demo = (ROOT / "Contests/demo.yaml").read_text("utf-8")
    groups = ", ".join(re.findall(r"^  - id: (\S+)$", demo, re.MULTILINE))
    question = """  - id: q{0}
    topic: mat-khau
    difficulty: easy
    groups: [{1}]
    kind: single
    prompt: Trong ba số dưới đây, số nào là {0}?
    options: [{{ text: Số {0}, correct: true }}, {{ text: Số {2} }}, {{ text: Số {3} }}]
    explanation: Vì {0} là {0}.
    source: Ví dụ
"""
    folder = tmp_path_factory.mktemp("picking")
    bank, definition = folder / "bank.yaml", folder / "contest.yaml"
    head = "bank: chon\npublic: true\ntitle: Chọn một\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
    bank.write_text(head + "".join(question.format(n, groups, n + 100, n + 200) for n in range(1, 25)), "utf-8")
    text = re.sub(r"^contest: .*$", "contest: chon", demo, flags=re.MULTILINE)
    text = re.sub(r"^banks: .*$", "banks: [chon]", text, flags=re.MULTILINE)
    definition.write_text(re.sub(r"(    blueprint:\n)(?:      - .*\n?)+", r"\1      - { count: 20 }\n", text), "utf-8")
    return put(bank, definition)


@pytest.fixture(scope="session")
def kinds() -> str:
    """A contest with one question of every kind."""
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    return put(FIXTURES / "kinds.yaml", FIXTURES / "kinds-contest.yaml")


@pytest.fixture(scope="session")
def special(tmp_path_factory):
    """A contest with rules of its own: `special("thu", mode="practice", rules="  mustAnswerAll: true")`."""
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")

    def make(name: str, mode: str = "demo", attempts: str = "{ limit: 5, per: day }", rules: str = "", more: str = "") -> str:
        folder = tmp_path_factory.mktemp(name)
        bank, definition = folder / "bank.yaml", folder / "contest.yaml"
        demo = (ROOT / "Contests/demo.yaml").read_text("utf-8")
        question = """  - id: q{0}
    topic: mat-khau
    difficulty: easy
    groups: [nguoi-dan]
    kind: single
    prompt: Số nào là {0}?
    options: [{{ text: Số {0}, correct: true }}, {{ text: Số {1} }}]
    explanation: Vì {0} là {0}.
    source: Ví dụ
"""
        head = f"bank: {name}\npublic: false\ntitle: {name}\nlanguage: vi\nlicence: CC0-1.0\nquestions:\n"
        bank.write_text(head + "".join(question.format(n, n + 100) for n in range(1, 7)), "utf-8")
        text = re.sub(r"^contest: .*$", f"contest: {name}\n{more}", demo, flags=re.MULTILINE)
        text = re.sub(r"^mode: .*$", f"mode: {mode}", text, flags=re.MULTILINE)
        text = re.sub(r"^banks: .*$", f"banks: [{name}]", text, flags=re.MULTILINE)
        text = re.sub(r"^  attempts: .*$", f"  attempts: {attempts}\n{rules}", text, flags=re.MULTILINE)
        group = "groups:\n  - { id: nguoi-dan, title: Người dân, unitTypes: [xa-phuong], blueprint: [{ count: 2 }] }\n"
        definition.write_text(re.sub(r"^groups:\n(?:.*\n?)*", group, text, flags=re.MULTILINE), "utf-8")
        return put(bank, definition)

    return make


@pytest.fixture(scope="session")
def staff() -> tuple[str, str]:
    password = os.environ.get("QUIZ_STAFF_PASSWORD")
    if not password:
        pytest.skip("QUIZ_STAFF_PASSWORD is not set")
    return os.environ.get("QUIZ_STAFF_USER", "to-chuc"), password


@pytest.fixture(scope="session")
def coordinator(staff) -> tuple[str, str]:
    return os.environ.get("QUIZ_COORDINATOR_USER", "dau-moi"), os.environ.get("QUIZ_COORDINATOR_PASSWORD", staff[1])


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("QUIZ_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Watch:
    """What went wrong on any page of a trial without showing."""

    host: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        page.on("console", lambda message: self.said(message.type, message.text))
        page.on("request", lambda request: self.asked(request.url))

    def said(self, kind: str, text: str) -> None:
        if "Content Security Policy" in text or (kind == "error" and not text.startswith("Failed to load resource")):
            self.faults.append(f"console: {text}")

    def asked(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self.host:
            self.faults.append(f"third party: {url}")


@pytest.fixture
def watch(base_url: str):
    watch = Watch(urlsplit(base_url).netloc)
    yield watch
    assert not watch.faults


@pytest.fixture
def device(browser: Browser, base_url: str, watch: Watch):
    """Opens a browser of its own with its own cookies and storage: `device(viewport=PHONE, color_scheme="dark")`."""
    opened: list[BrowserContext] = []

    def make(**options) -> BrowserContext:
        options = {"viewport": PHONE, "locale": "vi-VN", "reduced_motion": "reduce", **options}
        context = browser.new_context(base_url=base_url, **options)
        context.on("page", watch.over)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(device) -> Page:
    return device().new_page()


class Contestant:
    """Somebody who registers on a page the way people do."""

    def __init__(self, page: Page, contest: str) -> None:
        self.page = page
        self.contest = contest
        definition = page.request.get(f"/api/v1/contests/{contest}").json()
        adults = [group for group in definition["groups"] if group.get("maximumAge", 99) > CHILD_LIMIT + 10]
        self.group = adults[0]["id"]
        self.name = "Nguyễn Thị " + random.choice(["Ánh", "Đào", "Yến", "Quỳnh"]) + " " + "".join(random.choices("ABCDEGHIK", k=4)).title()
        self.code = ""

    def open(self) -> None:
        self.page.goto(f"/thi/?contest={self.contest}")
        expect(self.page.locator("#register-form")).to_be_visible()

    def fill(self) -> None:
        page = self.page
        page.locator("#name").fill(self.name)
        page.locator(f'input[name="group"][value="{self.group}"]').check()
        page.locator("#birthYear").fill("1990")
        self.pick_unit()
        if page.locator("#position-field").is_visible():
            page.locator('input[name="position"][value="staff"]').check()
        if page.locator("#phone-field").is_visible():
            page.locator("#phone").fill("09" + "".join(random.choices("0123456789", k=8)))
        page.locator('input[value="participation"]').check()

    def pick_unit(self) -> None:
        page = self.page
        units = page.request.get(f"/api/v1/contests/{self.contest}/units?group={self.group}&limit=5").json()["items"]
        page.locator("#unit").press_sequentially(units[0]["title"][:24])
        expect(page.locator("#unit-list [role=option]").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("#unit-picked")).not_to_be_empty()

    def register(self) -> str:
        self.open()
        self.fill()
        self.page.locator("#register-form [type=submit]").click()
        expect(self.page.locator("#issued-code")).not_to_be_empty()
        self.code = self.page.locator("#issued-code").text_content() or ""
        return self.code

    def begin(self) -> None:
        self.page.locator("#issued-next").click()
        self.page.locator("#start").click()
        expect(self.page.locator("#question legend")).to_be_visible()

    def choose(self, option: int) -> None:
        self.page.locator("#question .option").nth(option).click()

    def saved(self) -> None:
        expect(self.page.locator("#save-state")).to_contain_text("Đã lưu")

    def to_summary(self) -> None:
        while not self.page.locator("#exam-summary").is_visible():
            self.page.locator("#next").click()

    def submit(self) -> None:
        self.to_summary()
        self.page.locator("#summary-submit").click()
        self.page.locator("#confirm-submit").click()
        expect(self.page.locator("#result-card .name")).to_have_text(self.name)


@pytest.fixture
def contestant(page: Page, contest: str) -> Contestant:
    return Contestant(page, contest)


@pytest.fixture
def someone(contest: str):
    """A contestant on a page of the trial's choice."""
    return lambda page: Contestant(page, contest)
