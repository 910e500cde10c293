// @ts-check
// One question, or the prediction, as a form: built once, then only its state changes, so the focus stays put.
import { el, icon } from "./dom.js";
import { decimal, t } from "./i18n.js";

/** @typedef {{key: string, position?: number, kind: string, prompt: string, options?: {id: string, text: string}[], decimals?: number}} Item
 * @typedef {{update: (value: any, flagged: boolean) => void, pick?: (index: number) => void, heading: HTMLElement}} View */

/** @param {HTMLFormElement} form @param {Item} item @param {(value: any) => void} chosen @param {() => void} flag @returns {View} */
export function showQuestion(form, item, chosen, flag) {
  return item.kind === "prediction" ? showPrediction(form, item, chosen) : showChoices(form, item, chosen, flag);
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
  const heading = el("span", { tabindex: -1, text: t("question.legend", { n: item.position ?? "", prompt: item.prompt }) });
  const flagButton = el("button", { type: "button", class: "link", "aria-pressed": "false", on: { click: flag } }, icon("flag"), el("span", { text: t("question.flag") }));
  const clear = el("button", { type: "button", class: "link", text: t("question.clear"), on: { click: () => chosen([]) } });
  form.replaceChildren(
    el("fieldset", { class: "question" },
      el("legend", {}, heading),
      el("div", { class: "options" }, many && el("p", { class: "kind", text: t("question.many") }), ...rows)),
    el("div", { class: "question-tools" }, flagButton, clear));
  const read = () => inputs.filter((input) => input.checked).map((input) => input.value);
  form.onchange = () => chosen(read());
  form.onsubmit = (event) => event.preventDefault();
  return {
    heading,
    update(value, flagged) {
      inputs.forEach((input, i) => {
        input.checked = (value ?? []).includes(input.value);
        rows[i].classList.toggle("picked-row", input.checked);
      });
      flagButton.setAttribute("aria-pressed", String(flagged));
      flagButton.lastChild.textContent = t(flagged ? "question.flagged" : "question.flag");
      clear.hidden = !value?.length;
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
  input.addEventListener("change", () => {
    clearTimeout(typing);
    take();
  });
  form.onchange = null;
  form.onsubmit = (event) => {
    event.preventDefault();
    take();
  };
  return {
    heading,
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
