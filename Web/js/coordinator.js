// @ts-check
// The coordinator's page: who of the own unit has taken part and who has not.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { matches } from "./fold.js";
import { formatCount, formatShare } from "./format.js";
import { decimal, t, useLanguage } from "./i18n.js";
import { bar, dataTable, fillSelect, guarded, showFigures, staffPage } from "./staff.js";

/** @type {any[]} */ let roots = [];
/** Units from the root down to the one that is shown. @type {{code: string, title: string}[]} */ let trail = [];
/** @type {any} */ let seen;
/** @type {any[]} */ let people = [];
let next = "";
/** Titles by id. @type {Map<string, string>} */ let groups = new Map();

const n = (value) => formatCount(value, decimal());
const unitPath = () => `/units/${encodeURIComponent(trail[trail.length - 1].code)}`;

function visiblePeople() {
  const state = byId("state").value;
  const find = byId("find").value.trim();
  return people.filter((person) => (!state || (state === "not" ? person.state !== "submitted" : person.state === state)) && (!find || matches(find, person.name)));
}

const stateWords = (person) => t(`coordinator.person.${person.state}`);
const unitTitle = (unit) => (unit && typeof unit === "object" ? unit.title : unit ?? "");

function drawPeople() {
  const list = visiblePeople();
  byId("people-count").textContent = t(next ? "coordinator.countMore" : "coordinator.count", { n: n(list.length), of: n(people.length) });
  byId("people").replaceChildren(...(list.length ? [dataTable(t("coordinator.people"), [
    { label: t("board.name") }, { label: t("board.group") }, { label: t("board.unit") }, { label: t("coordinator.stateColumn") }, { label: t("coordinator.attempts"), number: true },
  ], list.map((p) => [p.name, groups.get(p.group) ?? p.group, unitTitle(p.unit), stateWords(p), n(p.attempts ?? 0)]))] : []));
  byId("more").hidden = !next;
  byId("copy-state").textContent = "";
}

function draw() {
  const sum = (key) => seen[key] ?? seen.children.reduce((total, c) => total + c[key], 0);
  byId("unit-heading").textContent = seen.unit.title;
  byId("trail").replaceChildren(...trail.slice(0, -1).map((unit, i) =>
    el("button", { class: "link", type: "button", text: `‹ ${unit.title}`, on: { click: () => go(trail.slice(0, i + 1)) } })));
  const leaf = !seen.children.length && seen.registered === undefined;
  const count = (/** @type {string[]} */ ...states) => people.filter((p) => states.includes(p.state)).length;
  const figures = leaf ? { registered: people.length, started: count("open", "submitted"), submitted: count("submitted") } : { registered: sum("registered"), started: sum("started"), submitted: sum("submitted") };
  showFigures([[t("count.registered"), n(figures.registered)], [t("count.started"), n(figures.started)], [t("count.submitted"), n(figures.submitted)], [t("coordinator.share"), formatShare(figures.submitted, figures.registered, decimal())]]);
  byId("children-box").hidden = !seen.children.length;
  byId("children").replaceChildren(dataTable(t("coordinator.children"), [
    { label: t("coordinator.unit") }, { label: t("count.registered"), number: true }, { label: t("count.started"), number: true }, { label: t("count.submitted"), number: true },
    { label: t("coordinator.share"), number: true }, { label: "" },
  ], seen.children.map((c) => [
    c.code === seen.unit.code ? c.title : el("button", { class: "link", type: "button", text: c.title, on: { click: () => go([...trail, c]) } }),
    n(c.registered), n(c.started), n(c.submitted), formatShare(c.submitted, c.registered, decimal()), bar(c.registered ? c.submitted / c.registered : 0)])));
  for (const [id, separator] of [["result-link", ""], ["result-link-semicolon", "semicolon"]]) {
    byId(id).href = `/api/v1${unitPath()}/results?${new URLSearchParams({ contest: byId("contest").value, format: "csv", ...(separator ? { separator } : {}) })}`;
  }
  drawPeople();
}

async function load() {
  const contest = await get(`/contests/${encodeURIComponent(byId("contest").value)}`);
  groups = new Map(contest.groups.map((g) => [g.id, g.title]));
  seen = await get(`${unitPath()}/participation?${new URLSearchParams({ contest: byId("contest").value })}`);
  people = seen.people ?? [];
  next = seen.next ?? "";
  byId("participation").hidden = false;
  draw();
}

/** @param {{code: string, title: string}[]} to */
function go(to) {
  trail = to;
  void guarded(async () => {
    await load();
    byId("unit-heading").focus();
  });
}

async function more() {
  const page = await get(`${unitPath()}/participation?${new URLSearchParams({ contest: byId("contest").value, after: next })}`);
  people = people.concat(page.people ?? []);
  next = page.next ?? "";
  drawPeople();
}

async function copy() {
  const text = visiblePeople().map((p, i) => `${i + 1}. ${p.name} – ${unitTitle(p.unit)} – ${stateWords(p)}`).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    byId("copy-state").textContent = t("coordinator.copied");
  } catch {
    byId("copy-state").textContent = t("coordinator.copyFailed");
  }
}

/** @type {Map<string, string>} */ let titles = new Map();

async function openUnit() {
  const root = roots.find((unit) => unit.code === byId("unit").value);
  fillSelect("contest", root.contests.map((id) => ({ value: id, text: titles.get(id) ?? id })));
  trail = [root];
  if (root.contests.length) await load();
  else byId("participation").hidden = true;
}

await useLanguage();
byId("unit").onchange = () => void guarded(openUnit);
byId("contest").onchange = () => void guarded(load);
byId("state").onchange = drawPeople;
byId("find").oninput = drawPeople;
byId("more").onclick = () => void guarded(more);
byId("copy").onclick = copy;
await staffPage(async () => {
  const [units, contests] = await Promise.all([get("/staff/units"), get("/contests")]);
  roots = units.items;
  titles = new Map(contests.items.map((c) => [c.id, c.title]));
  fillSelect("unit", roots.map((unit) => ({ value: unit.code, text: unit.title })));
  if (!roots.length) {
    byId("work-problem").replaceChildren(el("div", { class: "notice notice-warning" }, el("p", { text: t("coordinator.noUnits") })));
    return;
  }
  await openUnit();
});
