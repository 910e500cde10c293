// @ts-check
// The countdown: by the server's clock, quiet but for three announcements, and it can be hidden.
import { byId, safeStorage } from "./dom.js";
import { formatCountdown } from "./format.js";
import { t } from "./i18n.js";

const storage = safeStorage("localStorage");

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

/** @param {ServerClock} clock @param {number} deadline
 * @param {{announce: (text: string) => void, over: () => void, drifted: () => void}} told
 *   `drifted`: the phone slept or its clock was set, so the server should be asked again */
export function timer(clock, deadline, told) {
  const face = byId("timer");
  const toggle = byId("timer-toggle");
  let hidden = storage.getItem("bv.timer") === "hidden";
  let left = deadline - clock.now();
  let last = { wall: Date.now(), local: performance.now() };
  let over = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next;

  const draw = () => {
    face.textContent = hidden ? "••:••" : formatCountdown(left);
    face.dataset.low = String(!hidden && left <= 60_000);
    face.toggleAttribute("aria-hidden", hidden);
    if (hidden) face.setAttribute("aria-hidden", "true");
    toggle.setAttribute("aria-pressed", String(hidden));
  };
  const tick = () => {
    const here = { wall: Date.now(), local: performance.now() };
    if (clocksParted(last, here)) told.drifted();
    last = here;
    const before = left;
    left = deadline - clock.now();
    const minutes = announcementDue(before, left);
    if (minutes) told.announce(t("exam.minutesLeft", { n: minutes }));
    draw();
    clearTimeout(next);
    if (left > 0) next = setTimeout(tick, (left % 1000) + 20 || 1000);
    else if (!over) {
      over = true;
      told.over();
    }
  };
  toggle.onclick = () => {
    hidden = !hidden;
    storage.setItem("bv.timer", hidden ? "hidden" : "shown");
    draw();
  };
  tick();
  return {
    /** After new word from the server. @param {number} newDeadline */
    reset(newDeadline) {
      deadline = newDeadline;
      left = deadline - clock.now();
      if (left > 0) over = false;
      tick();
    },
    stop: () => clearTimeout(next),
    left: () => left,
  };
}
