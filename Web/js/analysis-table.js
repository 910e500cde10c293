// @ts-check
// The table of questions: which are shown, in which order.
import { el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal } from "./i18n.js";
import { percent, real, say } from "./analysis-words.js";

/** Most pressing first, as the server orders them. */
export const FLAGS = ["suspectKey", "leak", "tooHard", "tooEasy", "deadDistractors"];

/** How pressing a question is: the lower, the more. @param {any} item */
export const urgency = (item) => (item.flags.length ? FLAGS.indexOf(item.flags[0].code) * 10 + 9 - Math.min(9, item.flags.length) : 100);

/** @type {Record<string, (item: any) => number | string | undefined>} */
export const COLUMNS = {
  question: (item) => `${item.bank}/${item.question}`,
  see: urgency,
  facility: (item) => item.facility,
  discrimination: (item) => item.discrimination,
  count: (item) => item.papers,
  seconds: (item) => item.seconds?.median,
};

/** Sorted by a column; what has no value comes last either way, equals keep the order of the bank.
 * @param {any[]} items @param {string} column @param {boolean} down */
export function sorted(items, column, down) {
  const value = COLUMNS[column];
  const sign = down ? -1 : 1;
  return [...items].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return x < y ? -sign : x > y ? sign : 0;
  });
}

/** @param {any[]} items @param {string} flag  a code, `any`, or empty @param {string} text */
export function filtered(items, flag, text) {
  const wanted = text.trim().toLowerCase();
  return items.filter((item) =>
    (!flag || (flag === "any" ? item.flags.length > 0 : item.flags.some((f) => f.code === flag))) &&
    (!wanted || `${item.question} ${item.bank} ${item.prompt}`.toLowerCase().includes(wanted)));
}

/** @param {any} flag */
export const badge = (flag) => el("span", { class: `badge flag flag-${flag.code}`, text: say(`flag.${flag.code}`) });

/** @param {any[]} items @param {{column: string, down: boolean}} order @param {(column: string) => void} sort @param {(item: any) => void} open */
export function itemTable(items, order, sort, open) {
  const head = (column, label, number = false) => el("th", { scope: "col", class: number ? "number" : undefined, "aria-sort": order.column === column ? (order.down ? "descending" : "ascending") : "none" },
    el("button", { class: "sort", type: "button", data: { column }, on: { click: () => sort(column) } }, label,
      el("span", { class: "arrow", "aria-hidden": "true", text: order.column === column ? (order.down ? "▼" : "▲") : "" })));
  return el("table", { class: "items" },
    el("caption", { class: "unseen", text: say("items") }),
    el("thead", {}, el("tr", {}, head("question", say("question")), head("see", say("see")), head("facility", say("facility"), true),
      head("discrimination", say("discrimination"), true), head("count", say("count"), true), head("seconds", say("secondsShort"), true))),
    el("tbody", {}, ...items.map((item) => el("tr", {},
      el("th", { scope: "row" }, el("button", { class: "link", type: "button", data: { item: `${item.bank}/${item.question}` }, on: { click: () => open(item) } }, item.question),
        el("span", { class: "prompt", text: item.prompt })),
      el("td", { class: "flags" }, ...item.flags.map(badge)),
      el("td", { class: "number", text: percent(item.facility) }),
      el("td", { class: `number${item.discrimination < 0 ? " below" : ""}`, text: real(item.discrimination) }),
      el("td", { class: "number", text: formatCount(item.papers, decimal()) }),
      el("td", { class: "number", text: item.seconds ? String(item.seconds.median) : "–" })))));
}
