// @ts-check
// Collective prizes: units with what they reached and by which numbers.
import { el } from "./dom.js";
import { formatCount, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";
import { roundTitle } from "./prize-board.js";
import { orderForm } from "./prize-order.js";
import { dataTable } from "./staff.js";

const n = (value) => formatCount(value, decimal());
/** @param {any} unit */
const people = (unit) => (unit.headcount ? `${n(unit.participants)} / ${n(unit.headcount)}` : n(unit.participants));
/** @param {any} one */
const value = (one) => (one.second === undefined ? formatScore(one.value, decimal()) : `${formatScore(one.value, decimal())}; ${formatScore(one.second, decimal())}`);

/** Units that the formulas leave level where there is a prize to win. @param {any[]} units */
function levelUnits(units) {
  const groups = new Map();
  for (const unit of units) groups.set(unit.levelFrom, [...(groups.get(unit.levelFrom) ?? []), unit]);
  return [...groups.values()].filter((level) => level.length > 1 && level.some((unit) => unit.prize));
}

/** @param {any} prize @param {any[]} level @param {(prize: any, order: string[], reason: string) => Promise<void>} decide */
function levelCard(prize, level, decide) {
  const isDecided = level.some((unit) => unit.place !== level[0].place);
  const units = level.map((unit) => ({ id: unit.unitCode, name: unit.unit, about: `${t("prizes.people")}: ${people(unit)}` }));
  const form = () => orderForm(units, (order, reason) => decide(prize, order, reason));
  const said = { n: n(level.length), place: level[0].levelFrom };
  if (isDecided) return el("details", {}, el("summary", { text: t("prizes.unitsDecided", said) }), form());
  return el("div", { class: "tie" }, el("h3", { text: t("prizes.unitsTie", said) }), form());
}

/** @param {any} prize @param {number} index @param {(prize: any, order: string[], reason: string) => Promise<void>} decide */
export function collectivePrize(prize, index, decide) {
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
    ...(prize.over && !prize.waiting && prize.byHand ? levelUnits(prize.units).map((level) => levelCard(prize, level, decide)) : []),
    prize.over && (prize.units.length ? table() : el("p", { class: "quiet", text: t("prizes.unitsNone") })),
    prize.over && prize.absent.length > 0 && el("details", {},
      el("summary", { text: t("prizes.absent", { n: n(prize.absent.length) }) }),
      el("ul", {}, ...prize.absent.map((unit) => el("li", { text: `${unit.unit}: ${people(unit)}, ${t(`prizes.absent.${unit.reason}`)}` })))));
}
