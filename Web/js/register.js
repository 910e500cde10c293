// @ts-check
// The registration form: which fields, which faults, and sending it so that once is once (I5).
import { get, post, Problem, randomKey } from "./api.js";
import { unitCombobox } from "./combobox.js";
import { busy, byId, el, safeStorage } from "./dom.js";
import { language, t } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";

/** @param {any} contest @param {string} group */
const hasPositions = (contest, group) => contest.registration.position !== "no" && ["can-bo", "lanh-dao"].includes(group);

/** Whether someone counts as a child in this contest (I15). @param {number} contestYear @param {number} birthYear */
export const isChild = (contestYear, birthYear) => contestYear - birthYear <= 16;

/** @param {any} contest @param {(reply: any) => void} done  with `{contestant, entryCode}` */
export function registrationForm(contest, done) {
  const form = byId("register-form");
  const year = contest.year;
  const base = `/contests/${encodeURIComponent(contest.id)}`;

  byId("group").replaceChildren(...contest.groups.map((group) =>
    el("label", { class: "choice" },
      el("input", { type: "radio", name: "group", value: group.id, checked: contest.groups.length === 1 }),
      el("span", {}, group.title, ageNote(group) && el("span", { class: "tag", text: ` (${ageNote(group)})` })))));

  const unit = unitCombobox(
    { input: byId("unit"), list: byId("unit-list"), picked: byId("unit-picked"), status: byId("unit-status") },
    async (query, limit) => {
      const group = current().group;
      return (await get(`${base}/units?${new URLSearchParams({ ...(group ? { group } : {}), q: query, limit: String(limit) })}`)).items;
    });

  const current = () => {
    const data = new FormData(form);
    const text = (name) => String(data.get(name) ?? "").replace(/\s+/g, " ").trim().normalize("NFC");
    const birthYear = /^\d{4}$/.test(text("birthYear")) ? Number(text("birthYear")) : undefined;
    return { name: text("name"), group: text("group"), birthYear, position: text("position"), phone: text("phone"), otherUnit: text("otherUnit"), consents: data.getAll("consent").map(String) };
  };

  const adapt = () => {
    const { group: id, birthYear } = current();
    const group = contest.groups.find((g) => g.id === id);
    const child = birthYear !== undefined && isChild(year, birthYear);
    byId("position-field").hidden = !hasPositions(contest, id);
    byId("phone-field").hidden = !group?.asksPhone || birthYear === undefined || child;
    byId("phone-label").textContent = contest.registration.phone === "required" ? t("register.phone") : t("register.phoneOptional");
    byId("unit-label").textContent = group && !group.unitRequired ? t("register.unitOptional") : t("register.unit");
    byId("other-field").hidden = unit.value()?.code !== "khac";
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-consent]"))) {
      const asked = row.dataset.consent === "participation" || (row.dataset.consent === "guardian" ? child : !child);
      row.hidden = !asked;
      // What is no longer asked is no longer agreed to.
      if (!asked) /** @type {HTMLInputElement} */ (row.querySelector("input")).checked = false;
    }
    extra?.adapt(child || birthYear === undefined);
  };

  byId("consents").replaceChildren(...contest.consents.map((consent) =>
    el("label", { class: "choice", data: { consent: consent.purpose } },
      el("input", { type: "checkbox", name: "consent", value: consent.purpose }),
      el("span", {}, consent.text, consent.required && el("span", { class: "tag", text: ` (${t("register.required")})` })))));

  // What only some contests ask is fetched by those alone.
  let extra;
  if (!contest.registration.usual) void import("./register-extra.js").then(async (m) => {
    extra = await m.extraFields(contest);
    adapt();
  });

  let group = "";
  form.addEventListener("change", () => {
    if (current().group !== group) {
      // Another group may have other units: what was picked may not be among them.
      if (group) unit.reset();
      group = current().group;
    }
    adapt();
  });
  byId("birthYear").addEventListener("input", adapt);
  adapt();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entered = current();
    const faults = faultsOf(entered, unit.value()?.code, byId("unit").value.trim(), contest, year);
    showProblem(byId("register-problem"));
    showFaults(form, faults);
    if (faults.length) return;
    const body = bodyOf(entered, unit.value()?.code, contest, year);
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]'));
    void busy(button, async () => {
      button.textContent = t("register.sending");
      try {
        done(await post(`${base}/registrations`, { requestKey: requestKey(contest.id, body), ...body, ...(await extra?.body()) }));
      } catch (error) {
        const known = error instanceof Problem && error.code === "invalid" && error.body?.faults?.length;
        if (known) showFaults(form, error.body.faults.map((f) => ({ field: f.field.split(/[.[/]/)[0], message: (language === "en" && f.messageEn) || f.message })));
        else showProblem(byId("register-problem"), error);
      } finally {
        button.textContent = t("register.submit");
      }
    });
  });
}

