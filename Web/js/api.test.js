import assert from "node:assert/strict";
import { test } from "node:test";
import { retryAfterMs, retryDelay } from "./api.js";

test("waits double up to half a minute, spread over their upper half", () => {
  assert.equal(retryDelay(1, 0, () => 0), 500);
  assert.equal(retryDelay(1, 0, () => 1), 1_000);
  assert.equal(retryDelay(3, 0, () => 1), 4_000);
  assert.equal(retryDelay(50, 0, () => 1), 30_000);
});

test("what the server asked for is never undercut", () => {
  assert.ok(retryDelay(1, 5_000, () => 0) >= 5_000);
  assert.equal(retryAfterMs("7"), 7_000);
  assert.equal(retryAfterMs("Tue, 24 Nov 2026 00:00:10 GMT", Date.UTC(2026, 10, 24)), 10_000);
  assert.equal(retryAfterMs("soon"), 0);
  assert.equal(retryAfterMs(null), 0);
  assert.equal(retryAfterMs("999999"), 600_000);
});
