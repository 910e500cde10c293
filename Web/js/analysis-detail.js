// @ts-check
// One question: what to do about it, what was chosen, how it went in the course of time.
import { el } from "./dom.js";
import { formatClock, formatCount, formatDate, formatDateTime } from "./format.js";
import { decimal } from "./i18n.js";
import { bar, dataTable } from "./staff.js";
import { percent, real, say, words } from "./analysis-words.js";
import { course, plotIn } from "./plot.js";

const n = (value) => formatCount(value, decimal());

/** @param {any} item @param {any} report @returns {Node[]} */
export function detail(item, report) {
  return [
    el("p", { class: "asked", text: item.prompt }),
    ...item.flags.map((flag) => el("div", { class: `notice ${flag.code === "suspectKey" ? "notice-bad" : flag.code === "leak" ? "notice-warning" : ""}` },
      el("p", {}, el("strong", { text: words(flag, "title") })), el("p", { text: words(flag, "advice") }))),
    facts(item),
    ...options(item),
    ...wrongTexts(item),
    ...time(item, report),
  ];
}

/** @param {any} item */
function facts(item) {
  const line = (key, value) => el("div", {}, el("dt", { text: say(key) }), el("dd", { text: value }));
  const points = (share) => `${share < 0 ? "−" : "+"}${percent(Math.abs(share)).replace(" %", "")}`;
  return el("dl", { class: "facts" },
    line("facility", say("interval", { value: percent(item.facility), low: percent(item.facilityLow), high: percent(item.facilityHigh) })),
    line("discrimination", real(item.discrimination)),
    line("upperLower", real(item.upperLower)),
    line("count", n(item.papers)),
    line("blank", `${n(item.blank)} (${percent(item.blank / item.papers)})`),
    item.seconds && line("seconds", say("secondsRange", item.seconds)),
    item.drift && line("drift", say("driftValue", { rise: points(item.drift.rise), z: real(item.drift.z), q: real(item.drift.q, 3) })));
}

/** @param {any} item */
function options(item) {
  const byPlace = item.kind === "order" || item.kind === "match";
  const lines = item.options.filter((option) => !byPlace || option.key || option.papers > 0);
  if (!lines.length) return [];
  const suspect = item.flags.some((flag) => flag.code === "suspectKey");
  const table = dataTable(say("options"), [
    { label: say(byPlace ? "place" : "option") }, { label: say("content") }, { label: "" }, { label: say("share"), number: true },
    { label: say("count"), number: true }, { label: say("correlation"), number: true },
  ], lines.map((option) => [option.label, el("td", {}, option.text, option.key && el("span", { class: "badge key", text: say("key") })),
    colouredBar(option, suspect && !option.key && option.discrimination > 0), percent(option.share), n(option.papers), real(option.discrimination)]));
  return [el("h3", { text: say("options") }), box(say("options"), table)];
}

/** @param {any} option @param {boolean} suspect */
function colouredBar(option, suspect) {
  const cell = bar(option.share);
  cell.classList.add(option.key ? "bar-key" : suspect ? "bar-suspect" : "bar-other");
  return cell;
}

/** @param {any} item */
function wrongTexts(item) {
  if (!item.wrongTexts.length) return [];
  return [el("h3", { text: say("wrongTexts") }), el("p", { class: "quiet", text: say("wrongTextsLead") }),
    box(say("wrongTexts"), dataTable(say("wrongTexts"), [
      { label: say("content") }, { label: "" }, { label: say("share"), number: true }, { label: say("count"), number: true }, { label: say("correlation"), number: true },
    ], item.wrongTexts.map((text) => [text.text, bar(text.share), percent(text.share), n(text.papers), real(text.discrimination)])))];
}

/** @param {any} item @param {any} report */
function time(item, report) {
  if (report.windows.length < 2) return [el("h3", { text: say("course") }), el("p", { class: "quiet", text: say("noCourse") })];
  const plot = el("div", { class: "plot" });
  // The box has no width before it is in the page.
  requestAnimationFrame(() => plotIn(plot, (width) => course(report.windows, item.windows, width, say("courseAlt"), {
    percent, time: (moment) => [formatDate(moment).slice(0, 5), formatClock(moment)],
  })));
  const table = dataTable(say("course"), [
    { label: say("from") }, { label: say("count"), number: true }, { label: say("right"), number: true }, { label: say("share"), number: true }, { label: say("expected"), number: true },
  ], report.windows.map((window, place) => {
    const cell = item.windows[place];
    return [formatDateTime(window.from), n(cell.papers), n(cell.right), percent(cell.papers ? cell.right / cell.papers : undefined), percent(cell.expected)];
  }));
  return [el("h3", { text: say("course") }), el("p", { class: "quiet", text: say("courseLead") }), plot,
    el("details", {}, el("summary", { text: say("courseTable") }), box(say("courseTable"), table))];
}

/** @param {string} label @param {Node} table */
const box = (label, table) => el("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": label }, table);
