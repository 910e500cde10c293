// @ts-check
// Entry codes: shown once in large, typed to come back, taken out of a link.
import { post, Problem } from "./api.js";
import { busy, byId, el, safeStorage } from "./dom.js";
import { t } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";

const storage = safeStorage("sessionStorage");

/** The code of `#code=…`, which leaves the address bar and the history at once. */
export function takeCodeFromLink() {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code ?? undefined;
}

/** @param {string} entryCode @returns {Promise<any>} the session */
export const signIn = (entryCode) => post("/sessions", { entryCode });

/** @param {(session: any) => void | Promise<void>} done */
export function codeForm(done) {
  const form = byId("code-form");
  const input = byId("entryCode");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = input.value.trim();
    showProblem(byId("code-problem"));
    showFaults(form, code ? [] : [{ field: "entryCode", message: t("fault.entryCode") }]);
    if (!code) return;
    void busy(/** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]')), async () => {
      try {
        const session = await signIn(code);
        input.value = "";
        await done(session);
      } catch (error) {
        if (error instanceof Problem && error.status === 401) showFaults(form, [{ field: "entryCode", message: t("fault.wrongCode") }]);
        else showProblem(byId("code-problem"), error);
      }
    });
  });
}

/** Kept for this tab until its owner says it is noted, so that a page killed by the phone can show it again. */
export const unnotedCode = {
  /** @param {string} contest @returns {{name: string, code: string} | null} */
  read: (contest) => JSON.parse(storage.getItem(`bv.code.${contest}`) ?? "null"),
  /** @param {string} contest @param {{name: string, code: string}} shown */
  keep: (contest, shown) => storage.setItem(`bv.code.${contest}`, JSON.stringify(shown)),
  /** @param {string} contest */
  forget: (contest) => storage.removeItem(`bv.code.${contest}`),
};

/** @param {{name: string, code: string}} issued @param {() => void} next */
export function showIssuedCode({ name, code }, next) {
  byId("issued-name").textContent = t("issued.hello", { name });
  byId("issued-code").replaceChildren(...code.split("-").map((part, i, all) => el("span", {}, part, i < all.length - 1 && el("i", { text: "-" }))));
  byId("issued-status").textContent = "";
  byId("in-app-hint").hidden = !/Zalo|FBAN|FBAV|Instagram|Line\/|; wv\)/.test(navigator.userAgent);
  byId("issued-copy").onclick = async () => {
    try {
      await navigator.clipboard.writeText(code);
      byId("issued-status").textContent = t("issued.copied");
    } catch {
      // No clipboard in this browser: the code is marked, so that a long press can copy it.
      getSelection()?.selectAllChildren(byId("issued-code"));
      byId("issued-status").textContent = t("issued.copyByHand");
    }
  };
  byId("issued-print").onclick = () => print();
  byId("issued-next").onclick = next;
}
