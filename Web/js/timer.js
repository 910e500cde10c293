// @ts-check
// The countdown: by the server's clock, quiet but for three announcements, and it can be hidden.
import { announcementDue, clocksParted } from "./clock.js";
import { byId, safeStorage } from "./dom.js";
import { formatCountdown } from "./format.js";
import { t } from "./i18n.js";

const storage = safeStorage("localStorage");

/** @param {import("./clock.js").ServerClock} clock @param {number} deadline
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
      tick();
    },
    stop: () => clearTimeout(next),
    left: () => left,
  };
}
