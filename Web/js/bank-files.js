// @ts-check
// Files of question banks: which format a file has, and files that the server makes for the browser to keep.
import { Problem } from "./api.js";
import { el } from "./dom.js";

// Old and macro documents go the same way: the server says what to do about them.
const WORD = ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];
/** Format and media type by the end of a file's name; a `.txt` and an `.xml` are looked into. */
const FORMATS = {
  xlsx: ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  csv: ["csv", "text/csv"], tsv: ["csv", "text/csv"], gift: ["gift", "text/plain"], txt: ["gift", "text/plain"],
  xml: ["moodle-xml", "application/xml"], yaml: ["yaml", "application/yaml"], yml: ["yaml", "application/yaml"],
  docx: WORD, docm: WORD, doc: WORD, zip: ["zip", "application/zip"], imscc: ["qti", "application/zip"], qti: ["qti", "application/xml"],
};
/** What documents of QTI, which are XML as those of Moodle are, begin with. */
const QTI = /<(?:\w+:)?(?:questestinterop|assessmentItem|assessmentTest|qti-assessment-item)\b/;

/** Formats that a bank can be taken in, and how people call them. @type {[string, string][]} */
export const EXPORTS = [["xlsx", "Excel (XLSX)"], ["csv", "CSV"], ["yaml", "YAML"], ["gift", "GIFT"], ["moodle-xml", "Moodle XML"], ["aiken", "Aiken"], ["zip", "ZIP"], ["qti-2.1", "QTI 2.1"], ["qti-3.0", "QTI 3.0"]];

/** @param {string} name @param {string} start  of its content
 * @returns {string[] | undefined} */
export function formatOf(name, start) {
  const found = FORMATS[name.split(".").pop()?.toLowerCase() ?? ""];
  if (/\.xml$/i.test(name) && QTI.test(start)) return ["qti", "application/xml"];
  return found && /\.txt$/i.test(name) && /^ANSWER:/m.test(start) ? ["aiken", "text/plain"] : found;
}

/** The file name of a Content-Disposition, by RFC 6266 with the encoded form first. @param {string | null} header */
export function nameIn(header) {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? "")?.[1];
  return (encoded && decodeURIComponent(encoded)) || /filename="([^"]*)"/.exec(header ?? "")?.[1] || "file";
}

/** Sends a file and keeps the one that comes back. @param {string} path  below /api/v1 @param {string} type @param {ArrayBuffer} body */
export const exchange = (path, type, body) => keepAnswer(path, { method: "POST", headers: { "Content-Type": type }, body });

/** Keeps a file of the server, or says why there is none. @param {string} path  below /api/v1 */
export const download = (path) => keepAnswer(path, {});

/** @param {string} path @param {RequestInit} request */
async function keepAnswer(path, request) {
  let answer;
  try {
    answer = await fetch(`/api/v1${path}`, { credentials: "same-origin", ...request });
  } catch {
    throw new Problem(0, undefined);
  }
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => undefined));
  const url = URL.createObjectURL(await answer.blob());
  keep(url, nameIn(answer.headers.get("Content-Disposition")));
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @param {string} url @param {string} [name]  else the server says it */
export function keep(url, name = "") {
  const link = el("a", { href: url, download: name || true });
  document.body.append(link);
  link.click();
  link.remove();
}
