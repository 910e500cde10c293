// @ts-check
// Practice: an answer is explained when asked for, and from then on stays as it is. Fetched only there.
import { request } from "./api.js";
import { busy, el } from "./dom.js";
import { language } from "./i18n.js";
import { showProblem } from "./problems.js";
import { review } from "./review.js";

const words = {
  vi: { explain: "Xem giải thích", locked: "Đã xem giải thích: câu trả lời này không đổi được nữa." },
  en: { explain: "Explain", locked: "Explained: this answer no longer changes." },
};

/** @param {any} attempt @param {{drain: (ms: number) => Promise<boolean>}} queue */
export function practice(attempt, queue) {
  const say = words[language === "en" ? "en" : "vi"];
  /** @type {Set<string>} */
  const locked = new Set((attempt.revealed ?? []).map(String));
  /** @type {Map<string, any>} */
  const told = new Map();

  const explain = async (key) => {
    if (!told.has(key)) {
      await queue.drain(10_000);
      const { data } = await request(`/attempts/${attempt.id}/answers/${key}/reveal`, { method: "POST", body: {} });
      locked.add(key);
      told.set(key, data);
    }
    return told.get(key);
  };

  /** Puts the explanation, or the way to it, below a question. @param {HTMLFormElement} form @param {string} key
   * @param {import("./question.js").View} view */
  const show = (form, key, view) => {
    if (key === "prediction") return;
    const box = el("div", { class: "practice" });
    const problem = el("div", { role: "alert" });
    const lock = () => {
      const question = form.querySelector("fieldset");
      if (question) question.disabled = true;
      for (const button of form.querySelectorAll(".question-tools button:last-child")) /** @type {HTMLButtonElement} */ (button).disabled = true;
    };
    const open = async (/** @type {boolean} */ focus) => {
      showProblem(problem);
      try {
        const question = await explain(key);
        if (!box.isConnected) return;
        lock();
        const text = review(question);
        // The prompt stands above already.
        text.querySelector("h3")?.remove();
        text.setAttribute("aria-labelledby", "prompt");
        text.tabIndex = -1;
        box.replaceChildren(el("p", { class: "quiet", text: say.locked }), text);
        if (focus) text.focus();
      } catch (error) {
        showProblem(problem, error);
      }
    };
    const button = el("button", { type: "button", class: "button secondary", id: "explain", text: say.explain, on: { click: () => {
      view.flush?.();
      void busy(button, () => open(true));
    } } });
    box.append(el("p", { class: "actions" }, button), problem);
    form.append(box);
    if (!locked.has(key)) return;
    lock();
    void open(false);
  };

  return { show, isLocked: (/** @type {string} */ key) => locked.has(key) };
}
