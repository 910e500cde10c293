import assert from "node:assert/strict";
import { test } from "node:test";
import { formatOf } from "./bank-import.js";

test("a format is known by the end of the name, a .txt by its answers", () => {
  assert.deepEqual(formatOf("Ngân hàng.XLSX", "")?.[0], "xlsx");
  assert.deepEqual(formatOf("a.b.csv", "")?.[0], "csv");
  for (const name of ["Đề 1.docx", "old.DOC", "a.docm"]) assert.equal(formatOf(name, "")?.[0], "docx");
  assert.deepEqual(formatOf("quiz.xml", "")?.[0], "moodle-xml");
  assert.deepEqual(formatOf("quiz.txt", "::a:: b {=c}")?.[0], "gift");
  assert.deepEqual(formatOf("quiz.txt", "Q?\nA. a\nB. b\nANSWER: A\n")?.[0], "aiken");
  for (const name of ["a.odt", "a", ".xls", "a.pdf"]) assert.equal(formatOf(name, ""), undefined);
});
