// @ts-check
// What only some contests ask when somebody registers: an identification number, no unit, no position, or work that keeps
// machines out.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { addTexts, t } from "./i18n.js";
import { viPrivacy } from "./texts.privacy.vi.js";

/** @param {any} contest */
export async function extraFields(contest) {
  await addTexts(viPrivacy, "privacy");
  const { group, unit, idNumber, proofOfWork } = contest.registration;
  const field = (name) => /** @type {HTMLElement} */ (document.querySelector(`#register-form [data-field="${name}"]`));
  field("group").hidden = group === "no";
  field("unit").hidden = unit === "no";
  const number = idNumber === "no" ? undefined : numberField(idNumber === "required");
  if (number) field("phone").after(number);
  return {
    /** @param {boolean} isChild  or nobody knows yet */
    adapt(isChild) {
      if (number) number.hidden = isChild;
    },
    async body() {
      const typed = number && !number.hidden ? byId("idNumber").value.trim() : "";
      return {
        ...(typed ? { idNumber: typed } : {}),
        ...(proofOfWork ? { proof: await proof(`/contests/${encodeURIComponent(contest.id)}/challenge`) } : {}),
      };
    },
  };
}

/** @param {boolean} isRequired */
function numberField(isRequired) {
  return el("div", { class: "field", data: { field: "idNumber" }, hidden: true },
    el("label", { for: "idNumber", text: t(isRequired ? "privacy.idNumber" : "privacy.idNumberOptional") }),
    el("p", { class: "hint", id: "idNumber-hint", text: t("privacy.idNumberHint") }),
    el("input", { id: "idNumber", type: "text", inputmode: "numeric", autocomplete: "off", maxlength: "20", "aria-describedby": "idNumber-hint" }));
}

/** Fetches a challenge and solves it beside the page; old browsers without module workers do it in the page itself.
 * @param {string} path */
async function proof(path) {
  const challenge = await get(path);
  try {
    return await new Promise((solved, failed) => {
      const worker = new Worker("/js/proof.js", { type: "module" });
      const end = (act) => (event) => {
        worker.terminate();
        act(event);
      };
      worker.onmessage = end((event) => solved(event.data));
      worker.onerror = end(failed);
      worker.postMessage(challenge);
    });
  } catch {
    return (await import("./proof.js")).solve(challenge);
  }
}
