"""What a contestant costs a slow line."""

import gzip

from playwright.sync_api import expect

BUDGET = 50 * 1024
# What papers with other kinds than picking cost besides, while the first question is being read.
KINDS_BUDGET = 8 * 1024


def weigh(page) -> dict[str, bytes]:
    bodies: dict[str, bytes] = {}

    def keep(response) -> None:
        if "/api/" not in response.url and response.ok:
            bodies[response.url] = response.body()

    page.on("response", keep)
    return bodies


def total(bodies: dict[str, bytes]) -> tuple[int, str]:
    sizes = {url: len(gzip.compress(body, 9)) for url, body in bodies.items()}
    report = "\n".join(f"{size:6d} {url}" for url, size in sorted(sizes.items(), key=lambda item: -item[1]))
    print(f"{sum(sizes.values())} bytes in {len(sizes)} files\n{report}")
    return sum(sizes.values()), report


def test_the_exam_page_stays_within_its_budget(page, contestant):
    bodies = weigh(page)
    contestant.register()
    contestant.begin()
    page.wait_for_load_state("networkidle")
    size, report = total(bodies)
    assert size <= BUDGET, report


def test_the_other_kinds_cost_only_those_who_have_them(page, someone, kinds):
    contestant = someone(page)
    contestant.contest = kinds
    contestant.register()
    bodies = weigh(page)
    contestant.begin()
    for _ in range(100):
        if len(bodies) >= 5:
            break
        page.wait_for_timeout(100)
    size, report = total(bodies)
    assert len(bodies) == 5, report
    assert size <= KINDS_BUDGET, report


def test_sitting_an_exam_asks_little(page, contestant):
    """One request brings the paper, and each choice is one more."""
    contestant.register()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    contestant.begin()
    for option in (0, 1, 0):
        contestant.choose(option)
        contestant.saved()
        page.locator("#next").click()
    expect(page.locator("#exam-progress")).to_contain_text("Câu 4")
    starts = [line for line in asked if line.startswith("POST")]
    assert len(starts) == 1, asked
    assert len(asked) <= 6, asked
