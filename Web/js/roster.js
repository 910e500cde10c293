// @ts-check
// The coordinator's roster: who may take part, who has come, and the slips with which they do.
import { get, post, request } from "./api.js";
import { busy, byId, el, icon, openDialog, showStep } from "./dom.js";
import { formatCount } from "./format.js";
import { addTexts, decimal, t, useLanguage } from "./i18n.js";
import { rosterImport } from "./roster-import.js";
import { clearSlips, showSlips } from "./roster-slips.js";
import { dataTable, fillSelect, guarded, showFigures, staffPage } from "./staff.js";
import { viRoster } from "./texts.roster.vi.js";

addTexts(viRoster, "roster");

/** @type {any[]} */ let roots = [];
/** @type {any[]} */ let people = [];
let next = "";
let hasMore = false;
/** @type {Map<string, string>} */ let titles = new Map();

const n = (value) => formatCount(value, decimal());
const unit = () => byId("unit").value;
const contest = () => byId("contest").value;
/** The class that is looked at, or the whole unit. */
const scope = () => byId("class").value || unit();
const path = (code, end = "") => `/units/${encodeURIComponent(code)}/roster${end}`;
const inContest = (more = {}) => new URLSearchParams({ contest: contest(), ...more });

const ICONS = { absent: "empty", present: "wait", open: "wait", submitted: "done" };
const stateCell = (person) => el("td", {}, el("span", { class: "state" }, icon(ICONS[person.state]), t(`roster.is.${person.state}`)));

/** @param {string} heading @param {string} words @param {string} yes @param {() => Promise<void>} act */
function ask(heading, words, yes, act) {
  byId("confirm-heading").textContent = heading;
  byId("confirm-words").textContent = words;
  byId("confirm-yes").textContent = yes;
  byId("confirm-no").onclick = () => byId("confirm").close();
  byId("confirm-yes").onclick = () => busy(byId("confirm-yes"), async () => {
    await guarded(act);
    byId("confirm").close();
  });
  openDialog(byId("confirm"));
}

const button = (key, person, act) => el("button", { class: "link", type: "button", text: t(`roster.do.${key}`), "aria-label": `${t(`roster.do.${key}`)}: ${person.name}`, on: { click: act } });

/** @param {any} person */
function actions(person) {
  const entry = path(scope(), `/${person.id}`);
  const again = async (words) => {
    await list();
    byId("list-state").textContent = words;
  };
  return el("td", {},
    person.hasCode && button("print", person, () => void guarded(() => slips(scope(), person.id))),
    button("reissue", person, () => ask(t("roster.ask.reissue", { name: person.name }), t("roster.ask.reissueWords"), t("roster.do.reissue"), async () => {
      await post(`${entry}/code?${inContest()}`, { issue: person.issue });
      await again(t("roster.done.reissue", { name: person.name }));
    })),
    person.hasCode && button("revoke", person, () => ask(t("roster.ask.revoke", { name: person.name }), t("roster.ask.revokeWords"), t("roster.do.revoke"), async () => {
      await request(`${entry}/code?${inContest()}`, { method: "DELETE" });
      await again(t("roster.done.revoke", { name: person.name }));
    })),
    (person.state === "absent" || person.state === "present") && button("remove", person, () => ask(t("roster.ask.remove", { name: person.name }), t("roster.ask.removeWords"), t("roster.do.remove"), async () => {
      await request(`${entry}?${inContest()}`, { method: "DELETE" });
      await classes();
      await again(t("roster.done.remove", { name: person.name }));
    })));
}

function draw() {
  byId("people").replaceChildren(...(people.length ? [dataTable(t("roster.people"), [
    { label: t("board.name") }, { label: t("roster.classColumn") }, { label: t("roster.born") }, { label: t("coordinator.stateColumn") }, { label: t("roster.actions") },
  ], people.map((person) => [person.name, person.unit.title, String(person.birthYear), stateCell(person), actions(person)]))] : []));
  byId("list-state").textContent = t(hasMore ? "roster.shownMore" : "roster.shown", { n: n(people.length) });
  byId("more").hidden = !next;
}

