// @ts-check
// The page of reports: which year, which unit, and the sheet to print.
import { get } from "./api.js";
import { busy, byId, safeStorage } from "./dom.js";
import { formatDate, yearOf } from "./format.js";
import { addTexts, t, useLanguage } from "./i18n.js";
import { showPaper } from "./report-paper.js";
import { fillSelect, guarded, staffPage } from "./staff.js";
import { viReports } from "./texts.reports.vi.js";

addTexts(viReports, "reports");

const storage = safeStorage("localStorage");
/** What stands on every report of an agency is typed once. */
const WORDS = ["above", "agency", "place", "recipients"];

const query = () => {
  const unit = byId("unit").value;
  return new URLSearchParams({ year: byId("year").value, ...(byId("until").value ? { until: byId("until").value } : {}), ...(unit ? { unit } : {}) });
};

async function show() {
  const report = await get(`/reports/yearly?${query()}`);
  for (const id of WORDS) storage.setItem(`bv.report.${id}`, byId(id).value);
  const recipients = byId("recipients").value.split("\n").map((line) => line.trim()).filter(Boolean);
  showPaper(report, { above: byId("above").value.trim(), agency: byId("agency").value.trim(), place: byId("place").value.trim(), recipients });
  byId("report-xlsx").href = `/api/v1/reports/yearly?${query()}&format=xlsx`;
  byId("coverage-csv").href = `/api/v1/reports/coverage?${query()}&format=csv`;
  for (const id of ["print", "report-xlsx", "coverage-csv"]) byId(id).hidden = false;
  byId("report-state").textContent = t("reports.ready", { year: report.year, day: formatDate(`${report.until}T00:00:00+07:00`) });
}

const lastDay = () => {
  byId("until").value = /^\d{4}$/.test(byId("year").value) ? `${byId("year").value}-12-14` : "";
};

await useLanguage();
byId("year").value = String(yearOf(Date.now()));
lastDay();
byId("year").onchange = lastDay;
for (const id of WORDS) byId(id).value = storage.getItem(`bv.report.${id}`) ?? "";
byId("print").onclick = () => print();
byId("report-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void busy(/** @type {HTMLButtonElement} */ (byId("report-form").querySelector('[type="submit"]')), () => guarded(show));
});
await staffPage(async () => {
  const { items } = await get("/staff/units");
  const units = items.map((unit) => ({ value: unit.code, text: unit.title }));
  fillSelect("unit", units.length ? units : [{ value: "", text: t("reports.all") }]);
});
