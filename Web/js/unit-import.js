// @ts-check
// Importing units: file, trial run, faults or changes, and only then the import itself.
import { Problem, request } from "./api.js";
import { exchange } from "./bank-files.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal, language, t } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";
import { dataTable } from "./staff.js";

/** More rows nobody reads on a page; the file to download has all. */
const SHOWN = 200;
const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", yaml: "application/yaml", yml: "application/yaml" };
const n = (value) => formatCount(value, decimal());
const notice = (kind, text) => el("div", { class: `notice notice-${kind}` }, el("p", { text }));

/** Shows what the server finds wrong with the fields of a form beside them. @param {HTMLFormElement} form @param {() => Promise<void>} act */
export async function formFaults(form, act) {
  try {
    await act();
  } catch (error) {
    const faults = error instanceof Problem && error.code === "invalid" ? error.body?.faults ?? [] : [];
    if (!faults.length) throw error;
    showFaults(form, faults.map((fault) => ({ field: fault.field, message: (language === "en" && fault.messageEn) || fault.message })));
  }
}

/** @param {string} title @param {{label: string, number?: boolean}[]} columns @param {any[][]} rows */
function lines(title, columns, rows) {
  return [
    el("div", { class: "table-box lines", tabindex: 0, role: "region", "aria-label": title }, dataTable(title, columns, rows.slice(0, SHOWN))),
    rows.length > SHOWN && el("p", { class: "quiet", text: t("units.more", { n: n(SHOWN) }) }),
  ].filter(Boolean);
}

/** @param {() => Promise<void>} imported  called after units were stored */
export function unitImport(imported) {
  const drop = byId("drop");
  const input = byId("file");
  const confirm = byId("import-confirm");
  /** @type {File | undefined} */ let file;
  let turn = 0;
  const type = () => TYPES[file?.name.split(".").pop()?.toLowerCase() ?? ""] ?? "text/csv";

  const clear = () => {
    for (const id of ["import-problem", "import-state", "import-lines"]) byId(id).replaceChildren();
    byId("import-faults-file").hidden = true;
    confirm.hidden = true;
  };

  const send = async (dryRun) =>
    (await request(`/units?dryRun=${dryRun}`, { method: "POST", type: type(), body: await file?.arrayBuffer(), timeoutMs: 120_000 })).data;

  const refuse = (error) => {
    const faults = error instanceof Problem && error.status === 422 ? error.body?.faults ?? [] : [];
    if (!faults.length) return showProblem(byId("import-problem"), error);
    byId("import-problem").replaceChildren(notice("bad", t("units.faults", { name: file?.name ?? "", n: n(faults.length) })));
    byId("import-faults-file").hidden = false;
    byId("import-lines").replaceChildren(...lines(t("units.fault"),
      [{ label: t("units.line") }, { label: t("units.column") }, { label: t("units.fault") }, { label: t("units.inFile") }],
      faults.map((fault) => [String(fault.line || "–"), fault.columnName ?? String(fault.column || "–"), (language === "en" && fault.messageEn) || fault.message, fault.original])));
  };

  const accept = (found) => {
    const counts = [["added", found.new], ["changed", found.changed], ["same", found.same]];
    byId("import-state").replaceChildren(notice("good", t("units.ready", { name: file?.name ?? "", n: n(found.units) })),
      el("ul", { class: "figures" }, ...counts.map(([name, count]) => el("li", {}, el("strong", { text: n(count) }), el("span", { text: t(`units.${name}`) })))));
    if (found.changes.length) {
      byId("import-lines").replaceChildren(...lines(t("units.changes"), [{ label: t("units.code") }, { label: t("units.name") }, { label: t("units.changes") }],
        found.changes.map((change) => [change.code, change.title, change.parts.map((part) => t("units.change", part)).join("; ")])));
    }
    confirm.hidden = found.new + found.changed === 0;
  };

  const take = async (chosen) => {
    if (!chosen) return;
    const mine = ++turn;
    clear();
    file = chosen;
    byId("import-state").textContent = t("units.checking", { name: chosen.name });
    try {
      const found = await send(true);
      if (mine === turn) accept(found);
    } catch (error) {
      if (mine !== turn) return;
      clear();
      refuse(error);
    }
  };

  input.onchange = () => void take(input.files?.[0]);
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    void take(event.dataTransfer?.files[0]);
  });
  byId("import-faults-file").onclick = () => busy(byId("import-faults-file"), async () => {
    try {
      if (file) await exchange(`/unit-faults?${new URLSearchParams({ file: file.name, language })}`.replaceAll("+", "%20"), type(), await file.arrayBuffer());
    } catch (error) {
      showProblem(byId("import-problem"), error);
    }
  });
  confirm.onclick = () => busy(confirm, async () => {
    try {
      const stored = await send(false);
      clear();
      input.value = "";
      byId("import-state").replaceChildren(notice("good", t("units.done", { n: n(stored.units) })));
      await imported();
    } catch (error) {
      clear();
      refuse(error);
    }
  });
}
