// @ts-check
// What staff did: looked for, read, taken away as a file.
import { get, Problem } from "./api.js";
import { byId, el } from "./dom.js";
import { formatDateTime } from "./format.js";
import { addTexts, language, t, useLanguage } from "./i18n.js";
import { showFaults } from "./problems.js";
import { dataTable, fillSelect, guarded, staffPage } from "./staff.js";
import { viAccounts } from "./texts.accounts.vi.js";

addTexts(viAccounts, "accounts");

/** @type {any[]} */ let entries = [];
let next = "";
/** Words by kind. @type {Map<string, string>} */ let kinds = new Map();

/** What the form asks for. @param {Record<string, string>} more */
function query(more = {}) {
  const asked = { contest: byId("contest").value, kind: byId("kind").value, actor: byId("actor").value.trim(), from: byId("from").value, to: byId("to").value, q: byId("text").value.trim(), ...more };
  // A plus sign stands for a space in forms only, not in addresses.
  return String(new URLSearchParams(Object.entries(asked).filter(([, value]) => value))).replaceAll("+", "%20");
}

function draw() {
  byId("audit-state").textContent = entries.length ? t(next ? "audit.countMore" : "audit.count", { n: entries.length }) : t("audit.none");
  byId("entries").replaceChildren(...(entries.length ? [dataTable(t("audit.entries"), [
    { label: t("audit.when") }, { label: t("audit.who") }, { label: t("audit.what") }, { label: t("audit.detail") },
  ], entries.map((entry) => [formatDateTime(entry.at), entry.actor, kinds.get(entry.kind) ?? entry.kind, el("td", {}, entry.contest ? el("span", { class: "badge", text: entry.contest }) : "", ` ${entry.detail}`)]))] : []));
  byId("more").hidden = !next;
}

/** @param {boolean} isMore */
async function load(isMore) {
  const page = await get(`/audit?${query(isMore ? { after: next } : {})}`);
  if (page.kinds) {
    kinds = new Map(page.kinds.map((kind) => [kind.kind, language === "en" ? kind.wordsEn : kind.words]));
    const chosen = byId("kind").value;
    fillSelect("kind", [{ value: "", text: t("common.all") }, ...[...kinds].map(([value, text]) => ({ value, text }))]);
    byId("kind").value = chosen;
  }
  entries = isMore ? entries.concat(page.items) : page.items;
  next = page.next ?? "";
  draw();
}

function wire() {
  byId("filter").onsubmit = (event) => {
    event.preventDefault();
    void guarded(() => load(false));
  };
  byId("more").onclick = () => void guarded(() => load(true));
  byId("export-form").onsubmit = (event) => {
    event.preventDefault();
    const purpose = byId("purpose").value.trim();
    showFaults(byId("export-form"), purpose ? [] : [{ field: "purpose", message: t("audit.purposeMissing") }]);
    if (!purpose) return;
    const format = byId("format").value;
    location.assign(`/api/v1/audit/export?${query({ purpose, ...(format === "semicolon" ? { format: "csv", separator: format } : { format }) })}`);
  };
}

/** Auditors of single contests see what was about one of them at a time. */
async function open() {
  const [session, { items }] = await Promise.all([get("/sessions/current"), get("/staff/contests")]);
  const readers = session.roles.filter((grant) => ["admin", "auditor"].includes(grant.role) && grant.scope !== "unit");
  const reachesAll = readers.some((grant) => grant.scope === "everything");
  const own = items.filter((contest) => reachesAll || readers.some((grant) => grant.contest === contest.id));
  fillSelect("contest", [...(reachesAll ? [{ value: "", text: t("common.all") }] : []), ...own.map(({ id, title }) => ({ value: id, text: title }))]);
  fillSelect("kind", [{ value: "", text: t("common.all") }]);
  try {
    await load(false);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    byId("audit-state").textContent = t("audit.noRight");
  }
}

await useLanguage();
wire();
await staffPage(open);
