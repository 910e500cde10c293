// @ts-check
// Rules that only some contests have: pauses, complete papers, practice. Fetched only there.
import { byId, el } from "./dom.js";
import { formatDateTime } from "./format.js";
import { language } from "./i18n.js";

const words = {
  vi: {
    pause: "Nghỉ giữa hai lượt", minutes: "{n} phút, tính từ lúc nộp bài hoặc hết giờ",
    all: "Nộp bài", allText: "Phải trả lời hết mọi câu mới nộp được; hết giờ thì bài tự nộp.",
    practice: "Luyện tập", practiceText: "Xem được giải thích ngay từng câu; xem rồi thì câu đó không đổi được nữa. Không xếp hạng.",
    waits: "Bạn được bắt đầu lượt tiếp theo từ {time}.",
  },
  en: {
    pause: "Pause between attempts", minutes: "{n} minutes from submission or the deadline",
    all: "Submission", allText: "Every question must be answered before you can submit; at the deadline the paper is submitted by itself.",
    practice: "Practice", practiceText: "Each answer can be explained at once; after that it no longer changes. Nothing is ranked.",
    waits: "The next attempt may start from {time}.",
  },
};

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Adds to the rules what this contest has besides. @param {any} contest @param {any} me */
export function extraRules(contest, me) {
  const say = words[language === "en" ? "en" : "vi"];
  const { attempts, mustAnswerAll } = contest.rules;
  const isPractice = contest.mode === "practice";
  const facts = byId("rules-facts");
  for (const old of facts.querySelectorAll(".extra")) old.remove();
  const rows = [
    attempts?.pauseMinutes && [say.pause, say.minutes.replace("{n}", String(attempts.pauseMinutes))],
    mustAnswerAll && [say.all, say.allText],
    isPractice && [say.practice, say.practiceText],
  ];
  for (const row of rows) if (row) facts.append(el("div", { class: "extra" }, el("dt", { text: row[0] }), el("dd", { text: row[1] })));
  const ranking = byId("rules-ranking");
  ranking.hidden = isPractice;
  /** @type {HTMLElement} */ (ranking.previousElementSibling).hidden = isPractice;

  clearTimeout(waiting);
  if (!me.startsFrom) return;
  const notice = byId("rules-state").querySelector(".notice p");
  if (notice) notice.textContent = say.waits.replace("{time}", formatDateTime(me.startsFrom));
  const left = Date.parse(me.startsFrom) - Date.parse(me.serverTime) + 500;
  // A page that stands open offers the start by itself; longer waits are beyond what a timer can hold.
  if (left < 86_400_000) waiting = setTimeout(() => byId("rules-state").closest("[hidden]") ?? location.reload(), left);
}
