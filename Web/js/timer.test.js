import assert from "node:assert/strict";
import { test } from "node:test";
import { announcementDue, clocksParted, ServerClock } from "./timer.js";

test("the offset lies midway between what sending and receiving allow", () => {
  let local = 1_000;
  const clock = new ServerClock(() => local);
  assert.equal(clock.known, false);
  clock.sync(50_000, 900, 1_000);
  assert.equal(clock.now(), 50_050);
  local = 2_000;
  assert.equal(clock.now(), 51_050);
});

test("a quick reply narrows what a slow one left open, and a slow one spoils nothing", () => {
  const clock = new ServerClock(() => 0);
  clock.sync(10_000, -4_000, 0);
  assert.equal(clock.now(), 12_000);
  clock.sync(13_000, 1_990, 2_000);
  assert.equal(clock.now(), 11_005);
  clock.sync(20_000, 4_000, 9_000);
  assert.equal(clock.now(), 11_005);
});

test("a local clock that stood still in sleep is noticed and the offset taken anew", () => {
  const clock = new ServerClock(() => 0);
  clock.sync(10_000, 0, 100);
  clock.sync(70_000, 200, 300);
  assert.equal(clock.now(), 69_750);
});

test("announcements at 10, 5 and 1 minute, once each; after a jump only the last that is true", () => {
  assert.equal(announcementDue(600_001, 600_000), 10);
  assert.equal(announcementDue(600_000, 599_000), undefined);
  assert.equal(announcementDue(300_500, 299_500), 5);
  assert.equal(announcementDue(60_100, 59_900), 1);
  assert.equal(announcementDue(900_000, 30_000), 1);
  assert.equal(announcementDue(1_200_000, 1_199_000), undefined);
});

test("clocks part when the phone slept or its clock was set, not when a timer was late", () => {
  assert.equal(clocksParted({ wall: 0, local: 0 }, { wall: 20_000, local: 20_010 }), false);
  assert.equal(clocksParted({ wall: 0, local: 0 }, { wall: 60_000, local: 1_000 }), true);
  assert.equal(clocksParted({ wall: 60_000, local: 0 }, { wall: 0, local: 1_000 }), true);
});
