// @ts-check
// The own password and the own second factor.
import { get, post, Problem, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { language, t } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";
import { qrCode } from "./qr.js";

/** @param {HTMLFormElement} form */
const submit = (form) => /** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]'));

/** Shows faults beside the fields they are about, anything else in the box.
 * @param {HTMLFormElement} form @param {HTMLElement} box @param {unknown} error @param {Record<string, string>} fields  of the server, to ours */
export function showRefusal(form, box, error, fields = {}) {
  const faults = error instanceof Problem ? error.body?.faults : undefined;
  if (!faults) return showProblem(box, error);
  showFaults(form, faults.map((fault) => ({ field: fields[fault.field] ?? fault.field, message: language === "en" ? fault.messageEn : fault.message })));
}

/** @param {() => Promise<void>} refresh */
export function wirePassword(refresh) {
  const form = byId("password-form");
  byId("show-passwords").onchange = () => {
    for (const id of ["current", "new"]) byId(id).type = byId("show-passwords").checked ? "text" : "password";
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    showProblem(byId("password-problem"));
    byId("password-state").textContent = "";
    const [current, fresh] = [byId("current").value, byId("new").value];
    const faults = [
      ...(current ? [] : [{ field: "current", message: t("fault.password") }]),
      ...(fresh ? [] : [{ field: "new", message: t("fault.password") }]),
    ];
    showFaults(form, faults);
    if (faults.length) return;
    void busy(submit(form), async () => {
      try {
        await request("/staff/password", { method: "PUT", body: { current, new: fresh } });
        form.reset();
        byId("show-passwords").onchange();
        await refresh();
        byId("password-state").textContent = t("account.changed");
      } catch (error) {
        showRefusal(form, byId("password-problem"), error);
      }
    });
  };
}

/** @param {boolean} isOn */
export function showTOTP(isOn) {
  byId("totp-state").textContent = t(isOn ? "account.totpOn" : "account.totpOff");
  byId("totp-start").textContent = t(isOn ? "account.totpRemove" : "account.totpStart");
  byId("removal-code-field").hidden = !isOn;
  byId("totp-form").dataset.on = String(isOn);
}

/** @param {() => Promise<void>} refresh */
export function wireTOTP(refresh) {
  const form = byId("totp-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    showProblem(byId("totp-problem"));
    showFaults(form, []);
    const password = byId("totp-password").value;
    if (!password) return showFaults(form, [{ field: "totp-password", message: t("fault.password") }]);
    void busy(byId("totp-start"), async () => {
      try {
        if (form.dataset.on === "true") {
          await post("/staff/totp/removal", { password, code: byId("removal-code").value.trim() });
          form.reset();
          await refresh();
        } else {
          offer(await post("/staff/totp", { password }));
          form.reset();
        }
      } catch (error) {
        showRefusal(form, byId("totp-problem"), error, { password: "totp-password", code: "removal-code" });
      }
    });
  };
  wireConfirmation(refresh);
}

/** @param {{secret: string, link: string, qr: {side: number, path: string}}} made */
function offer({ secret, link, qr }) {
  byId("totp-picture").replaceChildren(qrCode(qr, t("account.totpPicture")));
  byId("totp-secret").textContent = (secret.match(/.{1,4}/g) ?? []).join(" ");
  byId("totp-link").href = link;
  byId("totp-form").hidden = true;
  byId("totp-confirm").hidden = false;
  byId("totp-code").focus();
}

/** @param {() => Promise<void>} refresh */
function wireConfirmation(refresh) {
  const form = byId("totp-confirm");
  form.onsubmit = (event) => {
    event.preventDefault();
    showProblem(byId("confirm-problem"));
    showFaults(form, []);
    void busy(submit(form), async () => {
      try {
        const { recoveryCodes } = await post("/staff/totp/confirmation", { code: byId("totp-code").value.trim() });
        form.reset();
        form.hidden = true;
        byId("recovery-codes").replaceChildren(...recoveryCodes.map((code) => el("li", { text: code })));
        byId("recovery").hidden = false;
        await refresh();
        byId("recovery-heading").focus();
      } catch (error) {
        showRefusal(form, byId("confirm-problem"), error, { code: "totp-code" });
      }
    });
  };
  byId("recovery-done").onclick = () => {
    byId("recovery").hidden = true;
    byId("recovery-codes").replaceChildren();
    byId("totp-form").hidden = false;
    byId("totp-heading").focus();
  };
}

/** The own account as it is now. */
export const ownAccount = () => get("/staff/account");
