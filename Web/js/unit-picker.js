// @ts-check
// A field that picks a unit of the register.
import { get } from "./api.js";
import { unitCombobox } from "./combobox.js";
import { el } from "./dom.js";

/** @param {Element} box @param {string} id  of the field @param {string} labelled  id of its label
 * @returns {{value: () => {code: string, title: string} | undefined, reset: () => void}} */
export function unitPicker(box, id, labelled) {
  const input = el("input", { id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list`, autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-labelledby": labelled, hidden: true });
  const picked = el("p", { class: "picked" });
  const status = el("p", { class: "unseen", role: "status" });
  box.replaceChildren(el("div", { class: "combobox" }, input, list), picked, status);
  return unitCombobox({ input, list, picked, status }, async (query, limit) =>
    (await get(`/units?${new URLSearchParams({ q: query, limit: String(limit) })}`)).items);
}
