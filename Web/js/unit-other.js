// @ts-check
// Names that people wrote who did not find their unit: which unit is meant.
import { get, post } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatCount } from "./format.js";
import { decimal, t } from "./i18n.js";
import { guarded } from "./staff.js";
import { unitPicker } from "./unit-picker.js";

const n = (value) => formatCount(value, decimal());
const path = () => `/contests/${encodeURIComponent(byId("contest").value)}/other-units`;

/** @param {any} group @param {number} index */
function card(group, index) {
  const [first] = group.texts;
  const label = el("label", { id: `other-label-${index}`, for: `other-${index}`, text: t("units.name") });
  const box = el("div", {});
  const reason = el("input", { id: `other-reason-${index}`, type: "text", maxlength: "500", autocomplete: "off" });
  const problem = el("p", { class: "field-fault", role: "alert" });
  const chosen = el("select", { id: `other-suggested-${index}` },
    ...group.suggestions.map((unit) => el("option", { value: unit.code, text: [unit.title, unit.path].filter(Boolean).join(" – ") })),
    el("option", { value: "", text: "…" }));
  const item = el("li", { class: "other" },
    el("h3", { text: first.text }),
    el("p", { class: "quiet", text: t("units.otherPeople", { n: n(group.people) }) }),
    group.texts.length > 1 && el("p", { text: group.texts.slice(1, 20).map((one) => `“${one.text}” (${n(one.people)})`).join(", ") }),
    el("div", { class: "field" }, el("label", { for: `other-suggested-${index}`, text: byId("other-mean").textContent }), chosen),
    el("div", { class: "field", hidden: group.suggestions.length > 0 }, label, box),
    el("div", { class: "field" }, el("label", { for: `other-reason-${index}`, text: byId("reason").labels[0].textContent }), reason),
    problem,
    el("p", { class: "actions" }, el("button", { class: "button secondary", type: "button", text: byId("other-mean").textContent, on: { click: (event) => void map(event.currentTarget) } })));
  const picker = unitPicker(box, `other-${index}`, label.id);
  chosen.onchange = () => {
    box.parentElement.hidden = chosen.value !== "";
  };
  const map = (button) => busy(button, () => guarded(async () => {
    const unit = chosen.value || picker.value()?.code;
    problem.textContent = unit ? "" : t("units.pick");
    if (!unit) return;
    const done = await post(`${path()}/mappings`, { texts: group.texts.map((one) => one.text), unit, reason: reason.value.trim() || first.text, correctResults: byId("correct").checked });
    await showOthers();
    byId("other-state").textContent = t("units.mapped", { n: n(done.moved), attempts: n(done.attempts) });
  }));
  return item;
}

export async function showOthers() {
  const { items } = await get(path());
  byId("other-state").textContent = items.length ? "" : t("units.noOther");
  byId("others").replaceChildren(...items.map(card));
}
