// @ts-check
// The grid of all questions: beside the question on wide screens, a drawer on phones.
import { byId, closeDialog, el, icon, openDialog } from "./dom.js";
import { t } from "./i18n.js";

/** @param {{key: string, label: string}[]} items @param {(index: number) => void} go @param {() => void} toSummary
 * @returns {{update: (states: {answered: boolean, flagged: boolean}[], current: number) => void, close: () => void}} */
export function palette(items, go, toSummary) {
  const node = byId("palette");
  const dialog = byId("palette-dialog");
  const close = () => {
    if (dialog.open) closeDialog(dialog);
  };
  const buttons = items.map((item, i) => el("button", { type: "button", on: { click: () => { close(); go(i); } } }));
  byId("palette-list").replaceChildren(...buttons.map((button) => el("li", {}, button)));

  const wide = matchMedia("(min-width: 60rem)");
  const place = () => {
    close();
    byId(wide.matches ? "palette-home" : "palette-drawer").append(node);
  };
  wide.onchange = place;
  place();
  byId("open-palette").onclick = () => {
    openDialog(dialog);
    /** @type {HTMLElement | null} */ (node.querySelector("[aria-current]"))?.focus();
  };
  byId("palette-close").onclick = close;
  byId("to-summary").onclick = () => {
    close();
    toSummary();
  };
  dialog.onclick = (event) => {
    if (event.target === dialog) close();
  };

  return {
    close,
    update(states, current) {
      states.forEach(({ answered, flagged }, i) => {
        const words = [items[i].label, t(answered ? "palette.answered" : "palette.unanswered"), flagged && t("palette.flagged")];
        buttons[i].className = answered ? "answered" : "";
        buttons[i].setAttribute("aria-label", words.filter(Boolean).join(", "));
        buttons[i].toggleAttribute("aria-current", i === current);
        if (i === current) buttons[i].setAttribute("aria-current", "true");
        buttons[i].replaceChildren(
          el("span", { text: items[i].key === "prediction" ? t("palette.predictionShort") : items[i].key }),
          el("span", { class: "marks" }, icon(answered ? "done" : "empty"), flagged && icon("flag")));
      });
    },
  };
}
