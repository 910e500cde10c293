// @ts-check
// One question, or the prediction, as a form: built once, then only its state changes, so the focus stays put.
import { el, icon } from "./dom.js";
import { decimal, t } from "./i18n.js";

/** @typedef {{id: string, text: string, role?: string}} Choosable
 * @typedef {{key: string, position?: number, kind: string, prompt: string, media?: any, options?: Choosable[], lefts?: Choosable[], rights?: Choosable[],
 *   parts?: Choosable[], channel?: string, unit?: string, decimals?: number}} Item
 * @typedef {{update: (value: any, flagged: boolean) => void, pick?: (index: number) => void, flush?: () => void, heading: HTMLElement}} View
 *   `flush`: takes what is typed and not yet told */

/** @type {typeof import("./kinds.js") | undefined} */
let kinds;
let tries = 0;

/** Whether this file is all that the question needs. @param {Item} item */
export const isPlain = (item) => ["single", "multiple", "trueFalse", "prediction"].includes(item.kind);

/** Fetches what the other kinds need; under another name when it failed, since browsers keep a failure. */
export async function loadKinds() {
  try {
    const module = await import(tries ? `./kinds.js?${tries}` : "./kinds.js");
    await module.dressed;
    kinds = module;
  } catch (error) {
    tries += 1;
    throw error;
  }
}

/** @param {HTMLFormElement} form @param {Item} item @param {(value: any) => void} chosen @param {() => void} flag @returns {View} */
export function showQuestion(form, item, chosen, flag) {
  if (item.kind === "prediction") return showPrediction(form, item, chosen);
  if (isPlain(item)) return showChoices(form, item, chosen, flag);
  if (kinds) return kinds.showKind(form, item, chosen, flag);
  return frame(form, item, flag, () => {}, el("p", { class: "kind", text: t("question.loading") }));
}

/** What all questions have around them. @param {HTMLFormElement} form @param {Item} item @param {() => void} flag @param {() => void} clear
 * @param {any[]} content @returns {View} */
export function frame(form, item, flag, clear, ...content) {
  const heading = el("span", { id: "prompt", tabindex: -1, text: t("question.legend", { n: item.position ?? "", prompt: item.prompt }) });
  const flagButton = el("button", { type: "button", class: "link", "aria-pressed": "false", on: { click: flag } }, icon("flag"), el("span", { text: t("question.flag") }));
  const clearButton = el("button", { type: "button", class: "link", text: t("question.clear"), on: { click: clear } });
  form.replaceChildren(el("fieldset", { class: "question" }, el("legend", {}, heading), item.media && picture(item.media), ...content), el("div", { class: "question-tools" }, flagButton, clearButton));
  form.onchange = null;
  form.onsubmit = (event) => event.preventDefault();
  return {
    heading,
    update(value, flagged) {
      flagButton.setAttribute("aria-pressed", String(flagged));
      flagButton.lastChild.textContent = t(flagged ? "question.flagged" : "question.flag");
      clearButton.hidden = !value?.length;
    },
  };
}

/** The picture of a question; what it can do besides comes later. @param {any} media @param {string} [loading] */
export function picture({ url, width, height, alt }, loading) {
  const img = el("img", { loading, src: url, width, height, alt });
  const box = el("div", { class: "picture" }, img);
  import("./picture.js").then(({ tend }) => tend(box, img), () => {});
  return box;
}

