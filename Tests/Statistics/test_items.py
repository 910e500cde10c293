"""Works out the item statistics of docs/statistics.md with numpy and scipy, and compares them with items.json.

The tests of the core read the same file, so that both sides must agree to 1e-9. `python test_items.py --write` makes the
file anew: the answers from a fixed seed, the figures from them.
"""

import json
import math
import random
import sys
from pathlib import Path

import numpy as np
from scipy import optimize, stats

FILE = Path(__file__).with_name("items.json")
FULL, WHOLE, SLOTS = 1_000, 100_000_000_000, 240
PEOPLE, LENGTH = 240, 8
# What can be chosen, and which of it is right; a text: a short answer.
QUESTIONS = [(4, [0]), (4, [1]), (4, [2]), (4, [3]), (3, [0]), (4, [1]), (4, [2]), (2, [0]), (4, [3]), (5, [0, 3]), "hoà", (4, [1])]
LEAKED, WRONG_KEY = 3, 6


def sittings() -> list[dict]:
    """People of different ability; one question leaks in the middle, one has a wrong key, one nobody gets wrong."""
    chance = random.Random(20261124)
    papers = []
    for person in range(PEOPLE):
        ability = chance.gauss(0.2 + 0.3 * person / PEOPLE, 1)
        start = person * 37_000 + chance.randrange(30_000)
        answers, clock = [], start
        for question in sorted(chance.sample(range(len(QUESTIONS)), LENGTH)):
            clock += chance.randrange(4_000, 60_000)
            knows = chance.random() < 1 / (1 + math.exp(-(1.4 * ability + 0.8 - 0.15 * question)))
            if question == LEAKED and person > PEOPLE / 2:
                knows = knows or chance.random() < 0.8
            if chance.random() < 0.04:
                answers.append([question, None, 0, 0, 0])
                continue
            choice, credit = answer(question, knows, chance)
            answers.append([question, choice, credit, clock, 1 if chance.random() < 0.85 else 2])
        papers.append({"person": person, "start": start, "answers": answers})
    return papers


def answer(question: int, knows: bool, chance: random.Random):
    body = QUESTIONS[question]
    if isinstance(body, str):
        text = body if knows else chance.choice(["hoa", "Hoa ", "hòe", "khác " + str(chance.randrange(99))])
        return text, FULL if text == body else 0
    count, key = body
    if question == 7:
        return key, FULL
    if len(key) > 1:
        picked = key if knows else sorted(chance.sample(range(count), 2))
        right = len(set(picked) & set(key))
        share = right - (len(picked) - right)
        return picked, FULL * max(0, share) // len(key)
    truth = 0 if question == WRONG_KEY else key[0]
    picked = truth if knows else chance.choice([option for option in range(count) if option != truth])
    return [picked], FULL if picked == key[0] else 0


def correlation(x, y) -> float | None:
    return None if np.ptp(x) == 0 or np.ptp(y) == 0 else float(np.corrcoef(x, y)[0, 1])


def wilson(share: float, n: int) -> list[float]:
    z = stats.norm.ppf(0.975)
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return [max(0.0, middle - reach), min(1.0, middle + reach)]


def upper_lower(scores, credits) -> float:
    """Everybody's part in the upper and the lower 27 %: a class across the border takes part as a whole."""
    size = 0.27 * len(scores)
    means = {}
    for name, better in (("upper", lambda s, t: s > t), ("lower", lambda s, t: s < t)):
        weights = []
        for score in scores:
            ahead, level = np.sum(better(scores, score)), np.sum(scores == score)
            weights.append(min(1.0, max(0.0, (size - ahead) / level)))
        means[name] = np.dot(weights, credits) / size / FULL
    return float(means["upper"] - means["lower"])


