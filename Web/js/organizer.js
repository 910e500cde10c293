// @ts-check
// The organizer's page: figures of the contest, results as a file, question banks.
import { get, Problem } from "./api.js";
import { bankImport } from "./bank-import.js";
import { showBanks } from "./bank-list.js";
import { byId } from "./dom.js";
import { formatClock, formatCount, formatDateTime, formatScore, formatShare } from "./format.js";
import { addTexts, decimal, t, useLanguage } from "./i18n.js";
import { drawCertificates, wireFiles } from "./list-files.js";
import { bar, dataTable, fillSelect, guarded, showFigures, staffPage } from "./staff.js";
import { viReports } from "./texts.reports.vi.js";

addTexts(viReports, "reports");

const POLL_MS = 15_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

const n = (value) => formatCount(value, decimal());
const contestPath = () => `/contests/${encodeURIComponent(byId("contest").value)}`;

/** @param {any} board */
function drawDashboard(board) {
  byId("dashboard-time").textContent = t("organizer.asOf", { time: formatDateTime(board.serverTime) });
  showFigures([
    [t("count.registered"), n(board.registered)], [t("count.started"), n(board.started)],
    [t("count.open"), n(board.open)], [t("count.submitted"), n(board.submitted)],
    [t("count.done"), formatShare(board.submitted, board.started, decimal())],
  ]);
  const most = Math.max(1, ...board.groups.map((g) => g.registered));
  byId("by-group").replaceChildren(dataTable(t("organizer.byGroup"), [
    { label: t("board.group") }, { label: t("count.registered"), number: true }, { label: "" }, { label: t("count.started"), number: true },
    { label: t("count.submitted"), number: true }, { label: t("count.mean"), number: true },
  ], board.groups.map((g) => [g.title, n(g.registered), bar(g.registered / most), n(g.started), n(g.submitted),
    g.meanScore === undefined || g.meanScore === null ? "–" : `${formatScore(g.meanScore, decimal())} / ${formatScore(g.maxScore, decimal())}`])));
  const busiest = Math.max(1, ...board.rounds.map((r) => r.started));
  byId("by-round").replaceChildren(dataTable(t("organizer.byRound"), [
    { label: t("board.round") }, { label: t("count.started"), number: true }, { label: "" }, { label: t("count.submitted"), number: true },
  ], board.rounds.map((r) => [r.title, n(r.started), bar(r.started / busiest), n(r.submitted)])));
  const hours = board.perHour ?? [];
  byId("hours").hidden = !hours.length;
  const peak = Math.max(1, ...hours.map((h) => h.started));
  byId("by-hour").replaceChildren(dataTable(t("organizer.byHour"), [
    { label: t("organizer.hour") }, { label: t("count.started"), number: true }, { label: "" }, { label: t("count.submitted"), number: true },
  ], hours.slice(-24).reverse().map((h) => [`${formatDateTime(h.hour)}–${formatClock(Date.parse(h.hour) + 3_600_000)}`, n(h.started), bar(h.started / peak), n(h.submitted)])));
}

async function poll() {
  clearTimeout(timer);
  try {
    drawDashboard(await get(`${contestPath()}/dashboard`));
  } catch (error) {
    if (error instanceof Problem && error.status === 0) byId("dashboard-time").textContent = t("problem.offline");
    else return guarded(() => Promise.reject(error));
  }
  if (document.visibilityState === "visible") timer = setTimeout(poll, POLL_MS);
}

const where = () => ({
  path: contestPath(),
  query: {
    ...(byId("result-round").value ? { round: byId("result-round").value } : {}),
    ...(byId("result-group").value ? { group: byId("result-group").value } : {}),
  },
});
const drawFiles = wireFiles(where);

async function openContest() {
  const contest = await get(contestPath());
  const any = { value: "", text: t("common.all") };
  fillSelect("result-round", [any, ...contest.rounds.map((r) => ({ value: r.id, text: r.title }))]);
  fillSelect("result-group", [any, ...contest.groups.map((g) => ({ value: g.id, text: g.title }))]);
  drawFiles();
  drawCertificates(contest, () => ({ path: contestPath(), query: {} }));
  byId("dashboard").hidden = false;
  byId("results").hidden = false;
  await poll();
}

await useLanguage();
for (const id of ["result-round", "result-group"]) byId(id).onchange = drawFiles;
byId("contest").onchange = () => void guarded(openContest);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") clearTimeout(timer);
  else if (!byId("dashboard").hidden && !byId("staff-out").hidden) void poll();
});
bankImport(() => guarded(showBanks));
await staffPage(async () => {
  const { items } = await get("/staff/contests");
  fillSelect("contest", items.map((c) => ({ value: c.id, text: `${c.title} (${t(`home.${c.state}`)})` })));
  byId("contest").closest(".field").hidden = !items.length;
  if (items.length) await openContest();
  await showBanks();
});
