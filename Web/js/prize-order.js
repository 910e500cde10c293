// @ts-check
// The form in which organizers write in which order level people or units stand, with their reason.
import { busy, el } from "./dom.js";
import { t } from "./i18n.js";

let ids = 0;

/**
 * @param {{ id: string, name: string, about?: string }[]} level
 * @param {(order: string[], reason: string) => Promise<void>} keep
 */
export function orderForm(level, keep) {
  const fault = el("p", { class: "field-fault", role: "alert" });
  const reason = el("input", { id: `order-reason-${(ids += 1)}`, type: "text", maxlength: 500, autocomplete: "off" });
  const choices = level.map((one) => {
    const choice = el("select", { "aria-label": t("prizes.order", { name: one.name }) },
      el("option", { value: "", text: "–" }), ...level.map((_, i) => el("option", { value: i + 1, text: i + 1 })));
    return { one, choice };
  });
  const button = el("button", { class: "button", type: "submit", text: t("prizes.decide") });
  const submit = (event) => {
    event.preventDefault();
    const chosen = choices.filter(({ choice }) => choice.value).sort((a, b) => a.choice.value - b.choice.value);
    fault.textContent = "";
    if (!chosen.length || chosen.some(({ choice }, i) => Number(choice.value) !== i + 1)) {
      fault.textContent = t("prizes.fault.order");
      return choices[0].choice.focus();
    }
    if (!reason.value.trim()) {
      fault.textContent = t("prizes.fault.text");
      return reason.focus();
    }
    void busy(button, () => keep(chosen.map(({ one }) => one.id), reason.value.trim()));
  };
  return el("form", { on: { submit } },
    levelList(choices.map(({ one, choice }) => ({ ...one, choice }))),
    el("div", { class: "field" }, el("label", { for: reason.id, text: t("prizes.reason") }), reason),
    fault, el("p", { class: "actions" }, button));
}

/** @param {{ name: string, about?: string, choice?: HTMLElement }[]} level */
export const levelList = (level) => el("ul", { class: "people" }, ...level.map(({ name, about, choice }) => el("li", { class: "open" },
  el("div", {}, el("p", {}, el("span", { class: "name", text: name })), about && el("p", { class: "about", text: about })), choice)));
