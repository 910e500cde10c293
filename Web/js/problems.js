// @ts-check
// Saying what went wrong: what happened, what to do, and the request's id to quote when asking for help.
import { Problem } from "./api.js";
import { byId, el } from "./dom.js";
import { language, t } from "./i18n.js";

/** @param {unknown} error @returns {string} one sentence or two for a person */
export function problemText(error) {
  if (!(error instanceof Problem)) return t("problem.page");
  const said = language === "vi" ? error.body?.detail : error.body?.detailEn ?? error.body?.detail;
  if (said) return said;
  if (error.status === 0) return t("problem.offline");
  if (error.status === 503 || error.status === 429) return t("problem.busy");
  if (error.status >= 500) return t("problem.server");
  return t("problem.other", { status: error.status });
}

/** Puts the problem into `box` (empty text clears it). @param {HTMLElement} box @param {unknown} [error] */
export function showProblem(box, error) {
  if (error === undefined) return box.replaceChildren();
  if (!(error instanceof Problem)) console.error(error);
  const id = error instanceof Problem ? error.requestId : undefined;
  box.replaceChildren(
    el("div", { class: "notice notice-bad" },
      el("p", { text: problemText(error) }),
      id && el("p", { class: "request", text: t("problem.request", { id }) })),
  );
}

/** @typedef {{field: string, message: string}} Fault */

/** Error summary with focus, a link to each field, and the same words beside the field. No faults: all is cleared.
 * A field is `[data-field]`, and the element to focus has its name as id. @param {HTMLFormElement} form @param {Fault[]} faults */
export function showFaults(form, faults) {
  const summary = /** @type {HTMLElement} */ (form.querySelector(".error-summary"));
  for (const old of form.querySelectorAll(".field-fault")) old.remove();
  for (const field of form.querySelectorAll(".has-fault")) field.classList.remove("has-fault");
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    const described = (input.getAttribute("aria-describedby") ?? "").replace(/\S+-fault/g, "").trim();
    if (described) input.setAttribute("aria-describedby", described);
    else input.removeAttribute("aria-describedby");
  }
  summary.hidden = !faults.length;
  const mark = `${t("problem.mark")} `;
  document.title = (faults.length ? mark : "") + document.title.replace(mark, "");
  if (!faults.length) return;

  summary.replaceChildren(
    el("h2", { text: t("problem.summary") }),
    el("ul", {}, ...faults.map(({ field, message }) => el("li", {}, faultLink(form, field, message)))),
  );
  for (const { field, message } of faults) {
    const box = form.querySelector(`[data-field="${CSS.escape(field)}"]`);
    if (!box || box.querySelector(".field-fault")) continue;
    // The server asks for what the page thought it need not ask.
    box.hidden = false;
    const id = `${field}-fault`;
    const words = el("p", { class: "field-fault", id, text: message });
    box.classList.add("has-fault");
    const input = byId(field, form);
    input.before(words);
    if (input.parentElement?.classList.contains("combobox") || input.parentElement?.classList.contains("joined")) input.parentElement.before(words);
    if (input.matches("input, select")) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
    }
  }
  summary.focus();
  summary.scrollIntoView({ block: "start" });
}

/** @param {HTMLFormElement} form @param {string} field @param {string} message */
function faultLink(form, field, message) {
  const target = form.querySelector(`#${CSS.escape(field)}`);
  if (!target) return message;
  const focus = (event) => {
    event.preventDefault();
    const input = /** @type {HTMLElement} */ (target.matches("input, select") ? target : target.querySelector("input") ?? target);
    form.querySelector(`[data-field="${CSS.escape(field)}"]`)?.scrollIntoView({ block: "start" });
    input.focus({ preventScroll: true });
  };
  return el("a", { href: `#${field}`, text: message, on: { click: focus } });
}
