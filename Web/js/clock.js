// @ts-check
// The server's clock as the page knows it, and what a countdown has to say. Pure: the local clock is a parameter.

/** Server time from `serverTime` stamps and a monotonic local clock, so that setting the phone's clock changes nothing.
 *
 * A stamp made between sending and receiving bounds the offset from both sides; bounds of several replies are
 * intersected. Bounds that exclude each other mean that the local clock stood still (a sleeping phone): start anew. */
export class ServerClock {
  #local;
  #low = -Infinity;
  #high = Infinity;

  /** @param {() => number} [local]  monotonic milliseconds */
  constructor(local = () => performance.now()) {
    this.#local = local;
  }

  get known() {
    return this.#high < Infinity;
  }

  /** Milliseconds since 1970 by the server. */
  now() {
    return this.#local() + (this.#low + this.#high) / 2;
  }

  /** @param {number} serverTime @param {number} sentAt @param {number} receivedAt  local times of the exchange */
  sync(serverTime, sentAt, receivedAt) {
    const low = serverTime - receivedAt;
    const high = serverTime - sentAt;
    const agrees = Math.max(low, this.#low) <= Math.min(high, this.#high);
    this.#low = agrees ? Math.max(low, this.#low) : low;
    this.#high = agrees ? Math.min(high, this.#high) : high;
  }
}

/** Which announcement is due when the time left falls from `before` to `after`: 10, 5 or 1 minutes, else undefined.
 * After a jump over several marks only the last one is true.
 * @param {number} before @param {number} after  milliseconds */
export function announcementDue(before, after) {
  return [1, 5, 10].find((minutes) => before > minutes * 60_000 && after <= minutes * 60_000);
}

/** Whether the wall clock and the monotonic clock moved apart: a phone that slept, or a clock that was set.
 * @param {{wall: number, local: number}} before @param {{wall: number, local: number}} after */
export function clocksParted(before, after) {
  return Math.abs(after.wall - before.wall - (after.local - before.local)) > 1_500;
}
