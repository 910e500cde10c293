// @ts-check
// Words of the page of questions: they stand in its HTML, unseen, so that no other page carries them.
import { formatShare } from "./format.js";
import { decimal, language } from "./i18n.js";

/** The text `analysis.{key}` of the page with `{name}` filled in. @param {string} key @param {Record<string, string | number>} [values] */
export function say(key, values = {}) {
  const text = document.querySelector(`[data-text="analysis.${key}"]`)?.textContent ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The server's words in the page's language. @param {any} flag @param {"title" | "advice"} part */
export const words = (flag, part) => (language === "en" && flag[`${part}En`]) || flag[part];

/** `45,6 %`; `–` of nothing. @param {number | undefined} share */
export const percent = (share) => (share === undefined ? "–" : formatShare(Math.round(share * 1000), 1000, decimal()));

/** `−0,12`; `–` of nothing. @param {number | undefined} value @param {number} [digits] */
export const real = (value, digits = 2) => (value === undefined ? "–" : value.toFixed(digits).replace(/^-(?=0\.?0*$)/, "").replace("-", "−").replace(".", decimal()));
