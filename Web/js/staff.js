// @ts-check
// What the pages of organizers and coordinators share: signing in and out, figures, tables.
import { get, post, Problem, request } from "./api.js";
import { busy, byId, el, showStep } from "./dom.js";
import { t } from "./i18n.js";
import { problemText, showFaults, showProblem } from "./problems.js";
import { staffNavigation } from "./staff-nav.js";

/** Shows the work to whoever is signed in as staff, the sign-in form to others.
 * @param {() => Promise<void>} work */
export async function staffPage(work) {
  const form = byId("staff-form");
  const enter = async (session) => {
    // Something has to be done first, and until then no role is in force.
    if (session.duties?.length && location.pathname !== "/to-chuc/tai-khoan/") return location.assign("/to-chuc/tai-khoan/");
    byId("staff-name").textContent = session.name ?? "";
    byId("staff-out").hidden = false;
    document.querySelector(".staff-nav")?.remove();
    document.querySelector(".masthead")?.after(staffNavigation(session.roles.map((grant) => grant.role)));
    document.querySelector(".staff-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    showStep("work", t("common.site"));
    await guarded(work);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const username = byId("username").value.trim();
    const password = byId("password").value;
    showProblem(byId("staff-problem"));
    showFaults(form, [
      ...(username ? [] : [{ field: "username", message: t("fault.username") }]),
      ...(password ? [] : [{ field: "password", message: t("fault.password") }]),
    ]);
    if (!username || !password) return;
    void busy(/** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]')), async () => {
      try {
        const code = /** @type {HTMLInputElement | null} */ (form.querySelector("#code"))?.value.trim();
        const session = await post("/sessions", { username, password, ...(code ? { code } : {}) });
        byId("password").value = "";
        form.querySelector('[data-field="code"]')?.remove();
        await enter(session);
      } catch (error) {
        if (error instanceof Problem && error.code.startsWith("totp-")) {
          askCode(form);
          if (error.code === "totp-wrong") showFaults(form, [{ field: "code", message: problemText(error) }]);
        } else if (error instanceof Problem && error.status === 401) showFaults(form, [{ field: "username", message: t("fault.wrongPassword") }]);
        else showProblem(byId("staff-problem"), error);
      }
    });
  });
  byId("staff-out").onclick = () => busy(byId("staff-out"), async () => {
    try {
      await request("/sessions/current", { method: "DELETE" });
    } catch {
      // Signed out already, or no line: the form is shown either way, and a reload tells the truth.
    }
    leave();
  });
  try {
    const session = await get("/sessions/current");
    if (session.kind === "staff") await enter(session);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) showProblem(byId("staff-problem"), error);
  }
}

/** Puts the field for the second factor below the password, once, and the focus into it. @param {HTMLFormElement} form */
function askCode(form) {
  if (!form.querySelector("#code")) {
    byId("password", form).closest(".field").after(
      el("div", { class: "field", data: { field: "code" } },
        el("label", { for: "code", text: t("staff.code") }),
        el("p", { class: "hint", id: "code-hint", text: t("staff.codeHint") }),
        el("input", { id: "code", type: "text", autocomplete: "one-time-code", autocapitalize: "none", spellcheck: "false", maxlength: "20", "aria-describedby": "code-hint" })));
  }
  byId("code", form).focus();
}

function leave() {
  byId("staff-name").textContent = "";
  byId("staff-out").hidden = true;
  document.querySelector(".staff-nav")?.remove();
  showStep("sign-in", t("common.site"));
}

/** Runs a piece of work; a lost session leads to the form, any other problem is shown above the work.
 * @param {() => Promise<void>} act */
export async function guarded(act) {
  showProblem(byId("work-problem"));
  try {
    await act();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      leave();
      showProblem(byId("staff-problem"), error);
    } else showProblem(byId("work-problem"), error);
  }
}

/** @param {string} caption @param {{label: string, number?: boolean}[]} columns @param {(any[])[]} rows  first cell is the row's heading */
export function dataTable(caption, columns, rows) {
  const kind = (i) => (columns[i].number ? "number" : columns[i].label ? undefined : "bar");
  return el("table", {},
    el("caption", { class: "unseen", text: caption }),
    el("thead", {}, el("tr", {}, ...columns.map((column, i) => column.label ? el("th", { scope: "col", class: kind(i), text: column.label }) : el("td", { class: "bar" })))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell, i) =>
      i === 0 ? el("th", { scope: "row" }, cell) : cell instanceof HTMLTableCellElement ? cell : el("td", { class: kind(i) }, String(cell)))))));
}

/** A bar beside its number; the number is the content, the bar only helps the eye. @param {number} part  0 to 1 */
export function bar(part) {
  const fill = el("span", {});
  fill.style.width = `${Math.round(Math.min(1, part) * 100)}%`;
  return el("td", { class: "bar", "aria-hidden": "true" }, fill);
}

/** @param {[string, string][]} figures  words and number */
export function showFigures(figures) {
  byId("figures").replaceChildren(...figures.map(([words, number]) => el("li", {}, el("strong", { text: number }), el("span", { text: words }))));
}

/** @param {string} id @param {{value: string, text: string}[]} items */
export function fillSelect(id, items) {
  byId(id).replaceChildren(...items.map(({ value, text }) => el("option", { value, text })));
}
