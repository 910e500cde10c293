import assert from "node:assert/strict";
import { test } from "node:test";
import { contestYear, isChild } from "./register.js";
import { attemptsKey } from "./rules.js";

test("a child is whoever turns at most 16 in the contest's year (I15)", () => {
  assert.equal(isChild(2026, 2010), true);
  assert.equal(isChild(2026, 2009), false);
});

test("the year is that of the server's clock, in Việt Nam", () => {
  assert.equal(contestYear({ serverTime: "2026-12-31T16:59:59Z" }), 2026);
  assert.equal(contestYear({ serverTime: "2026-12-31T17:00:00Z" }), 2027);
});

test("how often one may sit", () => {
  assert.deepEqual(attemptsKey({ limit: 2, per: "day" }), { key: "rules.attemptsPerDay", n: 2 });
  assert.deepEqual(attemptsKey({}), { key: "rules.attemptsUnlimited", n: 0 });
});
