// @ts-check
// One question of a sealed paper with the right answer, the own one and why.
import { el, icon } from "./dom.js";
import { formatScore } from "./format.js";
import { addTexts, decimal, t } from "./i18n.js";
import { picture } from "./question.js";
import { viKinds } from "./texts.kinds.vi.js";

addTexts(viKinds, "kinds");

/** One line: what is right or was chosen, with a word on it.
 * @typedef {{text: string, state: "right" | "missed" | "", why?: string, before?: string}} Row */

/** @param {any} question */
export function review(question) {
  const verdict = question.score === question.maxScore ? "right" : !question.choice?.length ? "blank" : question.score > 0 ? "partly" : "wrong";
  return el("article", { class: "review" },
    el("h3", { text: t("question.legend", { n: question.position, prompt: question.prompt }) }),
    question.media && picture(question.media, "lazy"),
    el("p", {}, icon(verdict === "right" ? "done" : verdict === "wrong" ? "wrong" : "empty"), " ",
      el("strong", { class: verdict === "right" ? "verdict-right" : "verdict-wrong", text: t(`review.${verdict}Verdict`) }),
      ` ${t("review.score", { score: formatScore(question.score, decimal()), of: formatScore(question.maxScore, decimal()) })}`),
    el("ul", {}, ...rows(question).map(({ text, state, why, before }) => el("li", { class: state },
      icon(state === "right" ? "done" : state === "missed" ? "wrong" : "empty"),
      el("span", { class: "body" }, before && el("b", { text: `${before} ` }), text),
      why && el("span", { class: "why", text: why })))),
    question.explanation && el("p", { class: "explanation", text: question.explanation }),
    question.source && el("p", { class: "source", text: t("review.source", { source: question.source }) }));
}

/** @param {any} question @returns {Row[]} */
export function rows(question) {
  switch (question.kind) {
    case "order": return orderRows(question);
    case "match": return matchRows(question);
    case "short":
    case "numeric": return writtenRows(question);
    case "message": return messageRows(question);
    default: return optionRows(question);
  }
}

/** @param {any} question @returns {Row[]} */
function optionRows({ options, choice = [] }) {
  return options.map(({ id, text, correct }) => {
    const mine = choice.includes(id);
    if (correct) return { text, state: "right", why: t(mine ? "review.rightMine" : "review.right") };
    return { text, state: mine ? "missed" : "", why: mine ? t("review.wrongMine") : "" };
  });
}

/** Parts of a message, named by what they are. @param {any} question @returns {Row[]} */
function messageRows({ parts, choice = [] }) {
  return parts.map(({ id, role, text, suspicious }) => {
    const mine = choice.includes(id);
    const before = `${t(`role.${role}`)}:`;
    if (suspicious) return { before, text, state: "right", why: t(mine ? "review.signMine" : "review.sign") };
    return { before, text, state: mine ? "missed" : "", why: mine ? t("review.signWrong") : "" };
  });
}

/** The right order, each with the own place where that was another. @param {any} question @returns {Row[]} */
function orderRows({ options, key, choice = [] }) {
  return key.map((id, i) => {
    const mine = choice.indexOf(id);
    const text = options.find((option) => option.id === id).text;
    return { before: `${i + 1}.`, text, state: mine === i ? "right" : mine < 0 ? "" : "missed", why: mine < 0 || mine === i ? "" : t("review.mineAt", { n: mine + 1 }) };
  });
}

/** @param {any} question @returns {Row[]} */
function matchRows({ lefts, rights, key, choice = [] }) {
  const text = (id) => rights.find((right) => right.id === id).text;
  const given = new Map(choice);
  return key.map(([left, right]) => {
    const mine = given.get(left);
    const why = mine === right ? t("review.mineRight") : mine ? t("review.mineMatch", { text: text(mine) }) : t("review.nothing");
    return { before: `${lefts.find(({ id }) => id === left).text} →`, text: text(right), state: mine === right ? "right" : mine ? "missed" : "", why };
  });
}

/** @param {any} question @returns {Row[]} */
function writtenRows({ kind, key, choice = [], unit, tolerance, score, maxScore }) {
  const number = (text) => (kind === "numeric" ? text.replace(".", decimal()) : text);
  const measured = (text) => (unit ? `${number(text)} ${unit}` : number(text));
  const isRight = score === maxScore;
  /** @type {Row[]} */
  const mine = choice.length ? [{ text: t("review.mine", { text: kind === "numeric" && unit ? `${choice[0]} ${unit}` : choice[0] }), state: isRight ? "right" : "missed" }] : [];
  return [...mine, {
    before: `${t(key.length > 1 ? "review.keys" : "review.key")}:`,
    text: key.map(measured).join("; "),
    state: "right",
    why: tolerance && t("review.tolerance", { n: number(tolerance) }),
  }];
}
