import assert from "node:assert/strict";
import { test } from "node:test";
import * as format from "./format.js";

test("times are those of Việt Nam, wherever the phone is", () => {
  assert.equal(format.formatDateTime("2026-11-24T01:02:03.004Z"), "24/11/2026 08:02");
  assert.equal(format.formatDate("2026-12-31T17:00:00.000Z"), "01/01/2027");
  assert.equal(format.formatClock("2026-11-24T20:05:09.000Z", true), "03:05:09");
  assert.equal(format.yearOf("2026-12-31T17:00:00Z"), 2027);
});

test("scores are thousandths with a comma, without idle zeros", () => {
  const cases = [[18_500, "18,5"], [20_000, "20"], [0, "0"], [333, "0,333"], [1_050, "1,05"], [-500, "−0,5"]];
  for (const [value, text] of cases) assert.equal(format.formatScore(value), text);
  assert.equal(format.formatScore(18_500, "."), "18.5");
});

test("counts and shares", () => {
  assert.equal(format.formatCount(1_234_567), "1.234.567");
  assert.equal(format.formatCount(1_234, "."), "1,234");
  assert.equal(format.formatCount(999), "999");
  assert.equal(format.formatShare(456, 1_000), "45,6 %");
  assert.equal(format.formatShare(1, 1), "100 %");
  assert.equal(format.formatShare(0, 0), "–");
});

test("durations and the countdown", () => {
  assert.equal(format.formatDuration(725_312), "12:05");
  assert.equal(format.formatDuration(725_012, true), "12:05,012");
  assert.equal(format.formatDuration(3_725_000), "1:02:05");
  assert.equal(format.formatCountdown(59_001), "01:00");
  assert.equal(format.formatCountdown(1), "00:01");
  assert.equal(format.formatCountdown(-5), "00:00");
});

test("a board shows milliseconds only where rows with the same score would read alike", () => {
  const row = (score, durationMs) => ({ score, durationMs });
  const labels = format.durationLabels([row(20, 1_200), row(20, 1_900), row(20, 3_000), row(10, 1_300), row(10, 5_000), row(10, 5_000)]);
  assert.deepEqual(labels, ["00:01,200", "00:01,900", "00:03", "00:01", "00:05", "00:05"]);
});
