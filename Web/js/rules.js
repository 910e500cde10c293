// @ts-check
// What a contestant should know before the clock runs, and the start itself.
import { Problem, randomKey, request } from "./api.js";
import { busy, byId, el, safeStorage } from "./dom.js";
import { formatDateTime, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";
import { showProblem } from "./problems.js";

/** @param {any} contest @param {any} me
 * @param {{begin: (reply: import("./api.js").Reply) => void, showResult: (attempt: string) => void, unauthorized: () => void}} go */
export function showRules(contest, me, go) {
  const rules = contest.rules;
  const group = contest.groups.find((g) => g.id === me.group.id) ?? {};
  const round = contest.rounds.find((r) => r.id === contest.currentRound);
  const attempts = attemptsKey(rules.attempts);

  byId("rules-who").textContent = t("rules.who", { name: me.contestant.name, group: me.group.title, unit: me.unit?.title ?? "–" });
  byId("rules-not-you").textContent = t("rules.notYou", { name: me.contestant.name });
  facts([
    ["rules.questions", t("rules.questionsValue", { n: rules.questions ?? group.questions ?? "–" })],
    ["rules.time", t("rules.timeValue", { n: rules.minutes })],
    ["rules.attempts", t(attempts.key, { n: attempts.n }) + (me.attemptsLeft > 0 && attempts.n > 1 ? ` ${t("rules.attemptsLeft", { n: me.attemptsLeft })}` : "")],
    attempts.n !== 1 && ["rules.counts", t(`counts.${rules.counts ?? "best"}`)],
    round?.closes && ["rules.window", t("rules.windowValue", { from: formatDateTime(round.opens), to: formatDateTime(round.closes) })],
    round?.closes && ["rules.late", t(rules.lateStart === "full" ? "rules.lateFull" : "rules.lateCut")],
    rules.scoring && ["rules.scoring", scoringWords(rules.scoring)],
    ["rules.showScore", t(rules.showScore === "roundClosed" ? "rules.scoreLater" : "rules.scoreNow")],
    ["rules.release", t(rules.release === "submission" ? "rules.releaseNow" : "rules.releaseLater")],
  ]);
  byId("rules-ranking").replaceChildren(...(rules.ranking ?? []).map((rule) => el("li", { text: rankingWords(rule, rules) })));
  byId("rules-verify").hidden = !contest.paperKeyCommitment;
  byId("rules-commitment").textContent = contest.paperKeyCommitment ?? "";

  const state = byId("rules-state");
  state.replaceChildren();
  if (!me.canStart) state.append(el("div", { class: "notice notice-warning" }, el("p", { text: whyNot(me, contest) })));
  const sealed = me.attempts.filter((a) => a.state === "sealed");
  if (sealed.length) {
    state.append(el("p", {}, `${t("rules.earlier")} `, ...sealed.map((a) =>
      el("button", { class: "link", type: "button", text: t("rules.earlierAttempt", { n: a.number }), on: { click: () => go.showResult(a.id) } }))));
  }

  if (rules.mustAnswerAll || rules.attempts?.pauseMinutes || contest.mode === "practice") {
    import("./extra-rules.js").then((module) => module.extraRules(contest, me)).catch(() => {});
  }
  const start = byId("start");
  start.hidden = !me.canStart;
  showProblem(byId("rules-problem"));
  start.onclick = () => busy(start, async () => {
    start.textContent = t("rules.starting");
    try {
      go.begin(await startAttempt(contest.id, me.contestant.id, (seconds) => {
        start.textContent = t("rules.queue", { n: seconds });
      }));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) go.unauthorized();
      else showProblem(byId("rules-problem"), error);
    } finally {
      start.textContent = t("rules.start");
    }
  });
}

/** @param {([string, string] | false | undefined)[]} rows */
function facts(rows) {
  byId("rules-facts").replaceChildren(...rows.filter((row) => row).map((row) => {
    const [key, value] = /** @type {[string, string]} */ (row);
    return el("div", {}, el("dt", { text: t(key) }), el("dd", { text: value }));
  }));
}

/** @param {any} me @param {any} contest */
function whyNot(me, contest) {
  if (me.nextOpens) return t("rules.opensAt", { time: formatDateTime(me.nextOpens) });
  if (me.attemptsLeft === 0) return t("rules.noneLeft");
  return t(contest.state === "closed" ? "rules.closed" : "rules.cannotStart");
}

/** Points stand in thousandths; a definition that speaks of whole points (1 and 0) is read as such.
 * @param {{right: number, wrong: number, blank: number, partial?: string}} scoring */
function scoringWords({ right, wrong, blank, partial }) {
  const unit = Math.abs(right) < 100 ? 1000 : 1;
  const points = (n) => formatScore(n * unit, decimal());
  const words = t("rules.scoringValue", { right: points(right), wrong: points(wrong ?? 0), blank: points(blank ?? 0) });
  return partial === "proportional" ? `${words} ${t("rules.partial")}` : words;
}

/** @param {string} rule @param {any} rules */
function rankingWords(rule, rules) {
  return t(rule === "duration" ? `ranking.duration.${rules.duration === "submission" ? "submission" : "lastChange"}` : `ranking.${rule}`);
}

/** One nonce per start, kept until the paper is here: whatever is sent twice starts one attempt (I5). When the hall is
 * full the server says how long to wait, and the page waits in line by itself.
 * @param {string} contest @param {string} contestant @param {(seconds: number) => void} waiting */
async function startAttempt(contest, contestant, waiting) {
  const storage = safeStorage("localStorage");
  const kept = `bv.nonce.${contest}.${contestant}`;
  const nonce = storage.getItem(kept) ?? randomKey();
  storage.setItem(kept, nonce);
  for (let turn = 0; ; turn += 1) {
    try {
      const reply = await request(`/contests/${encodeURIComponent(contest)}/attempts`, { method: "POST", body: { nonce } });
      storage.removeItem(kept);
      return reply;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === "attempts-exhausted") storage.removeItem(kept);
      if (error.status !== 503 || turn >= 20) throw error;
      for (let left = Math.ceil((error.retryAfterMs || 2_000) / 1000 + Math.random() * 2); left > 0; left -= 1) {
        waiting(left);
        await new Promise((go) => setTimeout(go, 1_000));
      }
    }
  }
}

/** Ends the session on this device. */
export async function signOut() {
  try {
    await request("/sessions/current", { method: "DELETE" });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
}

/** Text key and number for how often one may sit. @param {{limit?: number, per?: string} | undefined} attempts */
export function attemptsKey(attempts) {
  if (!attempts?.limit) return { key: "rules.attemptsUnlimited", n: 0 };
  const per = { round: "Round", day: "Day", contest: "Contest" }[attempts.per ?? "contest"] ?? "Contest";
  return { key: `rules.attemptsPer${per}`, n: attempts.limit };
}
