// @ts-check
// Reading the signed text of a certificate, and checking its signature (Ed25519) on this machine.

const HEADING = "bang-vang certificate 1";
const NAMES = /** @type {const} */ (["id", "contest", "title", "name", "unit", "group", "result", "date"]);

/** @typedef {Record<typeof NAMES[number], string>} Statement */

/** base64url without padding; null for anything else. @param {string} text */
export function bytesOf(text) {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What stands behind `#`: the message and its signature; null if it is no certificate.
 * @param {string} fragment @returns {{message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, statement: Statement} | null} */
export function parse(fragment) {
  const [message, signature, ...rest] = fragment.split(".").map(bytesOf);
  if (!message || !signature || rest.length) return null;
  let lines;
  try {
    lines = new TextDecoder("utf-8", { fatal: true }).decode(message).split("\n");
  } catch {
    return null;
  }
  if (lines.length !== NAMES.length + 1 || lines[0] !== HEADING || !/^[0-9a-f]{32}$/.test(lines[1])) return null;
  return { message, signature, statement: /** @type {Statement} */ (Object.fromEntries(NAMES.map((name, place) => [name, lines[place + 1]]))) };
}

/** Whether the signature is right; null where the browser does not know Ed25519 or the page is not secure.
 * @param {Uint8Array<ArrayBuffer>} message @param {Uint8Array<ArrayBuffer>} signature @param {Uint8Array<ArrayBuffer>} publicKey */
export async function verify(message, signature, publicKey) {
  if (!globalThis.crypto?.subtle) return null;
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
  } catch {
    return null;
  }
}

/** For people: `3F2A-91BC-0D44`. @param {string} id */
export const number = (id) => id.slice(0, 12).toUpperCase().replace(/(....)(?=.)/g, "$1-");
