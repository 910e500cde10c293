// @ts-check
// When to try again. Pure.

/** Milliseconds to wait after `failures` failed tries in a row: doubling from 1 s to 30 s, half of it by chance so that
 * a hall full of phones does not come back in one beat. What the server asked for (`Retry-After`) is a lower bound.
 * @param {number} failures  1 or more
 * @param {number} [retryAfterMs]
 * @param {() => number} [random] */
export function retryDelay(failures, retryAfterMs = 0, random = Math.random) {
  const full = Math.min(30_000, 1_000 * 2 ** Math.min(failures - 1, 10));
  const spread = full * (0.5 + random() / 2);
  return Math.round(retryAfterMs > 0 ? retryAfterMs + spread / 2 : spread);
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; 0 if absent or unreadable.
 * @param {string | null} header @param {number} [now] */
export function retryAfterMs(header, now = Date.now()) {
  if (!header) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Math.min(Number(header), 600) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.min(Math.max(0, at - now), 600_000);
}
