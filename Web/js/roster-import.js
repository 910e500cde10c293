// @ts-check
// Taking a class list in: looked at first, faults row by row, then the good rows.
import { Problem, request } from "./api.js";
import { exchange } from "./bank-files.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal, language, t } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable } from "./staff.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const n = (value) => formatCount(value ?? 0, decimal());
const notice = (kind, text) => el("div", { class: `notice notice-${kind}` }, el("p", { text }));

/** @param {any[]} lines @param {string} title */
function lineTable(lines, title) {
  const several = lines.some((line) => line.sheet);
  const columns = [{ label: t("roster.row") }, { label: t("roster.what") }, { label: t("roster.inFile") }];
  return el("div", {}, el("h3", { text: title }), el("div", { class: "table-box lines", tabindex: "0", role: "region", "aria-label": title },
    dataTable(title, columns, lines.map((line) => [
      line.row ? `${several && line.sheet ? `${line.sheet}, ` : ""}${line.row}` : "–", (language === "en" && line.messageEn) || line.message, line.original || "–",
    ]))));
}

/** @param {{unit: () => string, contest: () => string}} place @param {() => Promise<void>} taken */
export function rosterImport(place, taken) {
  /** @type {{body: ArrayBuffer | string, type: string} | undefined} */ let list;
  let turn = 0;
  let skips = false;

  const query = (more) => {
    const all = new URLSearchParams({ contest: place.contest(), ...more });
    if (byId("group").value) all.set("group", byId("group").value);
    if (byId("make-classes").checked) all.set("classes", "make");
    if (byId("title-case").checked) all.set("names", "title");
    return all;
  };
  const path = (end = "") => `/units/${encodeURIComponent(place.unit())}/roster${end}`;

  const clear = () => {
    showProblem(byId("import-problem"));
    byId("import-state").replaceChildren();
    byId("import-lines").replaceChildren();
    byId("import-actions").hidden = true;
  };

  const show = (counts, faults) => {
    byId("import-options").hidden = false;
    byId("title-case-box").hidden = !counts.capitals?.count;
    if (counts.capitals?.count) byId("title-case-words").textContent = t("roster.capitals", { n: n(counts.capitals.count), from: counts.capitals.example, to: counts.capitals.becomes });
    const said = [notice(faults.length ? "warning" : "good", t("roster.counts", { rows: n(counts.rows), new: n(counts.new), unchanged: n(counts.unchanged), faulty: n(counts.faulty) }))];
    if (counts.classes?.length) said.push(el("p", { text: t("roster.newClasses", { names: counts.classes.join(", ") }) }));
    if (counts.ignored?.length) said.push(el("p", { class: "quiet", text: t("roster.ignored", { names: counts.ignored.join(", ") }) }));
    byId("import-state").replaceChildren(...said);
    byId("import-lines").replaceChildren(
      ...(faults.length ? [lineTable(faults, t("roster.faults"))] : []),
      ...(counts.notices?.length ? [lineTable(counts.notices, t("roster.notices"))] : []));
    skips = faults.length > 0;
    byId("import-actions").hidden = !counts.new && !counts.faulty;
    byId("import-confirm").hidden = !counts.new;
    byId("import-confirm").textContent = skips ? t("roster.takeGood", { n: n(counts.new), faulty: n(counts.faulty) }) : t("roster.take", { n: n(counts.new) });
    byId("import-faulty").hidden = !counts.faulty;
  };

  const send = async (more) => (await request(`${path()}?${query(more)}`, { method: "POST", type: list?.type, body: list?.body, timeoutMs: 120_000 })).data;

  const refused = (error) => {
    if (error instanceof Problem && error.status === 422 && error.body?.counts) return show(error.body.counts, error.body.faults ?? []);
    showProblem(byId("import-problem"), error);
  };

  const look = async () => {
    if (!list) return;
    const mine = ++turn;
    clear();
    byId("import-state").textContent = t("roster.checking");
    try {
      const counts = await send({ dryRun: "true" });
      if (mine === turn) show(counts, []);
    } catch (error) {
      if (mine !== turn) return;
      clear();
      refused(error);
    }
  };

  /** @param {File | undefined} file */
  const choose = async (file) => {
    if (!file) return;
    list = { body: await file.arrayBuffer(), type: /\.xlsx$/i.test(file.name) ? XLSX : "text/csv" };
    await look();
  };

  const drop = byId("drop");
  byId("file").onchange = () => void choose(byId("file").files?.[0]);
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    void choose(event.dataTransfer?.files[0]);
  });
  byId("check-pasted").onclick = () => busy(byId("check-pasted"), async () => {
    list = { body: byId("pasted").value, type: "text/plain" };
    await look();
  });
  for (const id of ["group", "make-classes", "title-case"]) byId(id).addEventListener("change", () => void look());
  byId("import-faulty").onclick = () => busy(byId("import-faulty"), async () => {
    try {
      if (list) await exchange(`${path("/faults")}?${query({ language })}`, list.type, /** @type {ArrayBuffer} */ (list.body));
    } catch (error) {
      showProblem(byId("import-problem"), error);
    }
  });
  byId("import-confirm").onclick = () => busy(byId("import-confirm"), async () => {
    try {
      const done = await send({ dryRun: "false", ...(skips ? { skip: "faulty" } : {}) });
      const faults = done.faults ?? [];
      clear();
      byId("import-state").replaceChildren(notice("good", t("roster.taken", { n: n(done.added), unchanged: n(done.unchanged), faulty: n(done.faulty) })));
      if (faults.length) byId("import-lines").replaceChildren(lineTable(faults, t("roster.faults")));
      if (done.faulty) {
        byId("import-actions").hidden = false;
        byId("import-confirm").hidden = true;
        byId("import-faulty").hidden = false;
      }
      await taken();
    } catch (error) {
      clear();
      refused(error);
    }
  });

  return { reset: () => {
    list = undefined;
    byId("file").value = "";
    byId("import-options").hidden = true;
    clear();
  } };
}
