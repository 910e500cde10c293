// @ts-check
// One way to talk to the server: JSON, time limit, problems as errors, and when to try again.
const BASE = "/api/v1";

/** A refusal by the server (RFC 9457), or status 0 when there was no answer at all. */
export class Problem extends Error {
  /** @param {number} status @param {any} body @param {number} [retryAfter] */
  constructor(status, body, retryAfter = 0) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.code = /** @type {string} */ (body?.code ?? (status === 0 ? "offline" : `http-${status}`));
    this.requestId = /** @type {string | undefined} */ (body?.requestId);
    this.retryAfterMs = retryAfter;
  }
}

/** @typedef {{data: any, status: number, etag: string | null, sentAt: number, receivedAt: number}} Reply  times by performance.now() */

/** @param {string} path  below /api/v1
 * @param {{method?: string, body?: any, type?: string, headers?: Record<string, string>, keepalive?: boolean, timeoutMs?: number}} [options]
 * @returns {Promise<Reply>} also for 304 */
export async function request(path, { method = "GET", body, type = "application/json", headers = {}, keepalive = false, timeoutMs = 15_000 } = {}) {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), timeoutMs);
  const sentAt = performance.now();
  let answer;
  let data;
  try {
    answer = await fetch(BASE + path, {
      method,
      credentials: "same-origin",
      keepalive,
      signal: keepalive ? undefined : stop.signal,
      headers: { Accept: "application/json", ...(method === "GET" ? {} : { "Content-Type": type }), ...headers },
      body: body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body,
    });
    const text = await answer.text();
    data = text ? parse(text) : undefined;
  } catch {
    throw new Problem(0, undefined);
  } finally {
    clearTimeout(limit);
  }
  const receivedAt = performance.now();
  if (!answer.ok && answer.status !== 304) throw new Problem(answer.status, data, retryAfterMs(answer.headers.get("Retry-After")));
  return { data, status: answer.status, etag: answer.headers.get("ETag"), sentAt, receivedAt };
}

/** A proxy's error page is not JSON; the status then says enough. @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} path */
export const get = async (path) => (await request(path)).data;
/** @param {string} path @param {any} body */
export const post = async (path, body) => (await request(path, { method: "POST", body })).data;

/** 16 random bytes as 32 lower-case hex digits: nonces and request keys. */
export function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

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
