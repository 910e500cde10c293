// @ts-check
// A text field with a list from the server (WAI-ARIA combobox with list autocomplete).
import { el } from "./dom.js";
import { nextActive, SearchMemory } from "./fold.js";
import { t } from "./i18n.js";

const LIMIT = 20;

/** @typedef {{code: string, title: string, path?: string}} Unit */

/** @param {{input: HTMLInputElement, list: HTMLElement, picked: HTMLElement, status: HTMLElement}} parts
 * @param {(query: string, limit: number) => Promise<Unit[]>} search
 * @returns {{value: () => Unit | undefined, reset: () => void}} */
export function unitCombobox({ input, list, picked, status }, search) {
  /** @type {SearchMemory<Unit>} */
  let memory = new SearchMemory();
  /** @type {Unit[]} */
  let items = [];
  /** @type {Unit | undefined} */
  let chosen;
  let active = -1;
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;

  const open = () => !list.hidden;
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (at) => {
    active = at;
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const choose = (unit) => {
    chosen = unit;
    picked.textContent = unit ? t("unit.picked", { path: unit.path ?? unit.title }) : "";
    if (!unit) return;
    input.value = unit.title;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const show = (found) => {
    items = found;
    list.replaceChildren(...found.map((unit, i) =>
      el("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" }, unit.title, unit.path && unit.path !== unit.title && el("small", { text: unit.path }))));
    status.textContent = found.length ? t("unit.count", { n: found.length }) : t("unit.none");
    picked.textContent = found.length ? "" : t("unit.none");
    list.hidden = !found.length;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", String(found.length > 0));
  };
  const look = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    const known = memory.recall(query);
    if (known) return show(known);
    try {
      const found = await search(query, LIMIT);
      memory.remember(query, found);
      if (mine === turn && document.activeElement === input) show(found);
    } catch {
      if (mine === turn) picked.textContent = status.textContent = t("unit.trouble");
    }
  };

  // `input` and not keys: Telex and VNI compose letters; what stands in the field is what counts.
  input.addEventListener("input", () => {
    choose(undefined);
    clearTimeout(typing);
    typing = setTimeout(look, 200);
  });
  input.addEventListener("click", () => {
    if (!open() && !chosen) void look();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (!open() && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return void look();
    }
    const next = open() ? nextActive(event.key, active, items.length) : undefined;
    if (next !== undefined) {
      event.preventDefault();
      point(next);
    } else if (event.key === "Enter" && open()) {
      event.preventDefault();
      if (active >= 0 || items.length === 1) choose(items[Math.max(0, active)]);
      close();
    } else if (event.key === "Escape" && open()) {
      event.preventDefault();
      close();
    }
  });
  // The list must not take the focus away from the field before the tap is a choice.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest('[role="option"]');
    if (!row) return;
    choose(items[[...list.children].indexOf(row)]);
    close();
    input.focus();
  });
  input.addEventListener("blur", () => {
    turn += 1;
    clearTimeout(typing);
    // Leaving with one match left in view means that one.
    if (open() && !chosen && items.length === 1 && input.value.trim()) choose(items[0]);
    close();
  });

  return {
    value: () => chosen,
    reset: () => {
      memory = new SearchMemory();
      choose(undefined);
      input.value = "";
      close();
    },
  };
}
