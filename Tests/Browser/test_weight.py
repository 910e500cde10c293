"""What the first visit of a contestant costs on a slow line."""

import gzip

from playwright.sync_api import expect

BUDGET = 50 * 1024


def test_the_exam_page_stays_within_its_budget(page, contestant):
    bodies: dict[str, bytes] = {}

    def keep(response) -> None:
        if "/api/" not in response.url and response.ok:
            bodies[response.url] = response.body()

    page.on("response", keep)
    contestant.register()
    contestant.begin()
    page.wait_for_load_state("networkidle")
    sizes = {url: len(gzip.compress(body, 9)) for url, body in bodies.items()}
    report = "\n".join(f"{size:6d} {url}" for url, size in sorted(sizes.items(), key=lambda item: -item[1]))
    print(f"{sum(sizes.values())} bytes in {len(sizes)} files\n{report}")
    assert sum(sizes.values()) <= BUDGET, report


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
