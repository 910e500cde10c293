// @ts-check
// The answers of one attempt on their way to the server. No DOM, no fetch, no timers of its own: all come in as ports.

/** @typedef {import("./save-queue.types.js").Value} Value
 * @typedef {import("./save-queue.types.js").Entry} Entry
 * @typedef {import("./save-queue.types.js").Stored} Stored
 * @typedef {import("./save-queue.types.js").Outcome} Outcome
 * @typedef {import("./save-queue.types.js").Ports} Ports */

/** @param {Value} a @param {Value} b */
export const sameValue = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Sends every change at once, one at a time and oldest first; keeps what could not be sent, also over a reload;
 * tries again; and takes what the server already has when another device was later (design.md §5). */
export class SaveQueue {
  /** @type {Map<string, Entry>} */ #entries = new Map();
  /** Keys still to be sent, oldest change first. */ #pending = new Map();
  #keys;
  #prefix;
  #ports;
  #cancelRetry;
  #waiting = [];
  #running = false;
  #unsure = false;
  #failures = 0;
  /** Why nothing is sent any more. @type {"" | "closed" | "unauthorized"} */ halted = "";

  /** @param {string} attempt  public id @param {string[]} keys  positions and perhaps `prediction`
   * @param {Stored[]} stored  what the server has @param {Ports} ports */
  constructor(attempt, keys, stored, ports) {
    this.#prefix = `bv.answer.${attempt}.`;
    this.#keys = keys;
    this.#ports = ports;
    for (const { key, value, sequence, savedAt } of stored) this.#entries.set(key, { value, sequence, savedAt, state: "saved" });
    this.#restore();
    this.#unsure = this.#pending.size > 0;
  }

  /** @param {string} key @returns {Readonly<Entry> | undefined} */
  get(key) {
    return this.#entries.get(key);
  }

  get pendingCount() {
    return this.#pending.size;
  }

  /** `idle`: all is saved; `sending`; `waiting`: will be tried again. @returns {"idle" | "sending" | "waiting"} */
  get state() {
    if (!this.#pending.size) return "idle";
    return this.#failures > 0 || this.halted ? "waiting" : "sending";
  }

  /** When the latest answer was saved, by the server. */
  get lastSavedAt() {
    let last = "";
    for (const { savedAt } of this.#entries.values()) if (savedAt && savedAt > last) last = savedAt;
    return last;
  }

  /** A choice by this person on this page. The same again changes nothing, so a double tap is harmless.
   * @param {string} key @param {Value} value */
  choose(key, value) {
    const known = this.#entries.get(key);
    if (known && sameValue(known.value, value) && known.state !== "rejected") return;
    if (!known && value.length === 0) return;
    this.#hold(key, value, (known?.sequence ?? 0) + 1);
    void this.#run();
  }

  /** Tries now: the line came back, the page became visible. A wait that the server asked for is kept. */
  kick() {
    this.#restore();
    if (this.#cancelRetry && this.#askedToWait) return;
    this.#clearRetry();
    void this.#run();
  }
  #askedToWait = false;

  /** After signing in again. */
  resume() {
    if (this.halted === "unauthorized") this.halted = "";
    this.#unsure = true;
    this.kick();
  }

  /** The page may be about to die: everything leaves at once, without waiting. Sending twice is harmless (I5). */
  flush() {
    if (this.halted) return;
    for (const key of this.#pending.keys()) {
      const entry = this.#entries.get(key);
      const sent = { ...entry };
      void this.#ports.send(key, sent.value, sent.sequence, { keepalive: true }).then((outcome) => {
        // Only good news counts here; whatever failed is still pending and has its own retry.
        if (outcome.kind === "saved" || outcome.kind === "superseded") this.#settle(key, sent, outcome);
      });
    }
  }

  /** Resolves when nothing is pending (true), or when that cannot be reached in `ms` (false). @param {number} ms */
  async drain(ms) {
    this.kick();
    if (!this.#pending.size || this.halted) return !this.#pending.size;
    await new Promise((done) => {
      const cancel = this.#ports.later(ms, () => done(undefined));
      this.#waiting.push(() => {
        cancel();
        done(undefined);
      });
    });
    return !this.#pending.size;
  }

  /** Compares with what the server has, as seen by a GET for another reason. @param {Stored[]} answers */
  meet(answers) {
    for (const stored of answers) this.#reconcile(stored);
    this.#told();
  }

  /** What another tab of this browser chose or saved. @param {string} key @param {Entry} theirs */
  adoptFromTab(key, theirs) {
    const ours = this.#entries.get(key);
    const newer = theirs.sequence > (ours?.sequence ?? 0);
    const sameButSaved = theirs.sequence === ours?.sequence && theirs.state === "saved" && sameValue(theirs.value, ours.value);
    if (!newer && !sameButSaved) return;
    this.#pending.delete(key);
    this.#entries.set(key, { ...theirs, state: theirs.state === "saved" ? "saved" : "elsewhere" });
    this.#told();
  }

