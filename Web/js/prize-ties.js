// @ts-check
// Level people: the organizers write an order with their reason, or record what was drawn in public.
import { busy, el } from "./dom.js";
import { formatCount, formatDateTime } from "./format.js";
import { decimal, t } from "./i18n.js";
import { about, boardName, roundTitle } from "./prize-board.js";
import { levelList, orderForm } from "./prize-order.js";

/** Beyond it nobody chooses by hand. */
const SHOWN = 50;
let ids = 0;

/** @param {any} tie @param {(tie: any, order: string[], reason: string) => Promise<void>} decide */
export function tieCard(tie, decide) {
  const shown = tie.people.slice(0, SHOWN).map((person) => ({ id: person.contestant, name: person.name, about: about(person) }));
  const prizes = tie.prizes.map((prize) => `${prize.count} × ${prize.title}`).join(", ");
  return el("div", { class: "tie" },
    el("h3", { text: `${boardName(tie)}: ${t("prizes.tie", { n: formatCount(tie.size, decimal()), place: tie.place, prizes })}` }),
    !tie.byHand && el("p", { class: "notice", text: t(tie.byDraw ? "prizes.decideByDraw" : "prizes.tieNoRule") }),
    tie.byHand ? orderForm(shown, (order, reason) => decide(tie, order, reason)) : levelList(shown),
    tie.size > shown.length && el("p", { class: "quiet", text: t("prizes.rest", { n: formatCount(tie.size - shown.length, decimal()) }) }));
}

/** What was decided, one line for each reason. @param {any[]} decisions */
export function decisionLines(decisions) {
  const groups = new Map();
  for (const one of decisions) {
    const key = `${one.round} ${one.group} ${one.at} ${one.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((together) => el("p", {
    text: `${boardName(together[0])}: ${t("prizes.decided", {
      names: together.map((one) => one.name ?? "–").join(", "), reason: together[0].reason, by: together[0].by, time: formatDateTime(together[0].at),
    })}`,
  }));
}

/** @param {any} draw @param {(draw: any, text: string, source: string) => Promise<void>} keepDraw */
export function drawCard(draw, keepDraw) {
  const round = roundTitle(draw);
  if (draw.text) return el("p", { class: "notice notice-good", text: t("prizes.drawn", { ...draw, round, time: formatDateTime(draw.at) }) });
  if (!draw.over) return el("p", { class: "quiet", text: t("prizes.drawNotYet", { round }) });
  const id = (ids += 1);
  const text = el("input", { id: `draw-text-${id}`, type: "text", maxlength: 1000, autocomplete: "off" });
  const source = el("input", { id: `draw-source-${id}`, type: "text", maxlength: 500, autocomplete: "off" });
  const once = el("input", { type: "checkbox" });
  const fault = el("p", { class: "field-fault", role: "alert" });
  const keep = el("button", { class: "button", type: "submit", text: t("prizes.drawKeep") });
  const submit = (event) => {
    event.preventDefault();
    const empty = [text, source].find((input) => !input.value.trim());
    fault.textContent = empty ? t("prizes.fault.text") : once.checked ? "" : t("prizes.fault.once");
    if (empty || !once.checked) return (empty ?? once).focus();
    void busy(keep, () => keepDraw(draw, text.value.trim(), source.value.trim()));
  };
  return el("form", { class: "narrow", on: { submit } },
    el("h3", { text: round }),
    el("div", { class: "field" }, el("label", { for: text.id, text: t("prizes.drawText") }), text),
    el("div", { class: "field" }, el("label", { for: source.id, text: t("prizes.drawSource") }), source),
    el("label", { class: "check" }, once, el("span", { text: t("prizes.drawOnce") })),
    fault, el("p", { class: "actions" }, keep));
}
