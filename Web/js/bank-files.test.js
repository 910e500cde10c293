import assert from "node:assert/strict";
import { test } from "node:test";
import { formatOf, nameIn } from "./bank-files.js";

test("a format is known by the end of the name, a .txt by its answers", () => {
  assert.deepEqual(formatOf("Ngân hàng.XLSX", "")?.[0], "xlsx");
  assert.deepEqual(formatOf("a.b.csv", "")?.[0], "csv");
  for (const name of ["Đề 1.docx", "old.DOC", "a.docm"]) assert.equal(formatOf(name, "")?.[0], "docx");
  assert.deepEqual(formatOf("quiz.xml", "")?.[0], "moodle-xml");
  assert.deepEqual(formatOf("quiz.xml", "<assessmentItem>")?.[0], "qti");
  assert.deepEqual(formatOf("quiz.txt", "::a:: b {=c}")?.[0], "gift");
  assert.deepEqual(formatOf("quiz.txt", "Q?\nA. a\nB. b\nANSWER: A\n")?.[0], "aiken");
  assert.deepEqual(formatOf("item.xml", '<?xml version="1.0"?>\n<assessmentItem identifier="a">'), ["qti", "application/xml"]);
  assert.deepEqual(formatOf("item.xml", "<quiz>")?.[0], "moodle-xml");
  assert.deepEqual(formatOf("Quiz.ZIP", "PK"), ["zip", "application/zip"]);
  for (const name of ["a.odt", "a", ".xls", "a.pdf"]) assert.equal(formatOf(name, ""), undefined);
});

test("a file is named as the server says, with all its letters", () => {
  assert.equal(nameIn("attachment; filename=\"de.xlsx\"; filename*=UTF-8''%C4%90%E1%BB%81%20-%20l%E1%BB%97i.xlsx"), "Đề - lỗi.xlsx");
  assert.equal(nameIn('attachment; filename="b.csv"'), "b.csv");
  assert.equal(nameIn(null), "file");
});
