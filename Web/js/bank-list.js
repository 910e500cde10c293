// @ts-check
// The banks that are stored, and taking one away as a file: what its format cannot hold is told first.
import { get } from "./api.js";
import { EXPORTS, keep } from "./bank-files.js";
import { busy, byId, el } from "./dom.js";
import { formatCount, formatDateTime } from "./format.js";
import { decimal, language, t } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable } from "./staff.js";

const SHOWN = 50;
const n = (value) => formatCount(value, decimal());

export async function showBanks() {
  const { items } = await get("/banks");
  byId("banks").replaceChildren(dataTable(t("organizer.banks"), [
    { label: t("bank.bank") }, { label: t("bank.version"), number: true }, { label: t("bank.questions"), number: true }, { label: t("bank.download") },
    { label: t("bank.contests") }, { label: t("bank.key") }, { label: t("bank.imported") }, { label: t("bank.digest") },
  ], items.map((bank) => [el("span", {}, bank.title, el("span", { class: "digest", text: ` ${bank.bank}` })), bank.version, n(bank.questions), exportCell(bank),
    bank.contests.join(", ") || t("bank.noContest"), t(bank.public ? "bank.public" : "bank.secret"), formatDateTime(bank.importedAt),
    el("td", {}, el("code", { class: "digest", title: bank.digest, text: String(bank.digest).slice(0, 12) }))])));
}

/** @param {any} bank */
function exportCell(bank) {
  if (!bank.mayExport) return t("bank.noRight");
  const { title, version } = bank;
  const formats = el("select", { "aria-label": t("bank.formatOf", { title, version }) }, ...EXPORTS.map(([value, text]) => el("option", { value, text })));
  const button = el("button", { class: "button secondary", type: "button", "aria-label": t("bank.downloadOf", { title, version }), text: t("bank.download") });
  button.onclick = () => busy(button, () => take(bank, formats.value));
  return el("td", {}, el("div", { class: "take" }, formats, button));
}

/** @param {any} bank @param {string} format */
async function take(bank, format) {
  const path = `/banks/${encodeURIComponent(bank.bank)}?${new URLSearchParams({ format, version: bank.version })}`;
  byId("export-box").hidden = true;
  byId("export-state").textContent = "";
  showProblem(byId("export-problem"));
  try {
    const { notices } = await get(`${path}&dryRun=true`);
    if (notices.length) ask(bank, format, path, notices);
    else start(bank, path);
  } catch (error) {
    showProblem(byId("export-problem"), error);
  }
}

/** @param {any} bank @param {string} path */
function start(bank, path) {
  keep(`/api/v1${path}`);
  byId("export-state").textContent = t("bank.started", { file: bank.bank });
}

/** @param {any} bank @param {string} format @param {string} path @param {any[]} notices */
function ask(bank, format, path, notices) {
  const name = EXPORTS.find(([value]) => value === format)?.[1] ?? format;
  const heading = byId("export-heading");
  heading.textContent = t("bank.loses", { bank: bank.bank, format: name, n: n(notices.length) });
  byId("export-notices").replaceChildren(...notices.slice(0, SHOWN).map((notice) => el("li", { text: (language === "en" && notice.messageEn) || notice.message })),
    ...(notices.length > SHOWN ? [el("li", { text: t("bank.more", { n: n(notices.length - SHOWN) }) })] : []));
  byId("export-confirm").onclick = () => {
    byId("export-box").hidden = true;
    start(bank, path);
    byId("banks").focus();
  };
  byId("export-cancel").onclick = () => {
    byId("export-box").hidden = true;
    byId("banks").focus();
  };
  byId("export-box").hidden = false;
  heading.focus();
}
