// @ts-check
// Importing a question bank: file, trial run, faults or counts, and only then the import itself.
import { get, Problem, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal, language, t } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable, fillSelect } from "./staff.js";

/** Format and media type by the end of a file's name; a `.txt` is looked into. */
const FORMATS = {
  xlsx: ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  csv: ["csv", "text/csv"], tsv: ["csv", "text/csv"], gift: ["gift", "text/plain"], txt: ["gift", "text/plain"],
  zip: ["zip", "application/zip"],
  xml: ["moodle-xml", "application/xml"], yaml: ["yaml", "application/yaml"], yml: ["yaml", "application/yaml"],
};

/** @param {string} name @param {string} start  of its content
 * @returns {string[] | undefined} */
export function formatOf(name, start) {
  const found = FORMATS[name.split(".").pop()?.toLowerCase() ?? ""];
  return found && /\.txt$/i.test(name) && /^ANSWER:/m.test(start) ? ["aiken", "text/plain"] : found;
}

/** @param {() => Promise<void>} imported  called after a bank was stored */
export function bankImport(imported) {
  const drop = byId("drop");
  const input = byId("file");
  const confirm = byId("import-confirm");
  /** @type {File | undefined} */ let file;
  /** @type {string[]} */ let format = [];
  let turn = 0;

  const send = async (dryRun) => {
    const query = new URLSearchParams({ dryRun: String(dryRun), format: format[0], file: file?.name ?? "" });
    for (const [key, value] of [["topic", byId("import-topic").value], ["difficulty", byId("import-difficulty").value],
      ["groups", [...byId("import-groups").selectedOptions].map((option) => option.value).join(",")]]) if (value) query.set(key, value);
    return (await request(`/banks?${query}`, { method: "POST", type: format[1], body: await file?.arrayBuffer(), timeoutMs: 120_000 })).data;
  };

  const clear = () => {
    byId("import-state").replaceChildren();
    byId("import-faults").replaceChildren();
    showProblem(byId("import-problem"));
    confirm.hidden = true;
  };

  const refuse = (error) => {
    const faults = error instanceof Problem && error.status === 422 ? error.body?.faults ?? [] : [];
    if (!faults.length) return showProblem(byId("import-problem"), error);
    byId("import-problem").replaceChildren(el("div", { class: "notice notice-bad" }, el("p", { text: t("import.faults", { n: formatCount(faults.length, decimal()), name: file?.name ?? "" }) })));
    byId("import-faults").replaceChildren(table(t("import.faultTable"), faults));
    // What is missing can be chosen here: show where.
    if (!["yaml", "zip"].includes(format[0])) byId("import-defaults").open = true;
  };

  /** @param {string} title @param {any[]} lines */
  const table = (title, lines) => el("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": title },
    dataTable(title, [{ label: t("import.line") }, { label: t("import.column"), number: true }, { label: t("import.message") }, { label: byId("import-original").textContent ?? "" }],
      lines.map((line) => [String(line.line || "–"), line.column || "–", (language === "en" && line.messageEn) || line.message, line.original ?? ""])));

  const take = async (chosen) => {
    if (!chosen) return;
    const mine = ++turn;
    clear();
    file = chosen;
    const { name } = chosen;
    const found = formatOf(name, await chosen.slice(0, 4_096).text());
    if (!found) {
      byId("import-problem").replaceChildren(el("div", { class: "notice notice-bad" }, el("p", { text: byId("import-unknown").textContent })));
      return;
    }
    format = found;
    byId("import-state").textContent = t("import.checking", { name });
    try {
      const counts = await send(true);
      if (mine !== turn) return;
      const images = counts.images ? ` ${byId("import-images").textContent} ${formatCount(counts.images, decimal())}.` : "";
      byId("import-state").replaceChildren(el("div", { class: "notice notice-good" }, el("p", {
        text: t("import.counts", { name, bank: counts.bank, n: formatCount(counts.questions, decimal()), new: formatCount(counts.new, decimal()), changed: formatCount(counts.changed, decimal()), same: formatCount(counts.same, decimal()) }) + images,
      })));
      const title = byId("import-notices-title").textContent ?? "";
      if (counts.notices.length) byId("import-faults").replaceChildren(el("h3", { text: title }), table(title, counts.notices));
      confirm.hidden = false;
    } catch (error) {
      if (mine !== turn) return;
      byId("import-state").replaceChildren();
      refuse(error);
    }
  };

  void get("/vocabulary").then((words) => {
    const items = (terms) => terms.map((term) => ({ value: term.code, text: language === "en" ? term.titleEn : term.title }));
    fillSelect("import-topic", [{ value: "", text: "–" }, ...items(words.topics)]);
    fillSelect("import-groups", items(words.groups));
  }, () => byId("import-defaults").remove());
  for (const id of ["import-topic", "import-difficulty", "import-groups"]) byId(id).addEventListener("change", () => void take(file));
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
