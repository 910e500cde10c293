import assert from "node:assert/strict";
import { test } from "node:test";
import { attemptsKey, decidedByKey, isChild } from "./ranking-words.js";

test("a child is whoever turns at most 16 in the contest's year (I15)", () => {
  assert.equal(isChild(2026, 2010), true);
  assert.equal(isChild(2026, 2009), false);
});

test("codes become keys, and a code of the future becomes a plain word", () => {
  assert.equal(decidedByKey("duration"), "decided.duration");
  assert.equal(decidedByKey("luck"), "decided.other");
  assert.deepEqual(attemptsKey({ limit: 2, per: "day" }), { key: "rules.attemptsPerDay", n: 2 });
  assert.deepEqual(attemptsKey({}), { key: "rules.attemptsUnlimited", n: 0 });
});
