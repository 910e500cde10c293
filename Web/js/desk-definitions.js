// @ts-check
// What changed in the rules of a contest, when, by whom.
import { get } from "./api.js";
import { byId } from "./dom.js";
import { formatDateTime } from "./format.js";
import { dataTable } from "./staff.js";

/** @param {string} path  of the contest @param {(name: string, values?: any) => string} word */
export async function showDefinitions(path, word) {
  const { items } = await get(`${path}/definitions`);
  const heading = byId("definitions-heading").textContent ?? "";
  byId("definitions").replaceChildren(dataTable(heading, [
    { label: word("version"), number: true }, { label: word("when") }, { label: word("by") }, { label: word("changes") },
  ], items.map((one) => [one.version, formatDateTime(one.appliedAt), one.appliedBy, one.version === 1 ? word("first-version") : one.changes.join(", ") || word("no-changes")])));
}
