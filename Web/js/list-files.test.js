import assert from "node:assert/strict";
import { test } from "node:test";
import { listAddress } from "./list-files.js";

test("each form of a list has its address", () => {
  const query = { contest: "c", purpose: "trao giải & báo cáo" };
  assert.equal(
    listAddress("/units/u%201", query, "results", "semicolon"),
    "/api/v1/units/u%201/results?contest=c&purpose=trao+gi%E1%BA%A3i+%26+b%C3%A1o+c%C3%A1o&format=csv&separator=semicolon",
  );
  assert.equal(listAddress("/units/u", { contest: "c" }, "unfinished", "xlsx"), "/api/v1/units/u/unfinished?contest=c&format=xlsx");
});
