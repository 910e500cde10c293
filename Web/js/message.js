// @ts-check
// A message as it might come in; the parts that give it away are marked. Nothing in it can be followed or opened.
import { el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { frame } from "./question.js";

/** Whose name stands before its text: there it says what the text is. */
const NAMED = ["sender", "to", "time", "subject"];

/** @param {HTMLFormElement} form @param {import("./question.js").Item} item @param {(value: string[]) => void} chosen @param {() => void} flag
 * @returns {import("./question.js").View} */
export function showMessage(form, item, chosen, flag) {
  const parts = item.parts ?? [];
  /** @type {string[]} */
  let marked = [];
  const toggle = (id) => chosen(parts.map((part) => part.id).filter((other) => (other === id) !== marked.includes(other)));
  const buttons = parts.map((part) => el("button", { type: "button", class: `part part-${part.role}`, "aria-pressed": "false", on: { click: () => toggle(part.id) } },
    el("span", { class: NAMED.includes(part.role) ? "role" : "unseen", text: `${t(`role.${part.role}`)}: ` }),
    el("span", { class: "body" }, part.role === "attachment" && icon("clip"), part.text),
    el("span", { class: "mark" }, icon("alert"))));
  const framed = frame(form, item, flag, () => chosen([]),
    el("p", { class: "kind", text: t("message.hint") }),
    el("div", { class: `message message-${item.channel}`, role: "group", "aria-label": t(`channel.${item.channel}`) },
      el("p", { class: "channel", "aria-hidden": "true", text: t(`channel.${item.channel}`) }), ...buttons));
  return {
    heading: framed.heading,
    update(value, flagged) {
      framed.update(value, flagged);
      marked = value ?? [];
      parts.forEach((part, i) => buttons[i].setAttribute("aria-pressed", String(marked.includes(part.id))));
    },
    pick(index) {
      if (!parts[index]) return;
      buttons[index].focus();
      toggle(parts[index].id);
    },
  };
}
