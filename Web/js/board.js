// @ts-check
// The golden board: by group and round, fresh every 15 s while somebody looks, never moving the focus.
import { get, Problem, request, retryDelay } from "./api.js";
import { byId, el } from "./dom.js";
import { durationLabels, formatCount, formatDateTime, formatScore } from "./format.js";
import { addTexts, decimal, t, useLanguage } from "./i18n.js";
import { problemText, showProblem } from "./problems.js";
import { viBoard } from "./texts.board.vi.js";
import { showWinners } from "./winners.js";

const POLL_MS = 15_000;
const LIMIT = 100;

/** @type {any} */ let contest;
/** @type {any} */ let me;
/** @type {any[]} */ let shown = [];
let etag = "";
let next = "";
let extended = false;
let failures = 0;
/** What ranks each round. @type {Map<string, string[]>} */ let chains = new Map();
/** Every change of what is looked at makes older replies worthless. */
let turn = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;

const path = (more, query) =>
  `/contests/${encodeURIComponent(contest.id)}/leaderboards/${encodeURIComponent(byId("group").value)}${more}?${new URLSearchParams(query)}`;
const roundQuery = () => (byId("round").value ? { round: byId("round").value } : /** @type {Record<string, string>} */ ({}));

/** @param {any[]} entries @param {string} caption */
function table(entries, caption) {
  const durations = durationLabels(entries, decimal());
  const head = (key, name = "") => el("th", { scope: "col", role: "columnheader", class: name, text: t(`board.${key}`) });
  return el("table", { class: "standing", role: "table" },
    el("caption", { class: "unseen", text: caption }),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head("place"), head("name"), head("unit"), head("score", "number"), head("duration", "number"), head("decided"))),
    el("tbody", { role: "rowgroup" }, ...entries.map((entry, i) => row(entry, durations[i]))));
}

/** @param {any} entry @param {string} duration */
function row(entry, duration) {
  const cell = (name, content) => el("td", { role: "cell", class: name }, content);
  return el("tr", { role: "row", class: `${entry.place <= 3 ? "top" : ""}${entry.me ? " me" : ""}` },
    cell("place", formatCount(entry.place, decimal())),
    el("th", { scope: "row", role: "rowheader", class: "name" }, entry.name, entry.me && el("span", { class: "badge you", text: t("board.you") })),
    cell("unit", entry.unit ?? ""),
    cell("score number", `${formatScore(entry.score, decimal())} / ${formatScore(entry.maxScore, decimal())}`),
    cell("duration number", duration),
    el("td", { role: "cell", class: "decided", "data-label": t("board.decided"), text: entry.decidedBy ? decidedBy(entry.decidedBy) : "" }));
}

/** @param {any} board */
function draw(board) {
  const group = byId("group").selectedOptions[0]?.textContent ?? "";
  const round = byId("round").selectedOptions[0]?.textContent ?? "";
  const title = round ? `${group}, ${round}` : group;
  byId("board-heading").textContent = title;
  byId("ranking").replaceChildren(...(chains.get(board.round) ?? []).map((rule) =>
    el("li", { text: t(rule === "duration" ? `ranking.duration.${contest.rules.duration === "submission" ? "submission" : "lastChange"}` : `ranking.${rule}`) })));
  byId("board-status").textContent = [board.status !== "hidden" && t(`board.${board.status === "closed" ? "closedStatus" : "live"}`),
    board.total !== undefined && t("board.total", { n: formatCount(board.total, decimal()) }),
    board.updatedAt && t("board.updated", { time: formatDateTime(board.updatedAt) }),
    board.results && board.results !== "live" && t(`board.results.${board.results}`, { time: formatDateTime(board.objectionsUntil ?? 0) }),
    board.predictionTruth !== undefined && t("board.truth", { value: board.predictionTruth })].filter(Boolean).join(" ");
  shown = board.entries ?? [];
  const place = byId("board");
  if (board.status === "hidden") place.replaceChildren(notice("board.hidden", hiddenReason(board.reason)));
  else if (!shown.length) place.replaceChildren(notice("board.empty", t("board.emptyText")));
  else place.replaceChildren(table(shown, title));
  next = board.next ?? "";
  extended = false;
  byId("more").hidden = !next;
  byId("board-new").hidden = true;
}

/** A code of the server in words; `undefined` if it is none we know. @param {string} key */
const words = (key) => (t(key) === key ? undefined : t(key));

/** What a place was decided by. @param {string} rule */
const decidedBy = (rule) => words(`decided.${rule}`) ?? t("decided.other");

/** A reason may be a code we have words for, or words of the server. @param {string | undefined} reason */
const hiddenReason = (reason) => words(`board.hidden.${reason}`) ?? (reason?.includes(" ") ? reason : t("board.hiddenText"));

/** @param {string} key @param {string} text */
const notice = (key, text) => el("div", { class: "empty-board" }, el("p", {}, el("strong", { text: t(key) })), el("p", { text }));

