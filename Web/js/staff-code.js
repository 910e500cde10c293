// @ts-check
// The field for the second factor, made only when the server asks for it.
import { byId, el } from "./dom.js";
import { addTexts, language, t } from "./i18n.js";
import { viAccounts } from "./texts.accounts.vi.js";

/** Texts of accounts in the page's language. */
export async function useAccountTexts() {
  addTexts(viAccounts);
  if (language === "en") addTexts((await import("./texts.accounts.en.js")).enAccounts, "en");
}

/** Puts the field below the password, once, and the focus into it. @param {HTMLFormElement} form */
export async function askCode(form) {
  await useAccountTexts();
  if (!form.querySelector("#code")) {
    byId("password", form).closest(".field").after(
      el("div", { class: "field", data: { field: "code" } },
        el("label", { for: "code", text: t("account.code") }),
        el("p", { class: "hint", id: "code-hint", text: t("account.codeHint") }),
        el("input", { id: "code", type: "text", autocomplete: "one-time-code", autocapitalize: "none", spellcheck: "false", maxlength: "20", "aria-describedby": "code-hint" })));
  }
  byId("code", form).focus();
}
