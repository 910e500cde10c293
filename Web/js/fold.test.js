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

test("typing on after a complete answer needs no request", () => {
  const memory = new SearchMemory();
  assert.equal(memory.recall("ky"), undefined);
  memory.remember("kỳ", units, 20);
  assert.deepEqual(memory.recall("ky l").map((u) => u.code), ["u1"]);
  assert.deepEqual(memory.recall("KY ANH").map((u) => u.code), ["u0", "u2"]);
  assert.deepEqual(memory.recall("kyz"), []);
  assert.equal(memory.recall("duc"), undefined);
});

test("an answer that was cut off at the limit says nothing about longer words", () => {
  const memory = new SearchMemory();
  memory.remember("k", units, 3);
  assert.equal(memory.recall("ky"), undefined);
  assert.equal(memory.recall("k").length, 3);
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
