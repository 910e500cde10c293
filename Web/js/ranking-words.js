// @ts-check
// Rule codes of the contest as keys of the texts. Pure.

/** @param {string} rule  what a place was decided by @returns {string} key into the texts */
export function decidedByKey(rule) {
  return ["score", "prediction", "duration", "earliest", "manual", "draw"].includes(rule) ? `decided.${rule}` : "decided.other";
}

/** Text key and number for how often one may sit. @param {{limit?: number, per?: string} | undefined} attempts */
export function attemptsKey(attempts) {
  if (!attempts?.limit) return { key: "rules.attemptsUnlimited", n: 0 };
  const per = { round: "Round", day: "Day", contest: "Contest" }[attempts.per ?? "contest"] ?? "Contest";
  return { key: `rules.attemptsPer${per}`, n: attempts.limit };
}

/** Whether someone counts as a child in this contest (I15). @param {number} contestYear @param {number} birthYear */
export const isChild = (contestYear, birthYear) => contestYear - birthYear <= 16;
