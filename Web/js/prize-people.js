// @ts-check
// Who is excluded from prizes, and how to find somebody to exclude.
import { get } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatDateTime } from "./format.js";
import { t } from "./i18n.js";

/** @typedef {{exclude: (p: any) => void, readmit: (p: any) => void}} Acts */

/** @param {any[]} people @param {Acts} acts */
export function showExcluded(people, acts) {
  byId("excluded").replaceChildren(...(people.length ? people.map((person) => excludedCard(person, acts)) : [el("li", { class: "about", text: t("prizes.noneExcluded") })]));
}

/** @param {any} person @param {Acts} acts */
function excludedCard(person, acts) {
  const { kind, reason, by, at } = person.exclusion;
  return el("li", {},
    el("p", {}, el("span", { class: "name", text: person.name }), el("span", { class: "badge badge-bad", text: t(`prizes.kind.${kind}`) })),
    el("p", { class: "about", text: `${reason} – ${t("prizes.checked", { by, time: formatDateTime(at) })}` }),
    el("p", { class: "actions" }, button(t("prizes.readmit"), person, () => acts.readmit(person))));
}

/** @param {string} text @param {any} person @param {() => void} run */
function button(text, person, run) {
  return el("button", { class: "link", type: "button", "aria-label": `${text}: ${person.name}`, text, on: { click: run } });
}

/** Wires the search, once. @param {() => string} path  of the contest @param {Acts} acts @param {(act: () => Promise<void>) => Promise<void>} guarded */
export function wireSearch(path, acts, guarded) {
  byId("find-form").onsubmit = (event) => {
    event.preventDefault();
    void busy(byId("find-form").querySelector('[type="submit"]'), () => guarded(() => find(path(), acts)));
  };
}

/** @param {string} path @param {Acts} acts */
async function find(path, acts) {
  const { items, more } = await get(`${path}/contestants?q=${encodeURIComponent(byId("find").value)}`);
  byId("found-state").textContent = !items.length ? t("prizes.foundNone") : t(more ? "prizes.foundMore" : "prizes.found", { n: items.length });
  byId("found").replaceChildren(...items.map((person) => el("li", {},
    el("p", {}, el("span", { class: "name", text: person.name }), person.exclusion && el("span", { class: "badge badge-bad", text: t(`prizes.kind.${person.exclusion}`) })),
    el("p", { class: "about", text: `${t("prizes.about", { unit: person.unit, year: person.birthYear })}, ${person.groupTitle}` }),
    el("p", { class: "actions" }, person.exclusion
      ? button(t("prizes.readmit"), person, () => acts.readmit(person))
      : button(t("prizes.exclude"), person, () => acts.exclude(person))))));
}

/** What was found before a change no longer tells the truth. */
export function forgetFound() {
  byId("found").replaceChildren();
  byId("found-state").textContent = "";
}
