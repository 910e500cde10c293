// @ts-check
// What is done to an answer before it is sent. Pure, so that it is tried without a browser.

/** The list with one of its items a place further up (-1) or down (1); the same list where that is not possible.
 * @param {string[]} list @param {number} index @param {number} by */
export function moved(list, index, by) {
  const other = index + by;
  if (index < 0 || index >= list.length || other < 0 || other >= list.length) return list;
  const next = [...list];
  [next[index], next[other]] = [next[other], next[index]];
  return next;
}

/** What is put together, in the order of the left sides, as the server keeps it.
 * @param {string[]} lefts @param {string[]} picked  the right side of each, or an empty text @returns {string[][]} */
export const pairs = (lefts, picked) => lefts.map((left, i) => [left, picked[i]]).filter(([, right]) => right);

/** A written answer as the server keeps it: composed, trimmed, without what nobody sees; nothing when it is empty.
 * @param {string} text @returns {string[]} */
export function written(text) {
  const seen = text.replace(/\p{Cc}/gu, " ")
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu, "");
  const clean = [...seen.normalize("NFC").trim()].slice(0, 200).join("").trim();
  return clean ? [clean] : [];
}

/** Whether the server reads it as a number: one comma or point, no groups (docs/marking.md). @param {string} text */
export const isNumber = (text) => /^\s*[-\u2212]?\d{1,18}(?:[.,]\d{1,18})?\s*$/.test(text);
