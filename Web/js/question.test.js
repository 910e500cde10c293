import assert from "node:assert/strict";
import { test } from "node:test";
import { readPrediction } from "./question.js";

test("comma and full stop are the same sign where fractions are asked for", () => {
  for (const text of ["87,5", "87.5", " 87,50 ", "087,5", "87,5 %"]) assert.deepEqual(readPrediction(text, 1), { value: "87,5" });
  assert.deepEqual(readPrediction("87", 1), { value: "87" });
  assert.deepEqual(readPrediction("87,0", 0), { value: "87" });
});

test("twelve thousand may be grouped where only whole numbers are asked for", () => {
  for (const text of ["12345", "12.345", "12,345", "12 345"]) assert.deepEqual(readPrediction(text, 0), { value: "12345" });
});

test("anything else is a fault, not a guess", () => {
  assert.deepEqual(readPrediction("", 1), { fault: "empty" });
  assert.deepEqual(readPrediction("12.345", 1), { fault: "tooManyDecimals" });
  for (const text of ["abc", "1,2,3", "-5", "1e3", "5,"]) assert.deepEqual(readPrediction(text, 1), { fault: "notNumber" });
});
