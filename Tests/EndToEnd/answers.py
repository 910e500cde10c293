"""Right and wrong answers to any question of a paper, by the banks that ship."""

import pathlib

import yaml

BANKS = pathlib.Path(__file__).parent.parent.parent / "QuestionBanks"


def keys():
    """The questions of all banks as they are written, by prompt: papers name no ids."""
    found = {}
    for path in sorted(BANKS.glob("*.yaml")):
        bank = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for question in bank.get("questions", []):
            found[question["prompt"]] = question | {"bank": bank["bank"]}
    return found


def ids(shown):
    return {one["text"]: one["id"] for one in shown}


def right(question, key):
    """What gets all points; `question` is as the paper has it, `key` as the bank has it."""
    match key["kind"]:
        case "short":
            return [key["answers"][0]]
        case "numeric":
            return [key["answer"]]
        case "order":
            options = ids(question["options"])
            return [options[item["text"]] for item in key["items"]]
        case "match":
            lefts, rights = ids(question["lefts"]), ids(question["rights"])
            return [[lefts[pair["left"]], rights[pair["right"]]] for pair in key["pairs"]]
        case "message":
            return [shown["id"] for shown, part in zip(question["parts"], key["parts"], strict=True) if part.get("suspicious")]
    options = ids(question["options"])
    return [options[option["text"]] for option in key["options"] if option.get("correct")]


def wrong(question, key):
    """What gets no part of the points, and is no blank either."""
    best = right(question, key)
    match key["kind"]:
        case "short":
            return ["không biết"]
        case "numeric":
            return ["-1"]
        case "order":
            return best[::-1]
        case "match":
            # Every left side with the right side of its neighbour.
            return [[left, best[index - 1][1]] for index, (left, _) in enumerate(best)]
    return [next(one["id"] for one in question.get("options") or question["parts"] if one["id"] not in best)]
