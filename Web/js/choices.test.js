import assert from "node:assert/strict";
import { test } from "node:test";
import { isNumber, moved, pairs, written } from "./choices.js";

test("an item moves by one place, and not beyond the ends", () => {
  const list = ["a", "b", "c"];
  assert.deepEqual(moved(list, 0, 1), ["b", "a", "c"]);
  assert.deepEqual(moved(list, 2, -1), ["a", "c", "b"]);
  for (const [index, by] of [[0, -1], [2, 1], [-1, 1], [3, -1]]) assert.equal(moved(list, index, by), list);
  assert.deepEqual(list, ["a", "b", "c"]);
});

test("what is not put together is not sent", () => {
  assert.deepEqual(pairs(["a", "b", "c"], ["c", "", "c"]), [["a", "c"], ["c", "c"]]);
  assert.deepEqual(pairs(["a"], [""]), []);
});

test("a written answer is sent as the server keeps it", () => {
  assert.deepEqual(written("  ho\u0300a\tbình "), ["hòa bình"]);
  assert.deepEqual(written("mã\u200B độc\u202E\uFEFF\uFE0F"), ["mã độc"]);
  assert.deepEqual(written("\uD800x\uE000"), ["x"]);
  for (const text of ["", "  ", "\u200B", "\n"]) assert.deepEqual(written(text), []);
  assert.equal(written("ă".repeat(300))[0].length, 200);
  assert.deepEqual(written(`${"a".repeat(199)} b`), ["a".repeat(199)]);
});

test("one comma or point is the decimal sign, and groups are none", () => {
  for (const text of ["24", " 87,5 ", "87.5", "-3", "\u22123", "007"]) assert.ok(isNumber(text), text);
  for (const text of ["", "1.234,5", "1 234", "5,", ",5", "1e3", "+5", "24 giờ", "1".repeat(19), "٣"]) assert.ok(!isNumber(text), text);
});
