// @ts-check
// Asks why: nobody loses a prize without a reason on record.
import { busy, byId, closeDialog, openDialog } from "./dom.js";
import { t } from "./i18n.js";
import { showProblem } from "./problems.js";

/** @type {((reason: string, kind: string) => Promise<void>) | undefined} */
let keep;

/** Opens the dialog.
 * @param {{heading: string, who: string, withKind: boolean, act: (reason: string, kind: string) => Promise<void>}} question
 *   `act` may throw: the dialog stays open and shows it */
export function askReason({ heading, who, withKind, act }) {
  keep = act;
  byId("reason-heading").textContent = heading;
  byId("reason-who").textContent = who;
  byId("reason-kind-field").hidden = !withKind;
  byId("reason-text").value = "";
  told();
  openDialog(byId("reason-dialog"));
  byId(withKind ? "reason-kind" : "reason-text").focus();
}

/** Wires the dialog's buttons, once. */
export function wireReason() {
  byId("reason-cancel").onclick = () => closeDialog(byId("reason-dialog"));
  byId("reason-form").onsubmit = (event) => {
    event.preventDefault();
    const reason = byId("reason-text").value.trim();
    if (!reason) return told(t("prizes.fault.text"));
    void busy(byId("reason-form").querySelector('[type="submit"]'), async () => {
      try {
        await keep?.(reason, byId("reason-kind").value);
        closeDialog(byId("reason-dialog"));
      } catch (error) {
        showProblem(byId("reason-problem"), error);
      }
    });
  };
}

/** @param {string} [fault] */
function told(fault) {
  const text = byId("reason-text");
  showProblem(byId("reason-problem"));
  if (!fault) return text.removeAttribute("aria-invalid");
  text.setAttribute("aria-invalid", "true");
  byId("reason-problem").textContent = fault;
  text.focus();
}