  /** Forgets what is kept on this device: the attempt is over. */
  forget() {
    this.halted = "closed";
    this.#clearRetry();
    for (const key of this.#keys) this.#quietly((s) => s.removeItem(this.#prefix + key));
  }

  /** @param {string} key @param {Value} value @param {number} sequence */
  #hold(key, value, sequence) {
    /** @type {Entry} */
    const entry = { value, sequence, state: "pending", savedAt: this.#entries.get(key)?.savedAt };
    this.#entries.set(key, entry);
    this.#pending.delete(key);
    this.#pending.set(key, true);
    this.#quietly((s) => s.setItem(this.#prefix + key, JSON.stringify({ value, sequence })));
    this.#ports.share?.(key, entry);
    this.#told();
  }

  /** Takes up what an earlier page, or a tab that died, could not send. One item per question, so tabs do not collide. */
  #restore() {
    if (this.halted === "closed") return;
    for (const key of this.#keys) {
      this.#quietly((storage) => {
        const text = storage.getItem(this.#prefix + key);
        if (!text) return;
        const { value, sequence } = JSON.parse(text);
        const known = this.#entries.get(key);
        const lost = known?.state === "elsewhere" && known.sequence === sequence;
        if (known && sequence <= known.sequence && !lost) {
          if (known.state === "saved") storage.removeItem(this.#prefix + key);
          return;
        }
        this.#entries.set(key, { value, sequence, state: "pending", savedAt: known?.savedAt });
        this.#pending.set(key, true);
        this.#unsure = true;
      });
    }
  }

  async #run() {
    if (this.#running || this.#cancelRetry || this.halted) return;
    this.#running = true;
    while (this.#pending.size && !this.halted && !this.#cancelRetry) {
      if (this.#unsure) {
        const seen = await this.#ports.compare();
        if (seen.kind === "answers") {
          this.#unsure = false;
          for (const stored of seen.answers) this.#reconcile(stored);
        } else this.#settle("", undefined, seen);
        continue;
      }
      const key = this.#pending.keys().next().value;
      const sent = { ...this.#entries.get(key) };
      this.#told();
      this.#settle(key, sent, await this.#ports.send(key, sent.value, sent.sequence, { keepalive: false }));
    }
    this.#running = false;
    this.#told();
  }

  /** @param {string} key @param {Entry | undefined} sent @param {Outcome} outcome */
  #settle(key, sent, outcome) {
    if (outcome.kind === "saved" || outcome.kind === "superseded") this.#failures = 0;
    switch (outcome.kind) {
      case "saved":
        this.#saved(key, sent, outcome);
        break;
      case "superseded": {
        const now = this.#entries.get(key);
        // Chosen again while the refusal was on its way: that is the latest wish, above what is stored.
        if (sent && now.state === "pending" && now.sequence > sent.sequence) this.#hold(key, now.value, Math.max(now.sequence, outcome.sequence + 1));
        else if (now.state === "pending") this.#adopt({ key, value: outcome.value, sequence: outcome.sequence, savedAt: outcome.savedAt }, true);
        break;
      }
      case "closed":
      case "unauthorized":
        if (this.halted === outcome.kind) break;
        this.halted = outcome.kind;
        this.#ports.notice(outcome.kind, key);
        break;
      case "rejected":
        if (key) {
          const now = this.#entries.get(key);
          if (sent && now.sequence === sent.sequence) {
            this.#pending.delete(key);
            now.state = "rejected";
            this.#quietly((s) => s.removeItem(this.#prefix + key));
          }
          this.#ports.notice("rejected", key, outcome.problem);
        } else this.#retry(0);
        break;
      case "retry":
        this.#unsure = this.#unsure || outcome.unsure;
        this.#retry(outcome.afterMs);
    }
    this.#told();
  }

  /** @param {string} key @param {Entry} sent @param {{savedAt: string, sequence: number}} outcome */
  #saved(key, sent, { savedAt, sequence }) {
    const now = this.#entries.get(key);
    if (now.sequence > sent.sequence) {
      now.savedAt = savedAt;
      return;
    }
    this.#entries.set(key, { value: sent.value, sequence: Math.max(sequence, sent.sequence), state: "saved", savedAt });
    this.#release(key);
  }

  /** An answer the server has, seen by GET before sending. @param {Stored} stored */
  #reconcile(stored) {
    const ours = this.#entries.get(stored.key);
    if (!ours) return this.#adopt(stored, false);
    if (ours.state !== "pending") {
      if (stored.sequence > ours.sequence || ours.state === "elsewhere") this.#adopt(stored, !sameValue(stored.value, ours.value));
      return;
    }
    if (stored.sequence < ours.sequence) return;
    this.#adopt(stored, !sameValue(stored.value, ours.value));
  }

  /** @param {Stored} stored @param {boolean} tell */
  #adopt({ key, value, sequence, savedAt }, tell) {
    this.#entries.set(key, { value, sequence, savedAt, state: "saved" });
    this.#release(key);
    if (tell) this.#ports.notice("superseded", key);
  }

  /** @param {string} key */
  #release(key) {
    this.#pending.delete(key);
    const entry = this.#entries.get(key);
    this.#quietly((storage) => {
      const kept = storage.getItem(this.#prefix + key);
      // A newer one may have been put there by another tab.
      if (kept && JSON.parse(kept).sequence <= entry.sequence) storage.removeItem(this.#prefix + key);
    });
    this.#ports.share?.(key, entry);
  }

  /** @param {number} afterMs */
  #retry(afterMs) {
    this.#failures += 1;
    this.#askedToWait = afterMs > 0;
    this.#cancelRetry = this.#ports.later(this.#ports.delay(this.#failures, afterMs), () => {
      this.#cancelRetry = undefined;
      void this.#run();
    });
  }

  #clearRetry() {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#askedToWait = false;
  }

  #told() {
    this.#ports.changed();
    if (this.#pending.size && !this.halted) return;
    for (const done of this.#waiting.splice(0)) done();
  }

  /** Storage may be absent, full or forbidden (private mode, in-app browsers): then memory has to do.
   * @param {(storage: import("./save-queue.types.js").KeyValue) => void} use */
  #quietly(use) {
    try {
      use(this.#ports.storage);
    } catch {
      // Nothing to do: the answer is still in memory and on its way.
    }
  }
}
