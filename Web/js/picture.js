// @ts-check
// What a picture of a question can do beyond being there: come again after a failure, and be looked at in full size.
import { el } from "./dom.js";
import { addTexts, t } from "./i18n.js";
import { viKinds } from "./texts.kinds.vi.js";

addTexts(viKinds, "kinds");

/** @param {HTMLElement} box @param {HTMLImageElement} img */
export function tend(box, img) {
  const pane = el("div", { class: "pane" });
  img.replaceWith(pane);
  pane.append(img);
  const large = el("button", { type: "button", class: "link", "aria-pressed": "false", text: t("picture.large"), on: { click: () => toggle() } });
  const failed = el("div", { class: "notice notice-warning", role: "status" },
    el("p", { text: `${t("picture.failed")} ${img.alt}` }),
    el("button", { type: "button", class: "button secondary", text: t("picture.again"), on: { click: () => load() } }));
  box.append(large, failed);

  const toggle = () => {
    if (large.hidden) return;
    const isLarge = box.classList.toggle("large");
    large.setAttribute("aria-pressed", String(isLarge));
    // What scrolls must be reached by keys, too.
    for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", t("picture.large")]]) {
      if (isLarge) pane.setAttribute(name, value);
      else pane.removeAttribute(name);
    }
  };
  const load = () => {
    // One that is hidden is not loaded lazily.
    img.loading = "eager";
    img.src = img.src;
  };
  // By what was said beforehand, so that nothing moves when the picture comes.
  const show = () => {
    failed.hidden = true;
    img.hidden = false;
    large.hidden = Number(img.getAttribute("width")) < pane.clientWidth * 1.2;
  };
  const fail = () => {
    img.hidden = large.hidden = true;
    failed.hidden = false;
  };
  show();
  img.onload = show;
  img.onerror = fail;
  img.onclick = toggle;
  if (img.complete && !img.naturalWidth) fail();
}
