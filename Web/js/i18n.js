// @ts-check
// The page's language. Vietnamese: the pages' own words stand in the HTML, what modules say in texts.vi.js, each once.
// English is fetched only when chosen: one file for each of the Vietnamese ones, and texts.pages.en.js for the HTML.
import { safeStorage } from "./dom.js";
import { vi } from "./texts.vi.js";

const english = new Set(["texts.en.js", "texts.kinds.en.js", "texts.pages.en.js"]);

/** @type {Record<string, string>} */
let texts = vi;
const storage = safeStorage("localStorage");

/** `vi` or `en` */
export let language = "vi";

/** The decimal sign of the language. */
export const decimal = () => (language === "vi" ? "," : ".");

/** Vietnamese texts that a module brings along when it is fetched, and the name of their English, as in `texts.NAME.en.js`;
 * to be waited for by modules that come after ``useLanguage``. @param {Record<string, string>} more @param {string} name */
export async function addTexts(more, name) {
  const file = `texts.${name}.en.js`;
  Object.assign(vi, more);
  english.add(file);
  if (language === "en") Object.assign(texts, ...Object.values(await import(`./${file}`)));
}

/** The text for `key` with `{name}` filled in. @param {string} key @param {Record<string, string | number>} [values] */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Puts the texts of the chosen language into the page and wires its language switch. Call before anything renders. */
export async function useLanguage() {
  if ((storage.getItem("bv.language") ?? document.documentElement.lang) === "en") {
    try {
      const files = await Promise.all([...english].map((name) => import(`./${name}`)));
      texts = Object.assign({}, ...files.flatMap((file) => Object.values(file)));
      language = "en";
      document.documentElement.lang = "en";
      applyTexts(document);
    } catch {
      // Without the file the page stays Vietnamese, which is complete.
    }
  }
  for (const button of document.querySelectorAll("[data-language-switch]")) {
    const other = language === "vi" ? "en" : "vi";
    button.textContent = other === "vi" ? "Tiếng Việt" : "English";
    button.setAttribute("lang", other);
    button.addEventListener("click", () => {
      storage.setItem("bv.language", other);
      location.reload();
    });
    /** @type {HTMLElement} */ (button).hidden = false;
  }
}

/** `data-text="key"` fills the text, `data-text-attributes="placeholder:key aria-label:key"` attributes. @param {ParentNode} root */
function applyTexts(root) {
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = t(/** @type {HTMLElement} */ (node).dataset.text ?? "");
  for (const node of root.querySelectorAll("[data-text-attributes]")) {
    for (const pair of (/** @type {HTMLElement} */ (node).dataset.textAttributes ?? "").split(" ")) {
      const [name, key] = pair.split(":");
      node.setAttribute(name, t(key));
    }
  }
}
