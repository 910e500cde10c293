import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeOf } from "./answers.js";
import { SaveQueue } from "./save-queue.js";

/** A server that keeps the rules of design.md §5, with a line that can be cut. */
class Server {
  stored = new Map();
  log = [];
  online = true;
  sealed = false;
  refuse = undefined;
  /** Called before a request is handled; may wait. */
  before = async () => {};

  async put(key, value, sequence) {
    await this.before(key);
    if (!this.online) return { kind: "retry", afterMs: 0, unsure: true };
    if (this.refuse) return this.refuse;
    this.log.push([key, value, sequence]);
    if (this.sealed) return { kind: "closed", code: "sealed" };
    const have = this.stored.get(key);
    if (have && (sequence < have.sequence || (sequence === have.sequence && JSON.stringify(value) !== JSON.stringify(have.value)))) {
      return { kind: "superseded", ...have };
    }
    if (!have || sequence > have.sequence) this.stored.set(key, { value, sequence, savedAt: `t${this.log.length}` });
    return { kind: "saved", savedAt: this.stored.get(key).savedAt, sequence };
  }

  async get() {
    if (!this.online) return { kind: "retry", afterMs: 0, unsure: true };
    this.log.push(["GET"]);
    return { kind: "answers", answers: [...this.stored].map(([key, have]) => ({ key, ...have })) };
  }
}

class Memory {
  items = new Map();
  getItem = (key) => this.items.get(key) ?? null;
  setItem = (key, value) => this.items.set(key, value);
  removeItem = (key) => this.items.delete(key);
}

/** Timers that run when the test says so. */
class Timers {
  waiting = [];
  later = (ms, run) => {
    const timer = { ms, run };
    this.waiting.push(timer);
    return () => { this.waiting = this.waiting.filter((t) => t !== timer); };
  };
  async fire() {
    for (const { run } of this.waiting.splice(0)) run();
    await settled();
  }
}

const settled = async () => { for (let i = 0; i < 40; i += 1) await Promise.resolve(); };

function open(server, { storage = new Memory(), timers = new Timers(), share, stored } = {}) {
  const notices = [];
  const queue = new SaveQueue("a1", ["1", "2", "3", "prediction"], stored ?? [...server.stored].map(([key, have]) => ({ key, ...have })), {
    send: (key, value, sequence) => server.put(key, value, sequence),
    compare: () => server.get(),
    storage,
    later: timers.later,
    delay: (failures, afterMs) => failures * 1_000 + afterMs,
    changed: () => {},
    notice: (kind, key) => notices.push([kind, key]),
    share,
  });
  return { queue, notices, storage, timers };
}

test("answers leave at once and in order, one sequence per question", async () => {
  const server = new Server();
  const { queue, storage } = open(server);
  queue.choose("1", ["a"]);
  queue.choose("2", ["b"]);
  queue.choose("1", ["c"]);
  assert.equal(queue.state, "sending");
  await settled();
  assert.deepEqual(server.log, [["1", ["a"], 1], ["2", ["b"], 1], ["1", ["c"], 2]]);
  assert.equal(queue.state, "idle");
  assert.equal(queue.lastSavedAt, "t3");
  assert.equal(storage.items.size, 0);
});

test("a double tap sends nothing twice, and clearing what was never chosen sends nothing", async () => {
  const server = new Server();
  const { queue } = open(server);
  queue.choose("1", ["a"]);
  queue.choose("1", ["a"]);
  queue.choose("3", []);
  await settled();
  queue.choose("1", ["a"]);
  await settled();
  assert.equal(server.log.length, 1);
});

test("offline: kept, tried again, compared with GET, then sent", async () => {
  const server = new Server();
  server.online = false;
  const { queue, storage, timers } = open(server);
  queue.choose("1", ["a"]);
  queue.choose("2", ["b"]);
  await settled();
  assert.equal(queue.state, "waiting");
  assert.equal(queue.pendingCount, 2);
  assert.equal(storage.items.size, 2);
  assert.equal(timers.waiting[0].ms, 1_000);
  await timers.fire();
  assert.equal(timers.waiting[0].ms, 2_000);
  server.online = true;
  queue.kick();
  await settled();
  assert.deepEqual(server.log, [["GET"], ["1", ["a"], 1], ["2", ["b"], 1]]);
  assert.equal(queue.state, "idle");
  assert.equal(storage.items.size, 0);
});

test("what could not be sent survives a reload", async () => {
  const server = new Server();
  server.online = false;
  const first = open(server);
  first.queue.choose("2", ["d"]);
  first.queue.choose("prediction", "87,5");
  await settled();
  server.online = true;
  const second = open(server, { storage: first.storage });
  assert.deepEqual(second.queue.get("2").value, ["d"]);
  second.queue.kick();
  await settled();
  assert.deepEqual(server.stored.get("2").value, ["d"]);
  assert.equal(server.stored.get("prediction").value, "87,5");
  assert.equal(first.storage.items.size, 0);
});

