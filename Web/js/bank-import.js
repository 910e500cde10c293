// @ts-check
// Importing a question bank: file, trial run, faults or counts, and only then the import itself.
import { Problem, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal, language, t } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable } from "./staff.js";

/** @param {() => Promise<void>} imported  called after a bank was stored */
export function bankImport(imported) {
  const drop = byId("drop");
  const input = byId("file");
  const confirm = byId("import-confirm");
  let text = "";
  let name = "";
  let turn = 0;

  const send = async (dryRun) =>
    (await request(`/banks${dryRun ? "?dryRun=true" : ""}`, { method: "POST", type: "application/yaml", body: text, timeoutMs: 120_000 })).data;

  const clear = () => {
    byId("import-state").replaceChildren();
    byId("import-faults").replaceChildren();
    showProblem(byId("import-problem"));
    confirm.hidden = true;
  };

  const refuse = (error) => {
    const faults = error instanceof Problem && error.status === 422 ? error.body?.faults ?? [] : [];
    if (!faults.length) return showProblem(byId("import-problem"), error);
    byId("import-problem").replaceChildren(el("div", { class: "notice notice-bad" }, el("p", { text: t("import.faults", { n: formatCount(faults.length, decimal()), name }) })));
    byId("import-faults").replaceChildren(el("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": t("import.faultTable") },
      dataTable(t("import.faultTable"), [{ label: t("import.line") }, { label: t("import.column"), number: true }, { label: t("import.message") }],
        faults.map((f) => [String(f.line ?? "–"), f.column ?? "–", (language === "en" && f.messageEn) || f.message]))));
  };

  const take = async (file) => {
    if (!file) return;
    const mine = ++turn;
    clear();
    name = file.name;
    byId("import-state").textContent = t("import.checking", { name });
    text = await file.text();
    try {
      const counts = await send(true);
      if (mine !== turn) return;
      byId("import-state").replaceChildren(el("div", { class: "notice notice-good" }, el("p", {
        text: t("import.counts", { name, bank: counts.bank, n: formatCount(counts.questions, decimal()), new: formatCount(counts.new, decimal()), changed: formatCount(counts.changed, decimal()), same: formatCount(counts.same, decimal()) }),
      })));
      confirm.hidden = false;
    } catch (error) {
      if (mine !== turn) return;
      byId("import-state").replaceChildren();
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
  confirm.onclick = () => busy(confirm, async () => {
    try {
      const stored = await send(false);
      clear();
      input.value = "";
      byId("import-state").replaceChildren(el("div", { class: "notice notice-good" }, el("p", { text: t("import.done", { bank: stored.bank, version: stored.version, n: formatCount(stored.questions, decimal()) }) })));
      await imported();
    } catch (error) {
      clear();
      refuse(error);
    }
  });
}
