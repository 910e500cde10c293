// @ts-check
// What a reply to a save means for the queue. Pure.

/** @typedef {string[] | string} Value  a choice, or the text of a prediction
 * @typedef {{kind: "saved", savedAt: string, sequence: number}
 *   | {kind: "superseded", value: Value, sequence: number, savedAt: string}
 *   | {kind: "closed", code: string}
 *   | {kind: "unauthorized"}
 *   | {kind: "rejected", problem: any}
 *   | {kind: "retry", afterMs: number, unsure: boolean}} Outcome
 *   `unsure`: nobody knows whether the server took it, so it is compared before it is sent again. */

/** @param {any} data  body of a 200 @returns {Outcome} */
export const savedOutcome = (data) => ({ kind: "saved", savedAt: data.savedAt, sequence: data.sequence });

/** @param {{status: number, code: string, body?: any, retryAfterMs: number}} problem @returns {Outcome} */
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
