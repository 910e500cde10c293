// @ts-check
// Building and finding elements. Text only ever enters through textContent (I10).

/** @param {string} id @param {ParentNode} [root] @returns {any} */
export function byId(id, root = document) {
  const found = root.querySelector(`#${id}`);
  if (!found) throw new Error(`#${id}?`);
  return found;
}

/** @param {string} tag
 * @param {Record<string, any>} [props]  `class`, `text`, `on` (listeners), `data`; else a property if there is one, or an attribute
 * @param {(Node | string | null | undefined | false)[]} children @returns {any} */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, /** @type {any} */ (run));
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(.../** @type {any[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false)));
  return node;
}

/** An icon of the sheet `/img/icons.svg`; always beside words, so hidden from screen readers. @param {string} name */
export function icon(name) {
  return el("span", { class: `icon icon-${name}`, "aria-hidden": "true" });
}

/** Shows one `[data-step]` of `<main>`, names the page after it and moves the focus to its heading.
 * @param {string} name @param {string} siteTitle */
export function showStep(name, siteTitle) {
  for (const step of document.querySelectorAll("[data-step]")) /** @type {HTMLElement} */ (step).hidden = /** @type {HTMLElement} */ (step).dataset.step !== name;
  document.body.dataset.at = name;
  const heading = /** @type {HTMLElement | null} */ (document.querySelector(`[data-step="${name}"] h1`));
  if (!heading) return;
  document.title = `${heading.textContent} – ${siteTitle}`;
  heading.tabIndex = -1;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** Runs `act` once at a time: a second tap while it runs does nothing.
 * @param {HTMLButtonElement} button @param {() => Promise<void>} act */
export async function busy(button, act) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    await act();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** localStorage and sessionStorage may throw on touch (private mode, in-app browsers).
 * @param {"localStorage" | "sessionStorage"} kind @returns {import("./save-queue.types.js").KeyValue} */
export function safeStorage(kind) {
  const attempt = (use) => {
    try {
      return use(window[kind]);
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => attempt((s) => s.getItem(key)),
    setItem: (key, value) => attempt((s) => s.setItem(key, value)),
    removeItem: (key) => attempt((s) => s.removeItem(key)),
  };
}

/** Opens a dialog; old browsers without `<dialog>` get it in the page. @param {HTMLDialogElement} dialog */
export function openDialog(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

/** @param {HTMLDialogElement} dialog */
export function closeDialog(dialog) {
  if (dialog.close) dialog.close();
  else dialog.removeAttribute("open");
}
