// @ts-check
// What the pages of organizers and coordinators share: signing in and out, figures, tables.
import { get, post, Problem, request } from "./api.js";
import { busy, byId, el, showStep } from "./dom.js";
import { t } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";
import { staffNavigation } from "./staff-nav.js";

/** Shows the work to whoever is signed in as staff, the sign-in form to others.
 * @param {() => Promise<void>} work */
export async function staffPage(work) {
  const form = byId("staff-form");
  const enter = async (session) => {
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
        const session = await post("/sessions", { username, password });
        byId("password").value = "";
        await enter(session);
      } catch (error) {
        if (error instanceof Problem && error.status === 401) showFaults(form, [{ field: "username", message: t("fault.wrongPassword") }]);
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
