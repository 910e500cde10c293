import assert from "node:assert/strict";
import { test } from "node:test";
import { filtered, sorted, urgency } from "./analysis-table.js";

const item = (question, more = {}) => ({ bank: "b", question, prompt: `Câu ${question}`, papers: 10, facility: 0.5, flags: [], ...more });
const flag = (code) => ({ code });
const items = [
  item("a", { discrimination: 0.3 }), item("b", { flags: [flag("tooEasy")] }), item("c", { discrimination: -0.2, flags: [flag("suspectKey"), flag("tooHard")] }),
  item("d", { discrimination: 0.1, flags: [flag("leak")], prompt: "Mật khẩu" }),
];
const ids = (list) => list.map((i) => i.question).join("");

test("the most pressing come first, and equals keep the order of the bank", () => {
  assert.equal(ids(sorted(items, "see", false)), "cdba");
  assert.equal(ids(sorted(items, "count", true)), "abcd");
  assert.ok(urgency(items[2]) < urgency(item("x", { flags: [flag("suspectKey")] })));
});

test("what has no value stands last, upwards and downwards", () => {
  assert.equal(ids(sorted(items, "discrimination", false)), "cdab");
  assert.equal(ids(sorted(items, "discrimination", true)), "adcb");
});

test("flags and words narrow the table", () => {
  assert.equal(ids(filtered(items, "", "")), "abcd");
  assert.equal(ids(filtered(items, "any", "")), "bcd");
  assert.equal(ids(filtered(items, "tooHard", "")), "c");
  assert.equal(ids(filtered(items, "", " MẬT ")), "d");
  assert.equal(ids(filtered(items, "leak", "câu")), "");
});
