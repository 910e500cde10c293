// @ts-check
// The page of questions: what the answers say about each of them.
import { get, request } from "./api.js";
import { byId } from "./dom.js";
import { formatCount, formatDateTime } from "./format.js";
import { decimal, t, useLanguage } from "./i18n.js";
import { fillSelect, guarded, showFigures, staffPage } from "./staff.js";
import { detail } from "./analysis-detail.js";
import { filtered, itemTable, sorted } from "./analysis-table.js";
import { percent, real, say } from "./analysis-words.js";
import { plotIn, scatter } from "./plot.js";

/** Adding up a hundred thousand papers takes seconds, and others may be waiting before. */
const PATIENCE_MS = 120_000;

/** @type {any} */ let report;
const order = { column: "see", down: false };
let turn = 0;
/** @type {(() => void) | undefined} */ let forgetMap;
/** @type {string | undefined} */ let opened;

const n = (value) => formatCount(value, decimal());
const contestPath = () => `/contests/${encodeURIComponent(byId("contest").value)}`;

/** @param {Record<string, string>} [more] */
function query(more = {}) {
  const chosen = Object.fromEntries(["round", "group", "attempts"].map((id) => [id, byId(id).value]).filter(([, value]) => value));
  return new URLSearchParams({ ...chosen, ...more });
}

function draw() {
  byId("state").textContent = report.papers ? say("asOf", { n: n(report.papers), time: formatDateTime(report.asOf) }) : say("none");
  byId("report").hidden = !report.papers;
  if (!report.papers) return;
  showFigures([
    [say("papers"), n(report.papers)], [say("asked"), n(report.items.length)], [say("mean"), percent(report.meanScore)],
    [say("alphaShort"), real(report.alpha)], [say("toSee"), n(report.items.filter((item) => item.flags.length).length)],
  ]);
  byId("reliability").textContent = report.standardError === undefined ? say("noReliability") : say("reliability", { error: percent(report.standardError).replace(" %", "") });
  forgetMap?.();
  forgetMap = plotIn(byId("map"), (width) => scatter(report.items, width,
    { alt: say("mapAlt", { n: n(report.items.length) }), x: say("facility"), y: say("discrimination") }, { percent, real, open }));
  for (const [id, format] of [["file-xlsx", "xlsx"], ["file-csv", "csv"], ["file-json", "json"]])
    byId(id).href = `/api/v1${contestPath()}/statistics?${query(format === "csv" ? { format, separator: "semicolon" } : { format })}`;
  drawTable();
}

function drawTable() {
  const items = sorted(filtered(report.items, byId("flag").value, byId("find").value), order.column, order.down);
  byId("shown").textContent = items.length ? say("shownCount", { n: n(items.length) }) : say("nothingFits");
  byId("items").replaceChildren(...(items.length ? [itemTable(items, order, sort, open)] : []));
}

/** @param {string} column */
function sort(column) {
  order.down = order.column === column ? !order.down : column === "count" || column === "seconds";
  order.column = column;
  drawTable();
  /** @type {HTMLElement | null} */ (byId("items").querySelector(`[data-column="${column}"]`))?.focus();
}

/** @param {any} item */
function open(item) {
  opened = `${item.bank}/${item.question}`;
  byId("detail-heading").textContent = say("title", { id: item.question });
  byId("detail").hidden = false;
  byId("detail-body").replaceChildren(...detail(item, report));
  byId("detail-heading").scrollIntoView();
  byId("detail-heading").focus({ preventScroll: true });
}

function close() {
  byId("detail").hidden = true;
  byId("detail-body").replaceChildren();
  const rows = /** @type {NodeListOf<HTMLElement>} */ (byId("items").querySelectorAll("[data-item]"));
  ([...rows].find((row) => row.dataset.item === opened) ?? byId("items-heading")).focus();
}

async function load() {
  const mine = ++turn;
  byId("detail").hidden = true;
  byId("state").textContent = say("loading");
  byId("report").setAttribute("aria-busy", "true");
  try {
    const { data } = await request(`${contestPath()}/statistics?${query()}`, { timeoutMs: PATIENCE_MS });
    if (mine !== turn) return;
    report = data;
    draw();
  } catch (error) {
    if (mine !== turn) return;
    byId("state").textContent = "";
    byId("report").hidden = true;
    throw error;
  } finally {
    if (mine === turn) byId("report").removeAttribute("aria-busy");
  }
}

async function openContest() {
  const contest = await get(contestPath());
  fillSelect("round", [{ value: "", text: t("common.all") }, ...contest.rounds.map((r) => ({ value: r.id, text: r.title }))]);
  fillSelect("group", [{ value: "", text: t("common.all") }, ...contest.groups.map((g) => ({ value: g.id, text: g.title }))]);
  history.replaceState(null, "", `?${new URLSearchParams({ contest: byId("contest").value })}`);
  await load();
}

await useLanguage();
for (const id of ["round", "group", "attempts"]) byId(id).onchange = () => void guarded(load);
byId("contest").onchange = () => void guarded(openContest);
byId("flag").onchange = drawTable;
byId("find").oninput = drawTable;
byId("detail-close").onclick = close;
await staffPage(async () => {
  const { items } = await get("/staff/contests");
  const own = items.filter((c) => c.roles.some((role) => role === "organizer" || role === "admin"));
  fillSelect("contest", own.map((c) => ({ value: c.id, text: c.title })));
  if (!own.length) {
    byId("state").textContent = say("notYours");
    return;
  }
  const wanted = new URLSearchParams(location.search).get("contest");
  if (own.some((c) => c.id === wanted)) byId("contest").value = wanted;
  await openContest();
});