def windows(papers: list[dict]) -> tuple[np.ndarray, int]:
    starts = np.array([paper["start"] for paper in papers])
    width = max(1, int(starts.max() - starts.min()) // SLOTS + 1)
    slots = (starts - starts.min()) // width
    sizes = np.bincount(slots, minlength=SLOTS)
    count = min(10, len(papers) // 30)
    before = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    wanted = np.minimum(count - 1, (2 * before + sizes) * count // (2 * len(papers)))[slots]
    names = {name: place for place, name in enumerate(sorted(set(wanted.tolist())))}
    return np.array([names[name] for name in wanted.tolist()]), len(names)


def trend(counts: np.ndarray, rights: np.ndarray) -> list[dict]:
    """`logit p = question + window` by all parameters at once, then Armitage's z of what is left."""
    rows, columns = counts.shape

    def logits(values):
        return values[:rows, None] + np.concatenate([[0.0], values[rows:]])[None, :]

    def gradient(values):
        left = rights - counts / (1 + np.exp(-logits(values)))
        return np.concatenate([left.sum(axis=1), left.sum(axis=0)[1:]])

    def curvature(values):
        p = 1 / (1 + np.exp(-logits(values)))
        v = counts * p * (1 - p)
        matrix = np.zeros((rows + columns - 1, rows + columns - 1))
        matrix[:rows, :rows] = np.diag(v.sum(axis=1))
        matrix[rows:, rows:] = np.diag(v.sum(axis=0)[1:])
        matrix[:rows, rows:] = v[:, 1:]
        matrix[rows:, :rows] = v[:, 1:].T
        return -matrix

    found = optimize.root(gradient, np.zeros(rows + columns - 1), jac=curvature, tol=1e-13)
    values = found.x
    for _ in range(5):
        values = values - np.linalg.solve(curvature(values), gradient(values))
    p = 1 / (1 + np.exp(-logits(values)))
    scores = np.arange(columns)
    v = counts * p * (1 - p)
    left = rights - counts * p
    z = (left @ scores) / np.sqrt(v @ scores**2 - (v @ scores) ** 2 / v.sum(axis=1))
    tails = stats.norm.sf(z)
    adjusted = stats.false_discovery_control(tails)
    half = columns // 2
    late, early = slice(columns - half, columns), slice(0, half)
    rise = left[:, late].sum(axis=1) / counts[:, late].sum(axis=1) - left[:, early].sum(axis=1) / counts[:, early].sum(axis=1)
    return [
        {"z": float(z[row]), "p": float(tails[row]), "q": float(adjusted[row]), "rise": float(rise[row]), "expected": p[row].tolist()}
        for row in range(rows)
    ]


def armitage(counts: np.ndarray, rights: np.ndarray) -> float:
    """The textbook's own formula for one question."""
    scores, n = np.arange(len(counts)), counts.sum()
    p = rights.sum() / n
    t = np.dot(scores, rights - counts * p)
    return float(t / math.sqrt(p * (1 - p) * (np.dot(counts, scores**2) - np.dot(counts, scores) ** 2 / n)))


def seconds(papers: list[dict]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for paper in papers:
        before = paper["start"]
        for question, choice, _, at, sequence in sorted(paper["answers"], key=lambda a: a[3]):
            if choice is None:
                continue
            if sequence == 1:
                found.setdefault(question, []).append((at - before) // 1_000)
            before = at
    return found


def figures(papers: list[dict]) -> dict:
    credits = np.full((len(papers), len(QUESTIONS)), np.nan)
    choices: dict[tuple[int, int], object] = {}
    for row, paper in enumerate(papers):
        for question, choice, credit, _, _ in paper["answers"]:
            credits[row, question] = credit
            choices[row, question] = choice
    totals, lengths = np.nansum(credits, axis=1), np.sum(~np.isnan(credits), axis=1)
    window, count = windows(papers)
    times = seconds(papers)
    items = []
    for question in range(len(QUESTIONS)):
        had = ~np.isnan(credits[:, question])
        own = credits[had, question]
        rest = (totals[had] - own) / (lengths[had] - 1)
        chosen = [choices[row, question] for row in np.flatnonzero(had)]
        share = float(own.mean() / FULL)
        options = QUESTIONS[question][0] if not isinstance(QUESTIONS[question], str) else 0
        lines = []
        for option in range(options):
            picked = np.array([float(isinstance(c, list) and option in c) for c in chosen])
            lines.append({"count": int(picked.sum()), "discrimination": correlation(picked, rest)})
        texts: dict[str, int] = {}
        for text, credit in zip(chosen, own):
            if isinstance(text, str) and credit < FULL:
                folded = {"hòe": "hoè"}.get(text.strip().lower(), text.strip().lower())
                texts[folded] = texts.get(folded, 0) + 1
        frequent = sorted(((n, t) for t, n in texts.items() if n >= 3), key=lambda nt: (-nt[0], nt[1].encode()))[:10]
        quantiles = [int(np.percentile(times[question], q, method="inverted_cdf")) for q in (25, 50, 75)]
        items.append({
            "count": int(had.sum()), "blank": sum(c is None for c in chosen), "right": int(np.sum(own == FULL)), "facility": share,
            "interval": wilson(share, int(had.sum())), "discrimination": correlation(own, rest),
            "upperLower": upper_lower(totals[had] // lengths[had], own), "lines": lines,
            "texts": [[text, n] for n, text in frequent], "seconds": [len(times[question]), *quantiles],
            "cells": [[int(np.sum(had & (window == w))), int(np.sum(credits[window == w, question] == FULL))] for w in range(count)],
        })
    testable = [i for i, item in enumerate(items) if item["count"] >= 60 and 0 < item["right"] < item["count"]]
    counts = np.array([[cell[0] for cell in items[i]["cells"]] for i in testable], dtype=float)
    rights = np.array([[cell[1] for cell in items[i]["cells"]] for i in testable], dtype=float)
    for place, outcome in zip(testable, trend(counts, rights)):
        items[place]["drift"] = outcome
    return {"items": items, **whole(credits, totals, lengths), "armitage": armitage(counts[0], rights[0])}


def whole(credits: np.ndarray, totals: np.ndarray, lengths: np.ndarray) -> dict:
    shares = totals / FULL / lengths
    x = credits / FULL
    n = np.sum(~np.isnan(x), axis=0)
    variance = np.nansum((x - np.nanmean(x, axis=0)) ** 2) / np.sum(n - 1)
    products, freedom, pairs = 0.0, 0, 0
    for a in range(x.shape[1]):
        for b in range(a):
            both = ~np.isnan(x[:, a]) & ~np.isnan(x[:, b])
            if both.sum() >= 2:
                products += np.sum((x[both, a] - x[both, a].mean()) * (x[both, b] - x[both, b].mean()))
                freedom += int(both.sum()) - 1
                pairs += 1
    covariance, k = products / freedom, float(lengths.mean())
    alpha = k * covariance / (variance + (k - 1) * covariance)
    deviation = float(np.std(shares, ddof=1))
    return {
        "mean": float(shares.mean()), "deviation": deviation, "alpha": float(alpha), "pairs": pairs,
        "standardError": deviation * math.sqrt(max(0.0, 1 - alpha)),
    }


def equal(one, other, path="") -> None:
    if isinstance(one, dict):
        assert one.keys() == other.keys(), path
        for key in one:
            equal(one[key], other[key], f"{path}.{key}")
    elif isinstance(one, list):
        assert len(one) == len(other), path
        for place, (a, b) in enumerate(zip(one, other)):
            equal(a, b, f"{path}[{place}]")
    elif isinstance(one, (int, float)):
        assert abs(one - other) <= 1e-9, f"{path}: {one} {other}"
    else:
        assert one == other, f"{path}: {one} {other}"


def test_the_figures_come_out_again():
    stored = json.loads(FILE.read_text("utf-8"))
    equal(figures(stored["papers"]), stored["figures"])


def test_the_answers_come_out_again():
    assert sittings() == json.loads(FILE.read_text("utf-8"))["papers"]


def test_with_equal_papers_alpha_is_the_classical_one():
    chance = np.random.default_rng(5)
    credits = (chance.normal(size=(50, 1)) + chance.normal(size=(50, 6)) > 0) * float(FULL)
    totals = credits.sum(axis=1)
    k = credits.shape[1]
    classical = k / (k - 1) * (1 - credits.var(axis=0, ddof=1).sum() / totals.var(ddof=1))
    assert abs(whole(credits, totals, np.full(50, k))["alpha"] - classical) < 1e-12


def test_without_a_general_trend_z_is_armitages():
    counts, rights = np.full((1, 5), 40.0), np.array([[12.0, 15, 20, 22, 30]])
    left = rights[0] - counts[0] * rights.sum() / counts.sum()
    p = rights.sum() / counts.sum()
    v = counts[0] * p * (1 - p)
    scores = np.arange(5)
    z = np.dot(left, scores) / math.sqrt(np.dot(v, scores**2) - np.dot(v, scores) ** 2 / v.sum())
    assert abs(z - armitage(counts[0], rights[0])) < 1e-12


if __name__ == "__main__" and "--write" in sys.argv:
    papers = sittings()
    text = json.dumps({"papers": papers, "figures": figures(papers)}, ensure_ascii=False, separators=(",", ":"))
    FILE.write_text(text.replace('{"person"', '\n{"person"').replace('{"count":', '\n{"count":') + "\n", "utf-8")
