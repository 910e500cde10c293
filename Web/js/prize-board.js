// @ts-check
// The prizes of one board: who won, why others did not, and what is still open.
import { el } from "./dom.js";
import { formatCount, formatDateTime, formatDuration, formatScore } from "./format.js";
import { decimal, t } from "./i18n.js";

/** @typedef {{confirm: (p: any, state: string) => void, fail: (p: any) => void, exclude: (p: any) => void}} Acts */

/** @param {{round: string, roundTitle: string, groupTitle: string}} board */
export const boardName = (board) => t("prizes.board", { round: roundTitle(board), group: board.groupTitle });

/** @param {{round?: string, roundTitle: string}} board  the server names the board over all rounds in Vietnamese */
export const roundTitle = (board) => (board.round === "total" ? t("prizes.allRounds") : board.roundTitle);

/** @param {any} board @param {Acts} acts */
export function prizeBoard(board, acts) {
  const id = `board-${board.round}-${board.group}`;
  return el("section", { class: "prize-board", "aria-labelledby": id },
    el("h2", { id, text: boardName(board) }),
    ...(board.over ? board.places.flatMap((place) => prizePlace(place, acts)) : [el("p", { class: "quiet", text: t("prizes.notOver") })]),
    board.over && board.passedOver.length > 0 && el("details", {},
      el("summary", { text: t("prizes.passedOver", { n: board.passedOver.length }) }),
      el("ul", { class: "people" }, ...board.passedOver.map(passedOver))));
}

/** @param {any} place @param {Acts} acts */
function prizePlace(place, acts) {
  const winners = place.winners ?? [];
  const details = [`× ${place.count}`, place.value].filter(Boolean).join(" – ");
  return [
    el("h3", {}, el("span", { text: place.title }), el("small", { text: details })),
    winners.length > 0 && el("ol", { class: "people" }, ...winners.map((winner) => card(winner, acts))),
    ...(place.ties ?? []).map((tie) => el("p", {}, el("a", { href: "#ties", text: t("prizes.tieHere", { n: formatCount(tie.size, decimal()), prizes: tie.prizes }) }))),
    place.waitsFor && el("p", { class: "notice notice-warning", text: t("prizes.heldBack", { title: place.waitsFor.title, board: boardName(place.waitsFor) }) }),
    !winners.length && !place.ties?.length && !place.waitsFor && el("p", { class: "quiet", text: t("prizes.nobody") }),
  ].filter(Boolean);
}

/** Unit, year of birth, place and result in one line. @param {any} person */
export function about(person) {
  return [
    t("prizes.about", { unit: person.unit, year: person.birthYear }),
    t("prizes.place", { n: person.place }),
    person.score !== undefined && t("prizes.points", { score: formatScore(person.score, decimal()) }),
    person.durationMs !== undefined && formatDuration(person.durationMs, true, decimal()),
  ].filter(Boolean).join(", ");
}

const looks = { confirmed: "badge badge-good", failed: "badge badge-bad", unchecked: "badge" };

/** @param {any} winner @param {Acts} acts */
function card(winner, acts) {
  const { state, note, by, at } = winner.identity;
  const button = (text, run) => el("button", { class: "link", type: "button", "aria-label": `${text}: ${winner.name}`, text, on: { click: run } });
  return el("li", { class: "won" },
    el("p", {}, el("span", { class: "name", text: winner.name }), winner.nextInLine && el("span", { class: "badge badge-warn", text: t("prizes.next") }), " ",
      el("span", { class: looks[state], text: t(`prizes.${state}`) })),
    el("p", { class: "about", text: about(winner) }),
    by && el("p", { class: "about", text: [note, t("prizes.checked", { by, time: formatDateTime(at) })].filter(Boolean).join(" – ") }),
    el("p", { class: "actions" },
      state === "confirmed" ? button(t("prizes.undo"), () => acts.confirm(winner, "unchecked")) : button(t("prizes.confirm"), () => acts.confirm(winner, "confirmed")),
      button(t("prizes.failed"), () => acts.fail(winner)),
      button(t("prizes.exclude"), () => acts.exclude(winner))));
}

/** @param {any} person */
function passedOver(person) {
  const why = person.holds
    ? t("prizes.holds", { title: person.holds.title, board: boardName(person.holds) })
    : [t(`prizes.kind.${person.kind}`), person.exclusion?.reason ?? person.identity?.note].filter(Boolean).join(": ");
  return el("li", {},
    el("p", {}, el("span", { class: "name", text: person.name }), el("span", { class: "badge", text: why })),
    el("p", { class: "about", text: about(person) }));
}