test("superseded by another device: the stored answer is taken and said, and can be changed again", async () => {
  const server = new Server();
  const { queue, notices } = open(server);
  server.stored.set("1", { value: ["d"], sequence: 4, savedAt: "t0" });
  queue.choose("1", ["a"]);
  await settled();
  assert.deepEqual(queue.get("1").value, ["d"]);
  assert.deepEqual(notices, [["superseded", "1"]]);
  queue.choose("1", ["b"]);
  await settled();
  assert.deepEqual(server.stored.get("1"), { value: ["b"], sequence: 5, savedAt: "t2" });
});

test("chosen again while the refusal was on its way: the latest wish goes above what is stored", async () => {
  const server = new Server();
  const { queue, notices } = open(server);
  server.stored.set("1", { value: ["d"], sequence: 9, savedAt: "t0" });
  queue.choose("1", ["a"]);
  queue.choose("1", ["b"]);
  await settled();
  assert.deepEqual(server.stored.get("1").value, ["b"]);
  assert.equal(server.stored.get("1").sequence, 10);
  assert.deepEqual(notices, []);
});

test("comparing after a dead line: newer on the server wins, newer here is sent, equal needs nothing", async () => {
  const server = new Server();
  server.stored.set("3", { value: ["a"], sequence: 1, savedAt: "t0" });
  const { queue, notices, timers } = open(server);
  server.online = false;
  queue.choose("1", ["a"]);
  queue.choose("2", ["b"]);
  queue.choose("3", ["c"]);
  await settled();
  server.stored.set("1", { value: ["d"], sequence: 2, savedAt: "t0" });
  server.stored.set("2", { value: ["b"], sequence: 1, savedAt: "t0" });
  server.online = true;
  await timers.fire();
  assert.deepEqual(server.log, [["GET"], ["3", ["c"], 2]]);
  assert.deepEqual(queue.get("1").value, ["d"]);
  assert.deepEqual(notices, [["superseded", "1"]]);
});

test("a lost reply is no loss: the same answer again is taken as saved", async () => {
  const server = new Server();
  const { queue, timers } = open(server);
  const put = server.put.bind(server);
  server.put = async (...args) => {
    await put(...args);
    server.put = put;
    return { kind: "retry", afterMs: 0, unsure: true };
  };
  queue.choose("1", ["a"]);
  await settled();
  assert.equal(queue.state, "waiting");
  await timers.fire();
  assert.equal(queue.state, "idle");
  assert.deepEqual(server.log, [["1", ["a"], 1], ["GET"]]);
});

test("busy: waits as long as the server asked, also when the page is kicked, and needs no comparing", async () => {
  const server = new Server();
  server.refuse = { kind: "retry", afterMs: 7_000, unsure: false };
  const { queue, timers } = open(server);
  queue.choose("1", ["a"]);
  await settled();
  assert.equal(timers.waiting[0].ms, 8_000);
  queue.kick();
  await settled();
  assert.equal(timers.waiting.length, 1);
  server.refuse = undefined;
  await timers.fire();
  assert.deepEqual(server.log, [["1", ["a"], 1]]);
});

test("sealed: nothing more is sent, and it is said once", async () => {
  const server = new Server();
  server.sealed = true;
  const { queue, notices, storage } = open(server);
  queue.choose("1", ["a"]);
  await settled();
  queue.choose("2", ["a"]);
  queue.kick();
  await settled();
  assert.equal(server.log.length, 1);
  assert.deepEqual(notices, [["closed", "1"]]);
  queue.forget();
  assert.equal(storage.items.size, 0);
});

test("a lost session keeps the answers until the owner is back", async () => {
  const server = new Server();
  server.refuse = { kind: "unauthorized" };
  const { queue, notices, storage } = open(server);
  queue.choose("1", ["a"]);
  await settled();
  assert.deepEqual(notices, [["unauthorized", "1"]]);
  assert.equal(storage.items.size, 1);
  server.refuse = undefined;
  queue.resume();
  await settled();
  assert.deepEqual(server.stored.get("1").value, ["a"]);
});

test("an answer the server will not have is dropped from the line, and its neighbours go on", async () => {
  const server = new Server();
  const { queue, notices } = open(server);
  server.before = async (key) => { server.refuse = key === "1" ? { kind: "rejected", problem: {} } : undefined; };
  queue.choose("1", ["z"]);
  queue.choose("2", ["b"]);
  await settled();
  assert.deepEqual(notices, [["rejected", "1"]]);
  assert.deepEqual(server.stored.get("2").value, ["b"]);
  assert.equal(queue.state, "idle");
});