/** @param {any} group */
function ageNote(group) {
  if (group.minimumAge && group.maximumAge) return t("register.ages", { from: group.minimumAge, to: group.maximumAge });
  if (group.minimumAge) return t("register.ageFrom", { from: group.minimumAge });
  return group.maximumAge ? t("register.ageTo", { to: group.maximumAge }) : "";
}

/** The faults that the page can see itself, in the order of the fields; the server has the last word.
 * @param {any} entered @param {string | undefined} unit @param {string} unitTyped @param {any} contest @param {number} year */
function faultsOf(entered, unit, unitTyped, contest, year) {
  const faults = /** @type {{field: string, message: string}[]} */ ([]);
  const fault = (field, key, values = {}) => faults.push({ field, message: t(key, values) });
  const group = contest.groups.find((g) => g.id === entered.group);
  const child = entered.birthYear !== undefined && isChild(year, entered.birthYear);
  if (entered.name.length < 2) fault("name", "fault.name");
  if (!group) fault("group", "fault.group");
  const age = year - (entered.birthYear ?? 0);
  if (entered.birthYear === undefined || age > 120 || age < 5) fault("birthYear", "fault.birthYear");
  else if (group?.minimumAge && age < group.minimumAge) fault("birthYear", "fault.tooYoung", { age: group.minimumAge });
  else if (group?.maximumAge && age > group.maximumAge) fault("birthYear", "fault.tooOld", { age: group.maximumAge });
  if (!unit && (unitTyped || !group || group.unitRequired)) fault("unit", unitTyped ? "fault.unitPick" : "fault.unit");
  if (hasPositions(contest, entered.group) && !entered.position) fault("position", "fault.position");
  if (group?.asksPhone && entered.birthYear !== undefined && !child) {
    const digits = entered.phone.replace(/[\s.()-]/g, "");
    if (!digits && contest.registration.phone === "required") fault("phone", "fault.phone");
    else if (digits && !/^(\+?84|0)\d{9,10}$/.test(digits)) fault("phone", "fault.phoneForm");
  }
  const missing = contest.consents.find((c) => (c.required === true || (c.required === "child" && child)) && !entered.consents.includes(c.purpose));
  if (missing) fault("consents", missing.purpose === "guardian" ? "fault.guardian" : "fault.consent");
  return faults;
}

/** @param {any} entered @param {string | undefined} unit @param {any} contest @param {number} year */
function bodyOf(entered, unit, contest, year) {
  const group = contest.groups.find((g) => g.id === entered.group);
  return {
    name: entered.name,
    group: entered.group,
    ...(unit ? { unit } : {}),
    ...(unit === "khac" ? { otherUnit: entered.otherUnit } : {}),
    birthYear: entered.birthYear,
    ...(hasPositions(contest, entered.group) && entered.position ? { position: entered.position } : {}),
    ...(group.asksPhone && !isChild(year, entered.birthYear) && entered.phone ? { phone: entered.phone.replace(/[\s.()-]/g, "") } : {}),
    consents: entered.consents,
    consentTexts: contest.consentTexts,
  };
}

/** One key per filled-in form, also over a reload: a reply that got lost is answered again, entry code included.
 * Only a fingerprint of the form is kept, for this tab. @param {string} contest @param {any} body */
function requestKey(contest, body) {
  const storage = safeStorage("sessionStorage");
  const print = fingerprint(JSON.stringify(body));
  const kept = JSON.parse(storage.getItem(`bv.request.${contest}`) ?? "null");
  if (kept?.print === print) return kept.key;
  const key = randomKey();
  storage.setItem(`bv.request.${contest}`, JSON.stringify({ print, key }));
  return key;
}

/** FNV-1a, 32 bits: tells two fillings of a form apart, nothing more. @param {string} text */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
