// @ts-check
// Requests about personal data, as the person and the staff see them.
import { el } from "./dom.js";
import { formatDate } from "./format.js";
import { t } from "./i18n.js";

const DAY = 86_400_000;

/** What is due next, and whether it is late. @param {any} request @param {number} now */
export function dueOf(request, now) {
  if (request.closedAt) return undefined;
  const at = Date.parse(request.state === "open" && Date.parse(request.answerBy) < Date.parse(request.doneBy) ? request.answerBy : request.doneBy);
  return { at, isAnswer: request.state === "open", days: Math.ceil((at - now) / DAY), isLate: at <= now };
}

/** @param {any} request @param {number} now */
export function dueBadge(request, now) {
  const due = dueOf(request, now);
  if (!due) return el("span", { class: `badge ${request.state === "done" ? "badge-good" : "badge-bad"}`, text: t(`privacy.state.${request.state}`) });
  const words = due.isLate ? t("privacy.late") : t(due.isAnswer ? "privacy.answerIn" : "privacy.doneIn", { days: due.days, day: formatDate(due.at - 1) });
  return el("span", { class: `badge ${due.isLate ? "badge-bad" : due.days <= 2 ? "badge-warn" : ""}`, text: words });
}

/** @param {any} request */
export const requestHeading = (request) => `${t("privacy.number", { n: request.number })}: ${t(`privacy.kind.${request.kind}`)}`;

/** @param {any[]} requests @param {number} now @param {(request: any) => any[]} [more]  besides what the person sees */
export function requestLines(requests, now, more = () => []) {
  if (!requests.length) return [el("li", { class: "about", text: t("privacy.noRequests") })];
  return requests.map((request) => el("li", {},
    el("p", {}, el("span", { class: "name", text: requestHeading(request) }), " ", dueBadge(request, now)),
    request.wish && el("p", { class: "wish", text: request.wish }),
    el("p", { class: "about", text: t("privacy.received", { day: formatDate(request.receivedAt), channel: t(`privacy.channel.${request.channel}`) }) }),
    request.extensionReason && el("p", { class: "about", text: t("privacy.extended", { reason: request.extensionReason }) }),
    request.reply && el("p", { class: "about", text: t("privacy.reply", { reply: request.reply }) }),
    ...more(request)));
}