/** @param {HTMLFormElement} form @param {Item} item @param {(value: string[]) => void} chosen @param {() => void} flag @returns {View} */
function showChoices(form, item, chosen, flag) {
  const many = item.kind === "multiple";
  const options = item.options ?? [];
  /** @type {HTMLInputElement[]} */
  const inputs = options.map((option) => el("input", { type: many ? "checkbox" : "radio", name: "choice", value: option.id }));
  const rows = options.map((option, i) => el("label", { class: "option" },
    inputs[i],
    el("span", { class: "letter", text: `${String.fromCharCode(65 + i)}.` }),
    el("span", { class: "body", text: option.text })));
  const framed = frame(form, item, flag, () => chosen([]), el("div", { class: "options" }, many && el("p", { class: "kind", text: t("question.many") }), ...rows));
  const read = () => inputs.filter((input) => input.checked).map((input) => input.value);
  form.onchange = () => chosen(read());
  return {
    heading: framed.heading,
    update(value, flagged) {
      framed.update(value, flagged);
      inputs.forEach((input, i) => {
        input.checked = (value ?? []).includes(input.value);
        rows[i].classList.toggle("picked-row", input.checked);
      });
    },
    pick(index) {
      const input = inputs[index];
      if (!input) return;
      if (many) input.checked = !input.checked;
      else input.checked = true;
      input.focus();
      chosen(read());
    },
  };
}

/** @param {HTMLFormElement} form @param {Item} item @param {(value: string) => void} chosen @returns {View} */
function showPrediction(form, item, chosen) {
  const decimals = item.decimals ?? 0;
  const heading = el("label", { for: "prediction", tabindex: -1, text: item.prompt });
  const input = el("input", { id: "prediction", type: "text", inputmode: decimals ? "decimal" : "numeric", class: "short", maxlength: 24, autocomplete: "off", "aria-describedby": "prediction-hint prediction-read" });
  const read = el("p", { id: "prediction-read", class: "prediction-read", role: "status" });
  form.replaceChildren(el("div", { class: "question field" },
    el("p", { class: "kind" }, t("prediction.kind")),
    heading,
    el("p", { class: "hint", id: "prediction-hint", text: t(decimals ? "prediction.hintDecimals" : "prediction.hint", { n: decimals }) }),
    input, read));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  const take = () => {
    clearTimeout(typing);
    typing = undefined;
    const result = readPrediction(input.value, decimals);
    const fault = "fault" in result && result.fault !== "empty";
    input.toggleAttribute("aria-invalid", fault);
    if (fault) input.setAttribute("aria-invalid", "true");
    read.classList.toggle("prediction-fault", fault);
    if (fault) read.textContent = t(`prediction.${/** @type {any} */ (result).fault}`, { n: decimals });
    else if ("value" in result) chosen(result.value);
  };
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(take, 900);
  });
  input.addEventListener("change", take);
  form.onchange = null;
  form.onsubmit = (event) => {
    event.preventDefault();
    take();
  };
  return {
    heading,
    flush: () => typing && take(),
    update(value) {
      if (document.activeElement !== input) input.value = show(value);
      if (!read.classList.contains("prediction-fault")) read.textContent = value ? t("prediction.read", { value: show(value) }) : "";
    },
  };
}

/** @param {string | undefined} value  with a comma or, from elsewhere, a full stop */
const show = (value) => (value ?? "").replace(/[.,]/, decimal());
/** Reads a number the way people type it: 87,5 and 87.5 are the same.
 * @param {string} text @param {number} decimals  how many the question allows
 * @returns {{value: string} | {fault: "empty" | "notNumber" | "tooManyDecimals"}}  value with a comma, as it is sent */
export function readPrediction(text, decimals) {
  const compact = text.replace(/[\s\u00a0%]/g, "");
  if (!compact) return { fault: "empty" };
  // Only where no fraction is asked for can 12.345 mean twelve thousand; elsewhere it would be a guess.
  const plain = decimals === 0 && /^\d{1,3}([.,]\d{3})+$/.test(compact) ? compact.replace(/[.,]/g, "") : compact;
  const parts = /^(\d{1,10})(?:[.,](\d+))?$/.exec(plain);
  if (!parts) return { fault: "notNumber" };
  const whole = parts[1].replace(/^0+(?=\d)/, "");
  const fraction = (parts[2] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return { fault: "tooManyDecimals" };
  return { value: fraction ? `${whole},${fraction}` : whole };
}