test("draining says whether everything arrived", async () => {
  const server = new Server();
  const { queue } = open(server);
  queue.choose("1", ["a"]);
  assert.equal(await queue.drain(5_000), true);
  server.online = false;
  queue.choose("2", ["a"]);
  const timers = new Timers();
  const other = open(server, { timers });
  other.queue.choose("3", ["a"]);
  const drained = other.queue.drain(5_000);
  await settled();
  timers.waiting.find((t) => t.ms === 5_000).run();
  assert.equal(await drained, false);
});

test("leaving the page sends everything at once, and a second sending does no harm", async () => {
  const server = new Server();
  let release = () => {};
  server.before = () => new Promise((go) => { const before = release; release = () => { before(); go(); }; });
  const { queue } = open(server);
  queue.choose("1", ["a"]);
  queue.choose("2", ["b"]);
  queue.flush();
  server.before = async () => {};
  release();
  await settled();
  assert.equal(server.stored.size, 2);
  assert.equal(queue.state, "idle");
});

test("two tabs: each shows what the other chose, and the next choice goes above it", async () => {
  const server = new Server();
  const storage = new Memory();
  const tabs = [];
  const share = (from) => (key, entry) => tabs.forEach((tab, i) => i !== from && tab.queue.adoptFromTab(key, structuredClone(entry)));
  tabs.push(open(server, { storage, share: share(0) }), open(server, { storage, share: share(1) }));
  tabs[0].queue.choose("1", ["a"]);
  assert.equal(tabs[1].queue.get("1").state, "elsewhere");
  await settled();
  assert.equal(tabs[1].queue.get("1").state, "saved");
  tabs[1].queue.choose("1", ["b"]);
  await settled();
  assert.deepEqual(server.stored.get("1").value, ["b"]);
  assert.deepEqual(tabs[0].queue.get("1").value, ["b"]);
  assert.equal(server.stored.get("1").sequence, 2);
  assert.equal(storage.items.size, 0);
});

test("two tabs without a channel: the second learns from 409 and adopts", async () => {
  const server = new Server();
  const one = open(server);
  const two = open(server);
  one.queue.choose("1", ["a"]);
  await settled();
  two.queue.choose("1", ["b"]);
  await settled();
  assert.deepEqual(server.stored.get("1").value, ["a"]);
  assert.deepEqual(two.queue.get("1").value, ["a"]);
  assert.deepEqual(two.notices, [["superseded", "1"]]);
});

test("a tab that died offline: the other one sends what it left behind", async () => {
  const server = new Server();
  const storage = new Memory();
  const two = open(server, { storage });
  server.online = false;
  const one = open(server, { storage, share: (key, entry) => two.queue.adoptFromTab(key, structuredClone(entry)) });
  one.queue.choose("1", ["a"]);
  await settled();
  assert.equal(two.queue.get("1").state, "elsewhere");
  server.online = true;
  two.queue.kick();
  await settled();
  assert.deepEqual(server.stored.get("1").value, ["a"]);
  assert.equal(storage.items.size, 0);
});

test("storage that throws is no reason to lose an answer", async () => {
  const server = new Server();
  const broken = { getItem() { throw new Error("no"); }, setItem() { throw new Error("full"); }, removeItem() { throw new Error("no"); } };
  const { queue } = open(server, { storage: broken });
  queue.choose("1", ["a"]);
  await settled();
  assert.equal(queue.state, "idle");
});

test("replies are sorted into outcomes by code and status", () => {
  const problem = (status, code, body) => ({ status, code, body, retryAfterMs: 2_000 });
  assert.deepEqual(outcomeOf(problem(409, "superseded", { stored: { choice: ["a"], sequence: 2, savedAt: "t" } })), { kind: "superseded", value: ["a"], sequence: 2, savedAt: "t" });
  assert.equal(outcomeOf(problem(409, "superseded", { stored: { value: "1,5", sequence: 2, savedAt: "t" } })).value, "1,5");
  assert.deepEqual(outcomeOf(problem(409, "late")), { kind: "closed", code: "late" });
  assert.deepEqual(outcomeOf(problem(409, "sealed")), { kind: "closed", code: "sealed" });
  assert.equal(outcomeOf(problem(401, "unauthorized")).kind, "unauthorized");
  assert.deepEqual(outcomeOf(problem(503, "busy")), { kind: "retry", afterMs: 2_000, unsure: false });
  assert.deepEqual(outcomeOf(problem(0, "offline")), { kind: "retry", afterMs: 2_000, unsure: true });
  assert.equal(outcomeOf(problem(500, "internal")).unsure, true);
  assert.equal(outcomeOf(problem(422, "invalid")).kind, "rejected");
});
