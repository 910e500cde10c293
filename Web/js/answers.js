// @ts-check
// The save queue of one attempt, joined to the server, to storage and to the other tabs of this browser.
import { Problem, request, retryDelay } from "./api.js";
import { safeStorage } from "./dom.js";
import { SaveQueue } from "./save-queue.js";

/** What the server has, by the queue's keys. @param {any} attempt */
export function storedAnswers(attempt) {
  const stored = (attempt.answers ?? []).map((a) => ({ key: String(a.position), value: a.choice, sequence: a.sequence, savedAt: a.savedAt }));
  const guess = attempt.prediction;
  if (guess?.sequence) stored.push({ key: "prediction", value: (guess.value ?? "").replace(".", ","), sequence: guess.sequence, savedAt: guess.savedAt });
  return stored;
}

/** @param {any} attempt
 * @param {{changed: () => void, notice: import("./save-queue.types.js").Ports["notice"], fetched: (reply: import("./api.js").Reply) => void, otherTab: () => void}} told
 *   `fetched` sees every whole attempt that came along, for clock, deadline and state */
export function openAnswers(attempt, told) {
  const path = `/attempts/${attempt.id}`;
  const keys = attempt.questions.map((q) => String(q.position));
  if (attempt.prediction) keys.push("prediction");
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(`bv.attempt.${attempt.id}`) : undefined;

  const compare = async () => {
    try {
      const reply = await request(path);
      told.fetched(reply);
      return reply.data.state === "sealed"
        ? { kind: /** @type {const} */ ("closed"), code: "sealed" }
        : { kind: /** @type {const} */ ("answers"), answers: storedAnswers(reply.data) };
    } catch (error) {
      return outcomeOf(asProblem(error));
    }
  };

  const queue = new SaveQueue(attempt.id, keys, storedAnswers(attempt), {
    send: async (key, value, sequence, { keepalive }) => {
      const [where, body] = key === "prediction" ? ["prediction", { value, sequence }] : [`answers/${key}`, { choice: value, sequence }];
      try {
        return savedOutcome((await request(`${path}/${where}`, { method: "PUT", body, keepalive })).data);
      } catch (error) {
        return outcomeOf(asProblem(error));
      }
    },
    compare,
    storage: safeStorage("localStorage"),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    delay: retryDelay,
    changed: told.changed,
    notice: told.notice,
    share: (key, entry) => channel?.postMessage({ key, entry }),
  });

  channel?.addEventListener("message", ({ data }) => {
    if (data.hello) {
      told.otherTab();
      if (data.hello === "anyone") channel.postMessage({ hello: "here" });
    } else queue.adoptFromTab(data.key, data.entry);
  });
  channel?.postMessage({ hello: "anyone" });

  return {
    queue,
    /** Looks at the server's state without anything to send. */
    refresh: async () => {
      const seen = await compare();
      if (seen.kind === "answers") queue.meet(seen.answers);
      else if (seen.kind === "closed" || seen.kind === "unauthorized") told.notice(seen.kind, "");
    },
    close: () => channel?.close(),
  };
}

/** @param {unknown} error */
const asProblem = (error) => (error instanceof Problem ? error : new Problem(0, undefined));

/** @param {any} data  body of a 200 @returns {import("./save-queue.types.js").Outcome} */
export const savedOutcome = (data) => ({ kind: "saved", savedAt: data.savedAt, sequence: data.sequence });

/** @param {{status: number, code: string, body?: any, retryAfterMs: number}} problem @returns {import("./save-queue.types.js").Outcome} */
export function outcomeOf(problem) {
  const { status, code, body, retryAfterMs } = problem;
  if (code === "superseded" && body?.stored) {
    const { choice, value, sequence, savedAt } = body.stored;
    return { kind: "superseded", value: choice ?? value ?? [], sequence, savedAt };
  }
  if (code === "sealed" || code === "late") return { kind: "closed", code };
  if (status === 401) return { kind: "unauthorized" };
  if (status === 429 || status === 503 || status === 507) return { kind: "retry", afterMs: retryAfterMs, unsure: false };
  if (status === 0 || status >= 500 || status === 408) return { kind: "retry", afterMs: retryAfterMs, unsure: true };
  return { kind: "rejected", problem };
}
