import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { bytesOf, number, parse, verify } from "./certificate-check.js";

const lines = ["bang-vang certificate 1", "3f2a91bc0d4400000000000000000001", "thu", "Cuộc thi", "Bảo N.", "Xã A", "Người dân", "18/20 điểm", "2026-11-30"];
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const message = Buffer.from(lines.join("\n"));
const fragment = (bytes, signature = sign(null, message, privateKey)) => `${bytes.toString("base64url")}.${signature.toString("base64url")}`;
const raw = new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(-32));

test("a signed statement is read and its signature holds", async () => {
  const found = parse(fragment(message));
  assert.deepEqual(Object.values(found.statement), lines.slice(1));
  assert.equal(await verify(found.message, found.signature, raw), true);
  const changed = parse(fragment(Buffer.from(lines.join("\n").replace("18/20", "20/20"))));
  assert.equal(await verify(changed.message, changed.signature, raw), false);
});

test("what is no certificate is none", () => {
  for (const text of ["", ".", "a.b", "code=ABC", "<img>", fragment(message) + ".", fragment(Buffer.from("x")), fragment(Buffer.from([...message, 0xff]))]) assert.equal(parse(text), null, text);
  assert.equal(bytesOf("a+b"), null);
});

test("numbers are read in groups", () => {
  assert.equal(number("3f2a91bc0d4400000000000000000001"), "3F2A-91BC-0D44");
});