async function load({ anew = false } = {}) {
  clearTimeout(timer);
  if (anew) {
    turn += 1;
    etag = "";
  }
  const mine = turn;
  let wait = POLL_MS + Math.random() * 2_000;
  try {
    const reply = await request(path("", { ...roundQuery(), limit: String(LIMIT) }), { headers: etag ? { "If-None-Match": etag } : {} });
    if (mine !== turn) return;
    failures = 0;
    showProblem(byId("board-problem"));
    if (reply.status !== 304) {
      // Whoever reads page three keeps it, and is told that the board moved.
      if (extended) byId("board-new").hidden = false;
      else {
        etag = reply.etag ?? "";
        draw(reply.data);
        void loadMine(mine);
        void showWinners(contest.id, reply.data, () => mine === turn);
      }
    }
  } catch (error) {
    if (mine !== turn) return;
    failures += 1;
    wait = Math.max(wait, retryDelay(failures, error instanceof Problem ? error.retryAfterMs : 0));
    if (shown.length && error instanceof Problem && (error.status === 0 || error.status >= 500 || error.status === 429)) byId("board-status").textContent = `${problemText(error)} ${t("board.stale")}`;
    else showProblem(byId("board-problem"), error);
  }
  if (mine === turn && document.visibilityState === "visible") timer = setTimeout(load, wait);
}

/** @param {number} mine */
async function loadMine(mine) {
  const box = byId("mine");
  if (!me || me.group.id !== byId("group").value) {
    box.hidden = true;
    return;
  }
  try {
    const own = await get(path("/me", roundQuery()));
    if (mine !== turn) return;
    byId("mine-body").replaceChildren(
      el("p", { class: "place", text: t("board.myPlace", { n: formatCount(own.place, decimal()), of: formatCount(own.of, decimal()) }) }),
      own.decidedBy && el("p", { class: "quiet", text: t("board.myWhy", { rule: decidedBy(own.decidedBy) }) }) || "",
      own.neighbours?.length ? table(own.neighbours, t("board.neighbours")) : "");
    box.hidden = false;
  } catch {
    // No result yet, or the board is hidden: then there is no own place to show.
    box.hidden = true;
  }
}

async function more() {
  const mine = turn;
  try {
    const page = await get(path("", { ...roundQuery(), limit: String(LIMIT), after: next }));
    if (mine !== turn) return;
    const first = shown.length;
    extended = true;
    shown = shown.concat(page.entries);
    next = page.next ?? "";
    const durations = durationLabels(shown, decimal()).slice(first);
    byId("board").querySelector("tbody").append(...page.entries.map((entry, i) => row(entry, durations[i])));
    byId("more").hidden = !next;
  } catch (error) {
    showProblem(byId("board-problem"), error);
  }
}

/** @param {string} id @param {{id: string, title: string}[]} items @param {string | null} chosen */
function fill(id, items, chosen) {
  byId(id).replaceChildren(...items.map((item) => el("option", { value: item.id, text: item.title, selected: item.id === chosen })));
}

function remember() {
  const query = new URLSearchParams({ contest: contest.id, group: byId("group").value, ...roundQuery() });
  history.replaceState(null, "", `?${query}`);
}

/** What was put right, for everybody to see. */
async function loadCorrections() {
  const { items } = await get(`/contests/${encodeURIComponent(contest.id)}/corrections`).catch(() => ({ items: [] }));
  byId("corrections").hidden = !items.length;
  byId("corrections-list").replaceChildren(...items.map((c) => el("li", { text: t("board.correction", {
    n: c.number, time: formatDateTime(c.appliedAt), kind: t(`board.correction.${c.kind}`), reason: c.reason,
    remarked: formatCount(c.remarked, decimal()), moved: formatCount(c.moved, decimal()),
  }) })));
}

async function open() {
  const query = new URLSearchParams(location.search);
  const { items } = await get("/contests");
  const id = query.get("contest") ?? items.find((c) => c.state === "open")?.id ?? items[0]?.id;
  if (!id) throw new Problem(404, { detail: t("home.none") });
  contest = await get(`/contests/${encodeURIComponent(id)}`);
  // Nobody signed in, staff, or another contest's contestant: no own place.
  me = await get(`/contests/${encodeURIComponent(id)}/me`).catch(() => undefined);
  byId("contest-title").textContent = contest.title;
  document.title = `${t("board.heading")} – ${contest.title}`;
  const others = items.filter((c) => c.id !== id);
  byId("others").hidden = !others.length;
  byId("others-list").replaceChildren(...others.map((c) => el("li", {}, el("a", { href: `?${new URLSearchParams({ contest: c.id })}`, text: c.title }))));
  fill("group", contest.groups, query.get("group") ?? me?.group?.id ?? null);
  const rounds = contest.cumulative ? [...contest.rounds, { id: "total", title: t("board.allRounds"), ranking: contest.cumulative.ranking }] : contest.rounds;
  fill("round", rounds, query.get("round") ?? contest.currentRound ?? contest.rounds[contest.rounds.length - 1]?.id ?? null);
  byId("round").closest(".field").hidden = contest.rounds.length < 2;
  chains = new Map(rounds.map((round) => [round.id, round.ranking ?? contest.rules.ranking]));
  byId("filters").hidden = false;
  void loadCorrections();
  await load({ anew: true });
}

async function start() {
  showProblem(byId("board-problem"));
  try {
    await open();
  } catch (error) {
    showProblem(byId("board-problem"), error);
    byId("board-problem").append(el("p", {}, el("button", { class: "button secondary", type: "button", text: t("common.tryAgain"), on: { click: start } })));
  }
}

addTexts(viBoard, "board");
await useLanguage();
for (const id of ["group", "round"]) {
  byId(id).onchange = () => {
    remember();
    byId("mine").hidden = true;
    void load({ anew: true });
  };
}
byId("filters").onsubmit = (event) => event.preventDefault();
byId("more").onclick = more;
byId("board-refresh").onclick = () => {
  extended = false;
  void load({ anew: true });
  byId("board-heading").focus();
};
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") clearTimeout(timer);
  else if (contest) void load();
});
await start();
