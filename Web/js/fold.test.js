import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, matches, nextActive, SearchMemory } from "./fold.js";

test("folding takes away every accent, đ too, composed or not", () => {
  assert.equal(fold("Trường THCS Lê Đình Đầy"), "truong thcs le dinh day");
  assert.equal(fold("Đức Thọ".normalize("NFD")), "duc tho");
  assert.equal(fold("  P.  Trần-Phú "), "p tran phu");
});

test("every typed word begins a word of the title, in any order", () => {
  assert.ok(matches("dong da", "Trường THPT Đống Đa"));
  assert.ok(matches("da thpt", "Trường THPT Đống Đa"));
  assert.ok(matches("ĐỐNG", "Trường THPT Đống Đa"));
  assert.ok(!matches("ong", "Trường THPT Đống Đa"));
  assert.ok(matches("", "Trường"));
});

const units = ["Trường THCS Kỳ Anh", "Trường THCS Kỳ Lợi", "Xã Kỳ Anh"].map((title, i) => ({ code: `u${i}`, title }));

test("the same words again need no request, others do", () => {
  const memory = new SearchMemory();
  assert.equal(memory.recall("kỳ"), undefined);
  memory.remember("Kỳ ", units);
  assert.equal(memory.recall("kỳ").length, 3);
  assert.equal(memory.recall("kỳ".normalize("NFD")).length, 3);
  assert.equal(memory.recall("ky"), undefined);
  assert.equal(memory.recall("kỳ l"), undefined);
});

test("the list is walked round by arrows, and other keys are not its business", () => {
  assert.equal(nextActive("ArrowDown", -1, 3), 0);
  assert.equal(nextActive("ArrowDown", 2, 3), 0);
  assert.equal(nextActive("ArrowUp", -1, 3), 2);
  assert.equal(nextActive("ArrowUp", 1, 3), 0);
  assert.equal(nextActive("PageDown", 0, 3), 2);
  assert.equal(nextActive("ArrowDown", -1, 0), undefined);
  assert.equal(nextActive("Home", 1, 3), undefined);
});
