import assert from "node:assert/strict";
import { test } from "node:test";
import { isChild } from "./register.js";
import { attemptsKey } from "./rules.js";
import { leadingZeros, sha256Head, solvePart } from "./proof.js";

test("a child is whoever turns at most 16 in the contest's year (I15)", () => {
  assert.equal(isChild(2026, 2010), true);
  assert.equal(isChild(2026, 2009), false);
});

test("how often one may sit", () => {
  assert.deepEqual(attemptsKey({ limit: 2, per: "day" }), { key: "rules.attemptsPerDay", n: 2 });
  assert.deepEqual(attemptsKey({}), { key: "rules.attemptsUnlimited", n: 0 });
});

test("the proof's SHA-256 is that of everybody else", async () => {
  const { createHash } = await import("node:crypto");
  for (const [id, part, nonce] of [["00".repeat(16), 0, 0], ["0123456789abcdeffedcba9876543210", 15, 4_000_000_000], ["ff".repeat(16), 7, 12345]]) {
    const bytes = Buffer.alloc(24);
    Buffer.from(id, "hex").copy(bytes);
    bytes.writeUInt32BE(part, 16);
    bytes.writeUInt32BE(nonce, 20);
    const expected = createHash("sha256").update(bytes).digest().readUInt32BE(0);
    assert.equal(sha256Head(id, part, nonce), expected);
  }
  const nonce = solvePart("0123456789abcdeffedcba9876543210", 3, 10);
  assert.ok(leadingZeros(sha256Head("0123456789abcdeffedcba9876543210", 3, nonce)) >= 10);
});
