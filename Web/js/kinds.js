// @ts-check
// Questions that are put in order, matched or answered in writing. Fetched only for papers that have such.
import { moved, isNumber, pairs, written } from "./choices.js";
import { el, icon } from "./dom.js";
import { addTexts, t } from "./i18n.js";
import { showMessage } from "./message.js";
import { frame } from "./question.js";
import { viKinds } from "./texts.kinds.vi.js";

/** @typedef {import("./question.js").Item} Item
 * @typedef {import("./question.js").View} View */

addTexts(viKinds, "kinds");

const sheet = el("link", { rel: "stylesheet", href: "/css/kinds.css" });
/** When the look of these questions is there, or cannot be had. @type {Promise<void>} */
export const dressed = new Promise((done) => {
  sheet.onload = sheet.onerror = () => done();
});
document.head.append(sheet);

/** @param {HTMLFormElement} form @param {Item} item @param {(value: any) => void} chosen @param {() => void} flag @returns {View} */
export function showKind(form, item, chosen, flag) {
  switch (item.kind) {
    case "order": return showOrder(form, item, chosen, flag);
    case "match": return showMatch(form, item, chosen, flag);
    case "message": return showMessage(form, item, chosen, flag);
    default: return showWritten(form, item, chosen, flag);
  }
}

/** @param {HTMLFormElement} form @param {Item} item @param {(value: string[]) => void} chosen @param {() => void} flag @returns {View} */
function showOrder(form, item, chosen, flag) {
  const options = item.options ?? [];
  const shown = options.map(({ id }) => id);
  let order = shown;
  const status = el("p", { class: "unseen", role: "status" });
  const move = (option, by) => {
    const next = moved(order, order.indexOf(option.id), by);
    if (next === order) return;
    chosen(next);
    status.textContent = t("order.moved", { text: option.text, n: next.indexOf(option.id) + 1, of: next.length });
  };
  const rows = new Map(options.map((option) => {
    const button = (by, name, key) => el("button", { type: "button", class: "mover", "aria-label": t(key, { text: option.text }), on: { click: () => move(option, by) } }, icon(name));
    const parts = { place: el("span", { class: "place" }), up: button(-1, "up", "order.up"), down: button(1, "down", "order.down") };
    const row = el("li", {}, parts.place, el("span", { class: "body", text: option.text }), el("span", { class: "movers" }, parts.up, parts.down));
    return [option.id, { row, ...parts }];
  }));
  const list = el("ol", { class: "order", "aria-labelledby": "prompt" });
  const keep = el("button", { type: "button", class: "button secondary", text: t("order.keep"), on: { click: () => chosen(order) } });
  const framed = frame(form, item, flag, () => chosen([]), el("p", { class: "kind", text: t("order.hint") }), list, el("p", { class: "keep" }, keep), status);
  return {
    heading: framed.heading,
    update(value, flagged) {
      framed.update(value, flagged);
      order = value?.length ? value : shown;
      list.classList.toggle("unset", !value?.length);
      keep.parentNode.hidden = !!value?.length;
      const held = document.activeElement;
      const wanted = order.map((id) => rows.get(id)).filter((row) => row !== undefined);
      if (wanted.some(({ row }, i) => list.children[i] !== row)) list.append(...wanted.map(({ row }) => row));
      // A node that is moved loses the focus.
      if (list.contains(held) && held !== document.activeElement) /** @type {HTMLElement} */ (held).focus({ preventScroll: true });
      wanted.forEach(({ place, up, down }, i) => {
        place.textContent = String(i + 1);
        up.setAttribute("aria-disabled", String(i === 0));
        down.setAttribute("aria-disabled", String(i === wanted.length - 1));
      });
    },
  };
}

/** Beyond this a closed list on a phone no longer shows the whole text. */
const FITS = 28;

/** @param {HTMLFormElement} form @param {Item} item @param {(value: string[][]) => void} chosen @param {() => void} flag @returns {View} */
function showMatch(form, item, chosen, flag) {
  const lefts = item.lefts ?? [];
  const rights = item.rights ?? [];
  const long = rights.some(({ text }) => text.length > FITS);
  const label = (i) => (long ? `${String.fromCharCode(65 + i)}. ` : "") + rights[i].text.replace(/\s+/g, " ");
  const selects = lefts.map(({ id }) => el("select", { id: `left-${id}` },
    el("option", { value: "", text: t("match.pick") }),
    ...rights.map((right, i) => el("option", { value: right.id, text: label(i) }))));
  const rows = lefts.map((left, i) => el("li", {}, el("label", { for: selects[i].id, text: left.text }), selects[i]));
  const framed = frame(form, item, flag, () => chosen([]),
    el("p", { class: "kind", text: t("match.hint") }),
    long && el("ul", { class: "rights" }, ...rights.map((right, i) => el("li", {}, el("b", { text: `${String.fromCharCode(65 + i)}. ` }), right.text))),
    el("ol", { class: "match" }, ...rows));
  form.onchange = () => chosen(pairs(lefts.map(({ id }) => id), selects.map((select) => select.value)));
  return {
    heading: framed.heading,
    update(value, flagged) {
      framed.update(value, flagged);
      const given = new Map(value ?? []);
      lefts.forEach(({ id }, i) => {
        selects[i].value = given.get(id) ?? "";
        rows[i].classList.toggle("picked-row", given.has(id));
      });
    },
  };
}

/** @param {HTMLFormElement} form @param {Item} item @param {(value: string[]) => void} chosen @param {() => void} flag @returns {View} */
function showWritten(form, item, chosen, flag) {
  const numeric = item.kind === "numeric";
  const input = el("input", {
    id: "written", type: "text", maxlength: 200, autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "done",
    inputmode: numeric ? "decimal" : "text", "aria-labelledby": "prompt written-unit", "aria-describedby": "written-hint written-fault",
  });
  const fault = el("p", { id: "written-fault", class: "prediction-read prediction-fault", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  const take = () => {
    clearTimeout(typing);
    typing = undefined;
    const value = written(input.value);
    const unread = numeric && value.length > 0 && !isNumber(value[0]);
    fault.textContent = unread ? t("numeric.unread") : "";
    if (unread) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    chosen(value);
  };
  const framed = frame(form, item, flag, () => {
    input.value = "";
    take();
  }, el("p", { class: "kind", id: "written-hint", text: t(numeric ? "numeric.hint" : "short.hint") }),
  el("p", { class: numeric ? "written number-field" : "written" }, input, el("span", { id: "written-unit", class: "unit", text: item.unit ?? "" })), fault);
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(take, 900);
  });
  input.addEventListener("change", take);
  form.onsubmit = (event) => {
    event.preventDefault();
    take();
  };
  return {
    heading: framed.heading,
    flush: () => typing && take(),
    update(value, flagged) {
      framed.update(value, flagged);
      if (document.activeElement !== input && !typing) input.value = value?.[0] ?? "";
    },
  };
}
