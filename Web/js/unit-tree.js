// @ts-check
// The register: walked along a tree or searched, one unit at hand with its headcounts.
import { get, post } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatCount, formatDate, formatDateTime } from "./format.js";
import { decimal, t } from "./i18n.js";
import { showFaults } from "./problems.js";
import { dataTable, guarded } from "./staff.js";
import { formFaults } from "./unit-import.js";
import { unitPicker } from "./unit-picker.js";

const n = (value) => formatCount(value, decimal());
/** @param {string | undefined} day */
const dayText = (day) => (day ? formatDate(`${day}T00:00:00+07:00`) : "…");

/** @type {ReturnType<typeof unitPicker>} */
let successor;
let open = "";

/** @param {URLSearchParams} query */
async function list(query) {
  query.set("tree", byId("tree").value);
  const { items, left } = await get(`/units?${query}`);
  byId("unit-state").textContent = items.length ? (left ? t("units.more", { n: n(items.length) }) : "") : t("units.none");
  byId("unit-rows").replaceChildren(...(items.length ? [dataTable(t("units.name"), [{ label: t("units.name") }, { label: t("units.code") }, { label: t("units.countOf"), number: true }], items.map(row))] : []));
}

/** @param {any} unit */
const row = (unit) => [
  el("span", { class: unit.isValid ? undefined : "past" },
    el("button", { class: "link", type: "button", text: unit.title, on: { click: () => void guarded(() => show(unit.code)) } }),
    unit.below > 0 && el("span", {}, " ", el("button", { class: "link", type: "button", text: t("units.below", { n: n(unit.below) }), on: { click: () => void guarded(() => list(new URLSearchParams({ parent: unit.code }))) } }))),
  unit.code,
  unit.headcount ? n(unit.headcount) : "–",
];

/** @param {string} code */
async function show(code) {
  draw(await get(`/units/${encodeURIComponent(code)}`));
  byId("card-heading").focus();
}

/** @param {any} unit */
function draw(unit) {
  open = unit.code;
  byId("unit-card").hidden = false;
  byId("card-heading").textContent = unit.title;
  const facts = [unit.path, `${t("units.code")}: ${unit.code}`];
  if (unit.validFrom || unit.validTo) facts.push(t("units.valid", { from: dayText(unit.validFrom), to: dayText(unit.validTo) }));
  if (unit.successors.length) facts.push(t("units.successors", { codes: unit.successors.join(", ") }));
  byId("card-facts").replaceChildren(...facts.filter(Boolean).map((text) => el("p", { text })));
  const columns = [{ label: byId("group").labels[0].textContent }, { label: t("units.countOf"), number: true }, { label: byId("on").labels[0].textContent }, { label: byId("source").labels[0].textContent }, { label: t("units.enteredBy") }];
  const rows = unit.headcounts.map((one) => [one.group ?? t("units.everybody"), n(one.count), one.on ? dayText(one.on) : "–", one.source ?? "–", one.enteredAt ? `${one.enteredBy}, ${formatDateTime(one.enteredAt)}` : "–"]);
  byId("card-counts").replaceChildren(rows.length
    ? el("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": t("units.countOf") }, dataTable(t("units.countOf"), columns, rows))
    : el("p", { class: "quiet", text: t("units.noHeadcount") }));
}

/** @param {{value: string, text: string}[]} contests */
export function wireTree(contests) {
  successor = unitPicker(byId("successor-box"), "successor", "successor-label");
  byId("merge-contests").replaceChildren(...contests.map(({ value, text }) =>
    el("label", { class: "check" }, el("input", { type: "checkbox", name: "contest", value }), el("span", { text }))));
}

export function wireForms() {
  byId("find-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const q = byId("find").value.trim();
    void guarded(() => list(new URLSearchParams(q ? { q } : {})));
  });
  byId("to-top").onclick = () => void guarded(showTop);
  byId("tree").onchange = () => void guarded(showTop);
  const send = (form, act) => form.addEventListener("submit", (event) => {
    event.preventDefault();
    showFaults(form, []);
    void busy(form.querySelector('[type="submit"]'), () => guarded(() => formFaults(form, act)));
  });
  send(byId("count-form"), async () => {
    const group = byId("group").value;
    draw(await post(`/units/${encodeURIComponent(open)}/headcounts`, { ...(group ? { group } : {}), count: Number.parseInt(byId("count").value, 10) || 0, on: byId("on").value, source: byId("source").value.trim() }));
  });
  send(byId("merge-form"), async () => {
    const contests = [...byId("merge-form").querySelectorAll('[name="contest"]:checked')].map((box) => box.value);
    const done = await post(`/units/${encodeURIComponent(open)}/merges`, { successor: successor.value()?.code ?? "", from: byId("from").value, contests, reason: byId("reason").value.trim() });
    await show(open);
    byId("unit-state").textContent = t("units.merged", { n: n(done.moved), listed: n(done.listed) });
  });
}

export async function showTop() {
  byId("find").value = "";
  await list(new URLSearchParams());
}
