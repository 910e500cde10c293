// @ts-check
// Asks before something is done that cannot be taken back, and why where somebody answers for it.
import { busy, byId, closeDialog, openDialog } from "./dom.js";
import { t } from "./i18n.js";
import { showProblem } from "./problems.js";

/** @type {((reason: string, force: boolean) => Promise<void>) | undefined} */
let run;
let needsReason = false;

/** @param {{heading: string, text: string, withReason: boolean, withForce?: boolean, act: (reason: string, force: boolean) => Promise<void>}} question
 *   `act` may throw: the dialog stays open and shows it */
export function ask({ heading, text, withReason, withForce = false, act }) {
  run = act;
  needsReason = withReason;
  byId("ask-heading").textContent = heading;
  byId("ask-text").textContent = text;
  byId("ask-reason-field").hidden = !withReason;
  byId("ask-force-field").hidden = !withForce;
  byId("ask-reason").value = "";
  byId("ask-reason").removeAttribute("aria-invalid");
  byId("ask-force").checked = false;
  showProblem(byId("ask-problem"));
  openDialog(byId("ask"));
  byId(withReason ? "ask-reason" : "ask-cancel").focus();
}

/** Wires the dialog's buttons, once. */
export function wireDialog() {
  byId("ask-cancel").onclick = () => closeDialog(byId("ask"));
  byId("ask-form").onsubmit = (event) => {
    event.preventDefault();
    const reason = byId("ask-reason").value.trim();
    showProblem(byId("ask-problem"));
    if (needsReason && !reason) {
      byId("ask-reason").setAttribute("aria-invalid", "true");
      byId("ask-problem").textContent = t("privacy.fault.reason");
      return byId("ask-reason").focus();
    }
    void busy(byId("ask-form").querySelector('[type="submit"]'), async () => {
      try {
        await run?.(reason, byId("ask-force").checked);
        closeDialog(byId("ask"));
      } catch (error) {
        showProblem(byId("ask-problem"), error);
      }
    });
  };
}
