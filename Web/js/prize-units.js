// @ts-check
// Collective prizes: units with what they reached and by which numbers.
import { el } from "./dom.js";
import { formatCount, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";
import { roundTitle } from "./prize-board.js";
import { dataTable } from "./staff.js";

const n = (value) => formatCount(value, decimal());
/** @param {any} unit */
const people = (unit) => (unit.headcount ? `${n(unit.participants)} / ${n(unit.headcount)}` : n(unit.participants));
/** @param {any} one */
const value = (one) => (one.second === undefined ? formatScore(one.value, decimal()) : `${formatScore(one.value, decimal())}; ${formatScore(one.second, decimal())}`);

/** @param {any} prize @param {number} index */
export function collectivePrize(prize, index) {
  const id = `collective-${index}`;
  const rules = [...prize.by, ...prize.then].map((term) => t(`term.${term}`)).join(", ");
  const table = () => el("div", { class: "table-box", tabindex: 0, role: "region", "aria-labelledby": id },
    dataTable(prize.title, [
      { label: t("prizes.unit") }, { label: t("prizes.prize") }, { label: t("prizes.placeHead"), number: true }, { label: t("prizes.people"), number: true }, { label: t("prizes.value"), number: true },
    ], prize.units.map((unit) => [unit.unit, unit.prize?.title ?? "–", unit.place, people(unit), value(unit)])));
  return el("div", { class: "prize-board" },
    el("h2", { id, text: `${prize.title} – ${roundTitle(prize)}` }),
    el("p", { class: "quiet", text: t("prizes.by", { rules }) }),
    !prize.over && el("p", { class: "quiet", text: t("prizes.notOver") }),
    prize.over && prize.waiting && el("p", { class: "notice notice-warning", text: t("prizes.unitsWaiting") }),
    prize.over && (prize.units.length ? table() : el("p", { class: "quiet", text: t("prizes.unitsNone") })),
    prize.over && prize.absent.length > 0 && el("details", {},
      el("summary", { text: t("prizes.absent", { n: n(prize.absent.length) }) }),
      el("ul", {}, ...prize.absent.map((unit) => el("li", { text: `${unit.unit}: ${people(unit)}, ${t(`prizes.absent.${unit.reason}`)}` })))));
}
