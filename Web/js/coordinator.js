// @ts-check
// The coordinator's page: who of the own unit has taken part and who has not.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { formatCount, formatShare } from "./format.js";
import { addTexts, decimal, t, useLanguage } from "./i18n.js";
import { drawCertificates, wireFiles } from "./list-files.js";
import { bar, dataTable, fillSelect, guarded, showFigures, staffPage } from "./staff.js";
import { viReports } from "./texts.reports.vi.js";

addTexts(viReports, "reports");

/** How long typing may pause before the server is asked. */
const PAUSE_MS = 250;

/** @type {any[]} */ let roots = [];
/** Units from the root down to the one that is shown. @type {{code: string, title: string}[]} */ let trail = [];
/** @type {any} */ let seen;
/** @type {any[]} */ let people = [];
let next = "";
/** Counts what was asked, so that a late answer does not replace a newer one. */
let turn = 0;
/** Titles by id. @type {Map<string, string>} */ let groups = new Map();

const n = (value) => formatCount(value, decimal());
const unitPath = () => `/units/${encodeURIComponent(trail[trail.length - 1].code)}`;
const contest = () => byId("contest").value;

const personWords = (person) => (person.state === "unregistered" ? t("participation.person.unregistered") : t(`coordinator.person.${person.state}`));

function drawPeople() {
  byId("people-count").textContent = t(next ? "participation.shownMore" : "participation.shown", { n: n(people.length) });
  byId("people").replaceChildren(...(people.length ? [dataTable(t("coordinator.people"), [
    { label: t("board.name") }, { label: t("board.group") }, { label: t("board.unit") }, { label: t("coordinator.stateColumn") }, { label: t("coordinator.attempts"), number: true },
  ], people.map((p) => [p.name, groups.get(p.group) ?? p.group, p.unit, personWords(p), n(p.attempts ?? 0)]))] : []));
  byId("more").hidden = !next;
  byId("copy-state").textContent = "";
}

const share = (line) => (line.denominator ? formatShare(line.submitted, line.denominator, decimal()) : t("participation.missing"));

function shareFigure() {
  if (!seen.denominator) return [t("participation.shareUnknown"), t("participation.missing")];
  const source = t(seen.headcount ? "participation.headcount" : "participation.roster");
  return [t("participation.shareOf", { n: n(seen.denominator), source }), share(seen)];
}

function drawCounts() {
  byId("unit-heading").textContent = seen.unit.title;
  byId("trail").replaceChildren(...trail.slice(0, -1).map((unit, i) =>
    el("button", { class: "link", type: "button", text: `‹ ${unit.title}`, on: { click: () => go(trail.slice(0, i + 1)) } })));
  showFigures([
    [t("count.registered"), n(seen.registered)], [t("participation.confirmed"), n(seen.confirmed)], [t("participation.claimed"), n(seen.registered - seen.confirmed)],
    [t("count.started"), n(seen.started)], [t("count.submitted"), n(seen.submitted)], /** @type {[string, string]} */ (shareFigure()),
  ]);
  byId("children-box").hidden = !seen.children.length;
  byId("children").replaceChildren(dataTable(t("coordinator.children"), [
    { label: t("coordinator.unit") }, { label: t("count.registered"), number: true }, { label: t("count.started"), number: true }, { label: t("count.submitted"), number: true },
    { label: t("participation.whole"), number: true }, { label: t("coordinator.share"), number: true }, { label: "" },
  ], seen.children.map((c) => [
    el("button", { class: "link", type: "button", text: c.title, on: { click: () => go([...trail, c]) } }),
    n(c.registered), n(c.started), n(c.submitted), c.denominator ? n(c.denominator) : t("participation.missing"), share(c), bar(c.denominator ? c.submitted / c.denominator : 0)])));
}

const where = () => ({ path: unitPath(), query: { contest: contest() } });
const drawFiles = wireFiles(where);

/** @param {Record<string, string>} [more] */
const ask = (more = {}) => {
  const query = new URLSearchParams({ contest: contest(), ...more });
  for (const [name, id] of [["state", "state"], ["q", "find"]]) if (byId(id).value.trim()) query.set(name, byId(id).value.trim());
  return get(`${unitPath()}/participation?${query}`);
};

async function load() {
  const mine = ++turn;
  const page = await ask();
  if (mine !== turn) return;
  seen = page;
  people = page.people;
  next = page.next ?? "";
  byId("participation").hidden = false;
  drawCounts();
  drawFiles();
  drawPeople();
}

async function openContest() {
  const about = await get(`/contests/${encodeURIComponent(contest())}`);
  groups = new Map(about.groups.map((g) => [g.id, g.title]));
  drawCertificates(about, where);
  await load();
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
  const mine = ++turn;
  const page = await ask({ after: next });
  if (mine !== turn) return;
  people = people.concat(page.people);
  next = page.next ?? "";
  drawPeople();
}

async function copy() {
  const text = people.map((p, i) => `${i + 1}. ${p.name} – ${p.unit} – ${personWords(p)}`).join("\n");
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
  if (root.contests.length) await openContest();
  else byId("participation").hidden = true;
}

/** @type {ReturnType<typeof setTimeout>} */ let typing;

await useLanguage();
byId("unit").onchange = () => void guarded(openUnit);
byId("contest").onchange = () => void guarded(openContest);
byId("state").onchange = () => void guarded(load);
byId("find").oninput = () => {
  clearTimeout(typing);
  typing = setTimeout(() => void guarded(load), PAUSE_MS);
};
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
