import assert from "node:assert/strict";
import { test } from "node:test";
import { rows } from "./review.js";

const letters = (...texts) => texts.map((text, i) => ({ id: "abcdefgh"[i], text }));
const short = (question) => rows(question).map(({ before, text, state, why }) => [before ?? "", text, state, why ?? ""].join("|"));

test("options: right ones, and a wrong pick", () => {
  const options = letters("Một", "Hai", "Ba").map((option, i) => ({ ...option, correct: i === 1 }));
  assert.deepEqual(short({ kind: "single", options, choice: ["a"] }), ["|Một|missed|Bạn đã chọn", "|Hai|right|Đáp án đúng", "|Ba||"]);
  assert.deepEqual(short({ kind: "single", options, choice: ["b"] })[1], "|Hai|right|Đáp án đúng, bạn đã chọn");
});

test("order: the right order, with the own place where it was another", () => {
  const question = { kind: "order", options: letters("Sau", "Đầu", "Giữa"), key: ["b", "c", "a"] };
  assert.deepEqual(short({ ...question, choice: ["b", "a", "c"] }), ["1.|Đầu|right|", "2.|Giữa|missed|Bạn xếp ở vị trí 3", "3.|Sau|missed|Bạn xếp ở vị trí 2"]);
  assert.deepEqual(short({ ...question, choice: [] }), ["1.|Đầu||", "2.|Giữa||", "3.|Sau||"]);
});

test("match: what belongs together, and what was given instead", () => {
  const question = { kind: "match", lefts: letters("L1", "L2", "L3"), rights: letters("R1", "R2", "R3"), key: [["a", "c"], ["b", "a"], ["c", "b"]] };
  assert.deepEqual(short({ ...question, choice: [["a", "c"], ["b", "b"]] }),
    ["L1 →|R3|right|Bạn trả lời đúng", "L2 →|R1|missed|Bạn ghép với: R2", "L3 →|R2||Bạn bỏ trống"]);
});

test("written: the own answer, then what is accepted", () => {
  assert.deepEqual(short({ kind: "short", key: ["xác thực", "2FA"], choice: ["mật khẩu"], score: 0, maxScore: 1000 }),
    ["|Bạn trả lời: mật khẩu|missed|", "Các cách viết được chấp nhận:|xác thực; 2FA|right|"]);
  assert.deepEqual(short({ kind: "numeric", key: ["87.5"], tolerance: "0.5", unit: "%", choice: ["87,2"], score: 1000, maxScore: 1000 }),
    ["|Bạn trả lời: 87,2 %|right|", "Đáp án:|87,5 %|right|chấp nhận lệch 0,5"]);
  assert.equal(short({ kind: "short", key: ["a"], choice: [], score: 0, maxScore: 1000 }).length, 1);
});

test("message: signs found, missed and marked by mistake", () => {
  const parts = letters("A", "B", "C", "D").map((part, i) => ({ ...part, role: "link", suspicious: i < 2 }));
  assert.deepEqual(short({ kind: "message", parts, choice: ["a", "c"] }), [
    "Đường dẫn:|A|right|Dấu hiệu đáng ngờ, bạn đã đánh dấu", "Đường dẫn:|B|right|Dấu hiệu đáng ngờ, bạn chưa đánh dấu",
    "Đường dẫn:|C|missed|Không đáng ngờ, bạn đã đánh dấu", "Đường dẫn:|D||"]);
});
