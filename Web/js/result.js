// @ts-check
// A sealed attempt: score, time, place, and the paper with its explanations once they are released.
import { get, Problem, retryDelay } from "./api.js";
import { byId, el } from "./dom.js";
import { formatCount, formatDateTime, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";
import { review } from "./review.js";

/** Asks until the server has sealed the attempt; spread out, since a whole hall asks at the same moment.
 * @param {string} attempt @param {boolean} expired @param {(text: string) => void} say */
export async function sealedResult(attempt, expired, say) {
  if (expired) await new Promise((go) => setTimeout(go, 800 + Math.random() * 2_500));
  for (let failures = 1; ; failures += 1) {
    try {
      return await get(`/attempts/${attempt}/result`);
    } catch (error) {
      const again = error instanceof Problem && (error.code === "attempt-open" || error.status === 0 || error.status === 429 || error.status >= 500);
      if (!again) throw error;
      say(t(error.status === 0 ? "sealing.offline" : "sealing.waiting"));
      await new Promise((go) => setTimeout(go, retryDelay(Math.min(failures, 4), error.retryAfterMs)));
    }
  }
}

/** @param {any} result @param {any} contest @param {any} me @param {number} unsent  answers that did not arrive in time */
export function showResult(result, contest, me, unsent) {
  const score = (n) => formatScore(n, decimal());
  const facts = [
    result.correct !== undefined && [t("result.correct"), t("result.correctValue", { n: result.correct })],
    [t("result.duration"), durationWords(result.durationMs)],
    result.place && [t("result.place"), t("result.placeValue", { n: formatCount(result.place, decimal()), of: formatCount(result.of, decimal()) })],
  ];
  byId("result-card").replaceChildren(
    el("p", { class: "name", text: me.contestant.name }),
    result.score === undefined
      ? el("p", { text: t("result.scoreLater") })
      : el("p", { class: "score" }, score(result.score), el("small", { text: ` / ${score(result.maxScore)} ${t("result.points")}` })),
    el("ul", {}, ...facts.filter(Boolean).map((fact) => el("li", {}, /** @type {string[]} */ (fact)[0], el("strong", { text: /** @type {string[]} */ (fact)[1] })))));

  const notes = [t(result.sealedBy === "deadline" ? "result.byDeadline" : "result.bySubmission", { time: formatDateTime(result.sealedAt), n: result.number })];
  if (result.counted === false) notes.push(t("result.notCounted"));
  if (!result.released) notes.push(result.releaseAt ? t("result.releaseAt", { time: formatDateTime(result.releaseAt) }) : t("result.releaseLater"));
  byId("result-notes").replaceChildren(
    ...(unsent ? [el("div", { class: "notice notice-bad" }, el("p", { text: t("result.unsent", { n: unsent }) }))] : []),
    ...notes.map((text) => el("p", { text })),
    el("p", { class: "quiet", text: t("result.back") }));
  byId("result-board").href = `/bang-vang/?${new URLSearchParams({ contest: contest.id, round: result.round ?? "", group: me.group.id })}`;
  const again = byId("result-again");
  // During a pause the rules say when.
  again.hidden = !me.canStart && !me.startsFrom;
  byId("result-board").hidden = contest.mode === "practice";

  const questions = result.released ? result.questions ?? [] : [];
  byId("result-questions").replaceChildren(...(questions.length ? [el("h2", { text: t("review.heading") }), ...questions.map(review)] : []));
}

/** @param {number} ms */
const durationWords = (ms) => t("result.durationValue", { m: Math.floor(ms / 60_000), s: Math.floor(ms / 1000) % 60 });
