// @ts-check
// Somebody's attempts on the organizers' desk: found by name, with what can be done about each.
import { get, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatDateTime, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";
import { dataTable } from "./staff.js";

/** @typedef {{path: () => string, word: (name: string, values?: any) => string, shown: (id: string, act: () => Promise<void>) => Promise<void>,
 *   useAttempt: (field: string, id: string) => void, roundName: (id: string) => string}} Desk */

/** Wires the search and the form for more time, once. @param {Desk} desk */
export function wirePeople(desk) {
  byId("person-find").onsubmit = (event) => {
    event.preventDefault();
    void busy(submit(event), () => desk.shown("person-problem", () => find(desk)));
  };
  byId("allowance").onsubmit = (event) => {
    event.preventDefault();
    void busy(submit(event), () => desk.shown("allowance-problem", () => allow(desk)));
  };
  byId("allowance-end").onclick = () => void busy(byId("allowance-end"), () => desk.shown("allowance-problem", () => withdraw(desk)));
}

/** Another contest has other people. */
export function forgetPeople() {
  for (const id of ["person-list", "person-attempts"]) byId(id).replaceChildren();
  for (const id of ["person-state", "allowance-state", "allowance-now"]) byId(id).textContent = "";
  byId("person").hidden = true;
}

/** @param {Event} event */
const submit = (event) => /** @type {HTMLButtonElement} */ (/** @type {SubmitEvent} */ (event).submitter);

/** @param {Desk} desk */
async function find(desk) {
  forgetPeople();
  const { items, more } = await get(`${desk.path()}/contestants?q=${encodeURIComponent(byId("person-words").value)}`);
  byId("person-state").textContent = desk.word(!items.length ? "found-none" : more ? "found-more" : "found", { n: items.length });
  byId("person-list").replaceChildren(...items.map((person) => el("li", {},
    el("button", { class: "link", type: "button", text: `${person.name}, ${person.birthYear}, ${person.unit}`, on: { click: () => void desk.shown("person-problem", () => open(desk, person)) } }))));
}

/** @type {any} */ let chosen;

/** @param {Desk} desk @param {any} person */
async function open(desk, person) {
  chosen = person;
  const base = `${desk.path()}/contestants/${person.contestant}`;
  const [data, { items }] = await Promise.all([get(`${base}/time-allowance`), get(`${base}/attempts`)]);
  byId("person").hidden = false;
  byId("person-heading").textContent = `${person.name}, ${person.unit}`;
  byId("allowance-state").textContent = "";
  showAllowance(desk, data);
  const act = (text, field, attempt) => el("button", { class: "link", type: "button", text, on: { click: () => desk.useAttempt(field, attempt.id) } });
  byId("person-attempts").replaceChildren(items.length ? dataTable(byId("person-heading").textContent ?? "", [
    { label: desk.word("round") }, { label: desk.word("started") }, { label: desk.word("ended") }, { label: t("board.score"), number: true }, { label: desk.word("act") },
  ], items.map((attempt) => [
    `${desk.roundName(attempt.round)}, ${attempt.number}`,
    formatDateTime(attempt.startedAt),
    attempt.sealedAt ? formatDateTime(attempt.sealedAt) : desk.word("open", { time: formatDateTime(attempt.deadline) }),
    attempt.score === undefined ? "–" : formatScore(attempt.score, decimal()),
    attempt.voided ? desk.word("voided") : el("td", {}, attempt.sealedAt ? act(desk.word("void"), "attempt", attempt) : act(desk.word("more-time"), "time-attempt", attempt)),
  ])) : el("p", { class: "quiet", text: desk.word("no-attempts") }));
  byId("person-heading").focus();
}

/** @param {Desk} desk @param {any} data */
function showAllowance(desk, data) {
  const now = data.allowance;
  byId("allowance-now").textContent = !now ? desk.word("allowance-none") : desk.word(now.percent ? "allowance-percent" : "allowance-minutes", { n: now.percent ?? now.minutes, reason: now.reason });
  byId("allowance-end").hidden = !now;
}

/** @param {Desk} desk */
async function allow(desk) {
  const amount = Number(byId("allowance-amount").value) || 0;
  const body = { [byId("allowance-kind").value]: amount, reason: byId("allowance-reason").value.trim() };
  const { data } = await request(`${desk.path()}/contestants/${chosen.contestant}/time-allowance`, { method: "PUT", body });
  byId("allowance").reset();
  showAllowance(desk, data);
  byId("allowance-state").textContent = desk.word("allowance-kept");
}

/** @param {Desk} desk */
async function withdraw(desk) {
  const { data } = await request(`${desk.path()}/contestants/${chosen.contestant}/time-allowance`, { method: "DELETE" });
  showAllowance(desk, data);
  byId("allowance-state").textContent = desk.word("allowance-kept");
}
