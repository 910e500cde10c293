// @ts-check
// Importing a question bank: file, trial run, faults or counts, and only then the import itself.
import { get, Problem, request } from "./api.js";
import { exchange, formatOf } from "./bank-files.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { addTexts, decimal, language, t } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable, fillSelect } from "./staff.js";
import { viBanks } from "./texts.banks.vi.js";

addTexts(viBanks, "banks");

/** More rows nobody reads on a page; the file to download has all. */
const SHOWN = 200;
const n = (value) => formatCount(value, decimal());
const notice = (kind, ...texts) => el("div", { class: `notice notice-${kind}` }, ...texts.map((text) => el("p", { text })));

/** How many questions are new, changed and so on, without those that are none. @param {any} counts */
function countList(counts) {
  const names = ["new", "changed", "same", "removed", "nearDuplicates", "faulty"].filter((name) => counts[name]);
  return el("ul", { class: "figures" }, ...names.map((name) => el("li", {}, el("strong", { text: n(counts[name]) }), el("span", { text: t(`import.${name}`) }))));
}

/** @param {string} title @param {any[]} lines */
function lineTable(title, lines) {
  const columns = [{ label: t("import.line") }, { label: t("import.column"), number: true }, { label: t("import.message") }, { label: byId("import-original").textContent ?? "" }];
  const rows = lines.slice(0, SHOWN).map((line) => [String(line.line || "–"), line.column || "–", (language === "en" && line.messageEn) || line.message, line.original ?? ""]);
  return [
    el("h3", { text: title }),
    el("div", { class: "table-box lines", tabindex: 0, role: "region", "aria-label": title }, dataTable(title, columns, rows)),
    lines.length > SHOWN && el("p", { class: "quiet", text: t("import.more", { n: n(SHOWN) }) }),
  ];
}

/** @param {() => Promise<void>} imported  called after a bank was stored */
export function bankImport(imported) {
  const drop = byId("drop");
  const input = byId("file");
  const confirm = byId("import-confirm");
  const skip = byId("import-skip");
  /** @type {File | undefined} */ let file;
  /** @type {string[]} */ let format = [];
  let turn = 0;

  /** @param {Record<string, string>} more */
  const query = (more) => {
    const all = new URLSearchParams({ ...more, format: format[0], file: file?.name ?? "" });
    for (const [key, value] of [["topic", byId("import-topic").value], ["difficulty", byId("import-difficulty").value],
      ["groups", [...byId("import-groups").selectedOptions].map((option) => option.value).join(",")], ["skip", skip.checked ? "unsupported" : ""]]) if (value) all.set(key, value);
    // A server need not take a plus sign for a space.
    return String(all).replaceAll("+", "%20");
  };

  const send = async (dryRun) =>
    (await request(`/banks?${query({ dryRun: String(dryRun) })}`, { method: "POST", type: format[1], body: await file?.arrayBuffer(), timeoutMs: 120_000 })).data;

  const clear = () => {
    byId("import-state").replaceChildren();
    byId("import-faults").replaceChildren();
    showProblem(byId("import-problem"));
    byId("import-downloads").hidden = true;
    confirm.hidden = true;
  };

  const offerSkip = (count) => {
    byId("import-skip-box").hidden = !count && !skip.checked;
    if (count) byId("import-skip-words").textContent = t("import.skip", { n: n(count) });
  };

  const refuse = (error) => {
    const faults = error instanceof Problem && error.status === 422 ? error.body?.faults ?? [] : [];
    if (!faults.length || faults[0].field) return showProblem(byId("import-problem"), error);
    byId("import-problem").replaceChildren(notice("bad", t("import.faults", { n: n(faults.length), name: file?.name ?? "" })));
    byId("import-state").replaceChildren(countList(error.body.counts ?? {}));
    byId("import-faults").replaceChildren(...lineTable(t("import.faultTable"), faults).filter(Boolean));
    byId("import-downloads").hidden = false;
    byId("import-all-rows").hidden = !["csv", "xlsx"].includes(format[0]);
    offerSkip(faults.filter((fault) => fault.isUnsupportedKind).length);
    // What is missing can be chosen here: show where.
    if (!["yaml", "zip"].includes(format[0])) byId("import-defaults").open = true;
  };

  const accept = (counts) => {
    const { name } = /** @type {File} */ (file);
    const images = counts.images ? ` ${byId("import-images").textContent} ${n(counts.images)}.` : "";
    byId("import-state").replaceChildren(notice("good", t("import.counts", { name, bank: counts.bank, n: n(counts.questions) }) + images), countList(counts));
    if (counts.removed) byId("import-state").append(notice("warning", t("import.removedWarning", { bank: counts.bank, n: n(counts.removed) })));
    const kinds = [["leftOut", t("import.leftOutTable")], ["nearDuplicate", t("import.nearTable")], ["format", byId("import-notices-title").textContent ?? ""]];
    byId("import-faults").replaceChildren(...kinds.flatMap(([kind, title]) => {
      const lines = counts.notices.filter((line) => line.kind === kind);
      return lines.length ? lineTable(title, lines).filter(Boolean) : [];
    }));
    offerSkip(0);
    confirm.hidden = false;
  };

  const take = async (chosen, isNew = false) => {
    if (!chosen) return;
    const mine = ++turn;
    clear();
    file = chosen;
    if (isNew) skip.checked = false;
    if (isNew) offerSkip(0);
    const { name } = chosen;
    const found = formatOf(name, await chosen.slice(0, 4_096).text());
    if (!found) return byId("import-problem").replaceChildren(notice("bad", byId("import-unknown").textContent));
    format = found;
    byId("import-state").textContent = t("import.checking", { name });
    try {
      const counts = await send(true);
      if (mine === turn) accept(counts);
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
  for (const link of document.querySelectorAll("[data-template]")) /** @type {HTMLAnchorElement} */ (link).href += `&language=${language}`;
  for (const id of ["import-topic", "import-difficulty", "import-groups", "import-skip"]) byId(id).addEventListener("change", () => void take(file));
  input.onchange = () => void take(input.files?.[0], true);
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    void take(event.dataTransfer?.files[0], true);
  });
  for (const [id, rows] of [["import-faulty-rows", "faulty"], ["import-all-rows", "all"]]) {
    byId(id).onclick = () => busy(byId(id), async () => {
      try {
        if (file) await exchange(`/banks/faults?${query({ rows, language })}`, format[1], await file.arrayBuffer());
      } catch (error) {
        showProblem(byId("import-problem"), error);
      }
    });
  }
  confirm.onclick = () => busy(confirm, async () => {
    try {
      const stored = await send(false);
      clear();
      input.value = "";
      byId("import-state").replaceChildren(notice("good", t("import.done", { bank: stored.bank, version: stored.version, n: n(stored.questions) })));
      await imported();
    } catch (error) {
      clear();
      refuse(error);
    }
  });
}
