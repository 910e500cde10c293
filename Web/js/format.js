// @ts-check
// How times, durations, numbers and scores are written. Pure: the language's decimal sign is a parameter.

/** Việt Nam has had one offset and no summer time since 1975, so no time zone table is needed. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** @param {number} n @param {number} [width] */
const pad = (n, width = 2) => String(n).padStart(width, "0");

/** @param {string | number} time  RFC 3339 or milliseconds since 1970 */
const inVietnam = (time) => new Date((typeof time === "number" ? time : Date.parse(time)) + VIETNAM_OFFSET_MS);

/** `24/11/2026` @param {string | number} time */
export function formatDate(time) {
  const d = inVietnam(time);
  return `${pad(d.getUTCDate())}/${pad(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`;
}

/** `08:02`, with `seconds` `08:02:03` @param {string | number} time @param {boolean} [seconds] */
export function formatClock(time, seconds = false) {
  const d = inVietnam(time);
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}${seconds ? `:${pad(d.getUTCSeconds())}` : ""}`;
}

/** `24/11/2026 08:02` @param {string | number} time */
export const formatDateTime = (time) => `${formatDate(time)} ${formatClock(time)}`;

/** The year in Việt Nam. @param {string | number} time */
export const yearOf = (time) => inVietnam(time).getUTCFullYear();

/** Thousandths of a point as points: 18500 is `18,5`. @param {number} thousandths @param {string} [decimal] */
export function formatScore(thousandths, decimal = ",") {
  const whole = Math.trunc(Math.abs(thousandths) / 1000);
  const rest = pad(Math.abs(thousandths) % 1000, 3).replace(/0+$/, "");
  return `${thousandths < 0 ? "−" : ""}${whole}${rest ? decimal + rest : ""}`;
}

/** `1.234.567` (vi) or `1,234,567` (en) @param {number} n @param {string} [decimal] */
export function formatCount(n, decimal = ",") {
  return String(n).replace(/\B(?=(\d{3})+$)/g, decimal === "," ? "." : ",");
}

/** A share in whole tenths of a per cent: `45,6 %`; `–` of nothing.
 * @param {number} part @param {number} whole @param {string} [decimal] */
export function formatShare(part, whole, decimal = ",") {
  if (!whole) return "–";
  const tenths = Math.round((part * 1000) / whole);
  return `${Math.trunc(tenths / 10)}${tenths % 10 ? decimal + (tenths % 10) : ""} %`;
}

/** Time used: `12:05`, `1:02:05`; with `exact` also milliseconds `12:05,312`.
 * @param {number} ms @param {boolean} [exact] @param {string} [decimal] */
export function formatDuration(ms, exact = false, decimal = ",") {
  const s = Math.floor(ms / 1000);
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor(s / 60) % 60;
  const text = `${hours ? `${hours}:${pad(minutes)}` : pad(minutes)}:${pad(s % 60)}`;
  return exact ? `${text}${decimal}${pad(ms % 1000, 3)}` : text;
}

/** What a countdown shows: the second that is running counts as left, so 0:00 means over.
 * @param {number} ms */
export const formatCountdown = (ms) => formatDuration(Math.ceil(Math.max(0, ms) / 1000) * 1000);

/** Durations for a board: to the second, and to the millisecond only where two rows with the same score would
 * otherwise read alike, so that nobody wonders why one stands above the other.
 * @param {{score: number, durationMs: number}[]} entries @param {string} [decimal] */
export function durationLabels(entries, decimal = ",") {
  const key = (e) => `${e.score} ${Math.floor(e.durationMs / 1000)}`;
  /** @type {Map<string, Set<number>>} */
  const seen = new Map();
  for (const e of entries) seen.set(key(e), (seen.get(key(e)) ?? new Set()).add(e.durationMs));
  return entries.map((e) => formatDuration(e.durationMs, (seen.get(key(e))?.size ?? 0) > 1, decimal));
}