async function page(after = "") {
  const find = byId("find").value.trim();
  const query = inContest({ ...(find ? { q: find } : {}), ...(byId("state").value ? { state: byId("state").value } : {}), ...(after ? { after } : {}) });
  const found = await get(`${path(scope())}?${query}`);
  people = after ? people.concat(found.items) : found.items;
  next = found.next ?? "";
  hasMore = found.hasMore;
  draw();
}

const list = () => page();

async function classes() {
  const { items } = await get(`${path(unit(), "/classes")}?${inContest()}`);
  const chosen = byId("class").value;
  const sum = (key) => items.reduce((total, one) => total + one[key], 0);
  showFigures([[t("roster.figure.people"), n(sum("people"))], [t("roster.figure.absent"), n(sum("people") - sum("present"))], [t("roster.figure.present"), n(sum("present"))], [t("roster.figure.submitted"), n(sum("submitted"))]]);
  fillSelect("class", [{ value: "", text: t("roster.allClasses") }, ...items.map((one) => ({ value: one.code, text: t("roster.classLine", { title: one.title, people: n(one.people), submitted: n(one.submitted) }) }))]);
  if (items.some((one) => one.code === chosen)) byId("class").value = chosen;
}

/** @param {string} code @param {string} [person] */
async function slips(code, person) {
  const sheet = await post(`${path(code, "/slips")}?${inContest()}`, person ? { person } : {});
  showSlips(sheet);
  showStep("slips", t("common.site"));
}

const taking = rosterImport({ unit, contest }, async () => {
  await classes();
  await list();
});

async function openContest() {
  taking.reset();
  const { groups } = await get(`/contests/${encodeURIComponent(contest())}`);
  fillSelect("group", [{ value: "", text: t("roster.byUnit") }, ...groups.map((group) => ({ value: group.id, text: group.title }))]);
  byId("find").value = "";
  await classes();
  await list();
  byId("roster").hidden = false;
}

async function openUnit() {
  const root = roots.find((one) => one.code === unit());
  fillSelect("contest", root.contests.map((id) => ({ value: id, text: titles.get(id) ?? id })));
  if (root.contests.length) await openContest();
  else byId("roster").hidden = true;
}

await useLanguage();
byId("unit").onchange = () => void guarded(openUnit);
byId("contest").onchange = () => void guarded(openContest);
byId("class").onchange = () => void guarded(list);
byId("state").onchange = () => void guarded(list);
let typing = 0;
byId("find").oninput = () => {
  clearTimeout(typing);
  typing = setTimeout(() => void guarded(list), 250);
};
byId("more").onclick = () => busy(byId("more"), () => guarded(() => page(next)));
byId("refresh").onclick = () => busy(byId("refresh"), () => guarded(async () => {
  await classes();
  await list();
}));
byId("print-class").onclick = () => busy(byId("print-class"), () => guarded(() => slips(scope())));
byId("slips-close").onclick = () => {
  clearSlips();
  showStep("work", t("common.site"));
};
await staffPage(async () => {
  const [units, contests] = await Promise.all([get("/staff/units"), get("/contests")]);
  roots = units.items;
  titles = new Map(contests.items.map((one) => [one.id, one.title]));
  fillSelect("unit", roots.map((one) => ({ value: one.code, text: one.title })));
  const wanted = new URLSearchParams(location.search).get("unit");
  if (roots.some((one) => one.code === wanted)) byId("unit").value = wanted;
  if (!roots.length) {
    byId("work-problem").replaceChildren(el("div", { class: "notice notice-warning" }, el("p", { text: t("coordinator.noUnits") })));
    return;
  }
  await openUnit();
});
