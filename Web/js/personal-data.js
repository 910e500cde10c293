// @ts-check
// The organizers' desk for personal data: requests with their terms, people, what is erased when, who read what.
import { get, post, randomKey, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatDate, formatDateTime } from "./format.js";
import { addTexts, t, useLanguage } from "./i18n.js";
import { ask, wireDialog } from "./privacy-dialog.js";
import { requestHeading, requestLines } from "./privacy-requests.js";
import { showFaults } from "./problems.js";
import { dataTable, fillSelect, guarded, staffPage } from "./staff.js";
import { viPrivacy } from "./texts.privacy.vi.js";

addTexts(viPrivacy, "privacy");
const path = () => `/contests/${encodeURIComponent(byId("contest").value)}`;
const told = (text) => { byId("state").textContent = text; };
/** The person whose record is open. @type {any} */
let open;
let requestKey = randomKey();

const button = (text, about, run) => el("button", { class: "link", type: "button", text, "aria-label": `${text}: ${about}`, on: { click: run } });

/** @param {any} item @param {string} step @param {boolean} withReason */
function take(item, step, withReason) {
  const act = async (reason) => {
    await post(`${path()}/data-requests/${item.number}/steps`, { step, ...(withReason ? { reason } : {}) });
    await showRequests();
    told(t("privacy.done"));
  };
  if (!withReason) return void guarded(() => act(""));
  ask({ heading: t(`privacy.step.${step}`), text: requestHeading(item), withReason: true, act });
}

/** @param {any} item */
function actions(item) {
  const about = requestHeading(item);
  const person = item.name && el("p", {}, t("privacy.of", { name: item.name }), " ", item.contestant && button(t("privacy.openRecord"), item.name, () => void guarded(() => openPerson(item.contestant, about))));
  if (item.closedAt) return [person];
  return [person, el("p", { class: "actions" },
    item.state === "open" && button(t("privacy.step.answer"), about, () => take(item, "answer", false)),
    !item.extensionReason && button(t("privacy.step.extend"), about, () => take(item, "extend", true)),
    item.kind === "erasure" && item.contestant
      ? button(t("privacy.erase"), about, () => void guarded(async () => { await openPerson(item.contestant, about); erase(item.number); }))
      : button(t("privacy.step.finish"), about, () => take(item, "finish", true)),
    button(t("privacy.step.refuse"), about, () => take(item, "refuse", true)))];
}

async function showRequests() {
  const state = byId("requests-shown").value;
  const { items, serverTime } = await get(`${path()}/data-requests?state=${state}`);
  byId("requests").replaceChildren(...requestLines(items, Date.parse(serverTime), actions));
}

/** @param {string} id @param {string} purpose */
async function openPerson(id, purpose) {
  open = await get(`${path()}/contestants/${id}?${new URLSearchParams({ purpose })}`);
  const { person } = open;
  byId("person").hidden = false;
  byId("person-name").textContent = person.name;
  byId("person-about").textContent = t("privacy.about", { group: person.groupTitle, unit: person.unit.title, time: formatDateTime(person.registeredAt) });
  byId("name").value = person.name;
  byId("birthYear").value = person.birthYear;
  byId("unit").value = person.unit.code;
  byId("phone").value = person.phone ?? "";
  byId("correct-form").hidden = Boolean(person.erasedAt);
  byId("person-consents").replaceChildren(...open.consents.map((c) => el("li", { text: `${t(`privacy.purpose.${c.purpose}`)}: ${c.withdrawnAt ? t("privacy.withdrawn", { time: formatDateTime(c.withdrawnAt) }) : formatDateTime(c.givenAt)}` })));
  byId("person-name").tabIndex = -1;
  byId("person-name").focus();
}

/** @param {number} [number]  of the request that it fulfils */
function erase(number) {
  const { person } = open;
  ask({
    heading: t("privacy.erase"), text: t("privacy.eraseText", { name: person.name }), withReason: true, withForce: true,
    act: async (reason, force) => {
      await post(`${path()}/contestants/${person.id}/erasure`, { reason, force, ...(number ? { request: number } : {}) });
      byId("person").hidden = true;
      byId("found").replaceChildren();
      await Promise.all([showRequests(), showRetention()]);
      told(t("privacy.erased"));
    },
  });
}

function wirePerson() {
  byId("find-form").onsubmit = (event) => {
    event.preventDefault();
    void busy(byId("find-form").querySelector('[type="submit"]'), () => guarded(async () => {
      const purpose = byId("purpose").value.trim();
      showFaults(byId("find-form"), purpose.length < 5 ? [{ field: "purpose", message: t("privacy.fault.purpose") }] : []);
      if (purpose.length < 5) return;
      const { items } = await get(`${path()}/contestants?${new URLSearchParams({ q: byId("find").value, purpose })}`);
      byId("found").replaceChildren(...(items.length ? items.map((p) => el("li", {},
        el("p", {}, el("span", { class: "name", text: p.name }), ` ${p.birthYear}, ${p.unit}`),
        el("p", { class: "actions" }, button(t("privacy.openRecord"), p.name, () => void guarded(() => openPerson(p.contestant, purpose))), button(t("privacy.enterFor"), p.name, () => enterFor(p))))) : [el("li", { class: "about", text: t("privacy.foundNone") })]));
    }));
  };
  const form = byId("correct-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    void busy(form.querySelector('[type="submit"]'), () => guarded(async () => {
      const reason = byId("reason").value.trim();
      showFaults(form, reason ? [] : [{ field: "reason", message: t("privacy.fault.reason") }]);
      if (!reason) return;
      const body = { name: byId("name").value, birthYear: Number(byId("birthYear").value) || 0, unit: byId("unit").value.trim(), phone: byId("phone").value.trim(), reason };
      await request(`${path()}/contestants/${open.person.id}`, { method: "PUT", body });
      byId("reason").value = "";
      await openPerson(open.person.id, t("privacy.afterCorrection"));
      told(t("privacy.done"));
    }));
  };
  byId("erase").onclick = () => erase();
}

/** @param {any} person */
function enterFor(person) {
  byId("paper-person").value = person.contestant;
  byId("paper-about").textContent = t("privacy.of", { name: person.name });
  byId("paper").open = true;
  byId("paper-wish").focus();
}

function wirePaper() {
  const form = byId("paper-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    void busy(form.querySelector('[type="submit"]'), () => guarded(async () => {
      const wish = byId("paper-wish").value.trim();
      showFaults(form, wish ? [] : [{ field: "paper-wish", message: t("privacy.fault.wish") }]);
      if (!wish) return;
      const contestant = byId("paper-person").value;
      const kept = await post(`${path()}/data-requests`, {
        requestKey, kind: byId("paper-kind").value, wish,
        ...(contestant ? { contestant } : {}), ...(byId("paper-day").value ? { receivedOn: byId("paper-day").value } : {}),
      });
      requestKey = randomKey();
      form.reset();
      byId("paper-about").textContent = "";
      await showRequests();
      told(t("privacy.kept", { n: kept.number, day: formatDateTime(kept.answerBy) }));
    }));
  };
}

async function showRetention() {
  const report = await get(`${path()}/retention`);
  const lines = [
    report.erasesFrom ? t("privacy.erasesFrom", { day: formatDate(report.erasesFrom) }) : t("privacy.noRetention"),
    t("privacy.keeps", { n: report.kept, phones: report.withPhone, entries: report.keptOnRosters }),
    t("privacy.erasedSoFar", { n: report.erasedInAll, byDate: report.erased, entries: report.erasedOnRosters }),
    report.finishedAt && t("privacy.finished", { time: formatDateTime(report.finishedAt) }),
    report.unfinishedRounds.length > 0 && t("privacy.unfinished", { rounds: report.unfinishedRounds.join(", ") }),
    report.openAttempts > 0 && t("privacy.openAttempts", { n: report.openAttempts }),
  ];
  byId("retention").replaceChildren(...lines.filter(Boolean).map((text) => el("li", { text })));
}

async function showAccesses() {
  const { items } = await get(`${path()}/data-accesses`);
  byId("accesses").replaceChildren(dataTable(t("privacy.accesses"),
    [{ label: t("privacy.when") }, { label: t("privacy.who") }, { label: t("privacy.what") }, { label: t("privacy.purpose") }, { label: t("privacy.people"), number: true }],
    items.map((a) => [formatDateTime(a.at), `${a.actor} (${a.role.split(", ").map((role) => t(`privacy.role.${role}`)).join(", ")})`, t(`privacy.read.${a.kind}`) + (a.unit ? `, ${a.unit}` : ""), a.purpose || "–", a.people || "–"])));
}

function wireAffected() {
  byId("affected-form").onsubmit = (event) => {
    event.preventDefault();
    const purpose = byId("affected-purpose").value.trim();
    const faults = purpose.length < 5 ? [{ field: "affected-purpose", message: t("privacy.fault.purpose") }] : [];
    showFaults(byId("affected-form"), faults);
    if (!faults.length) location.assign(`/api/v1${path()}/affected?${new URLSearchParams({ purpose, separator: "semicolon" })}`);
  };
}

async function openContest() {
  byId("person").hidden = true;
  byId("found").replaceChildren();
  await Promise.all([showRequests(), showRetention(), showAccesses()]);
}

await useLanguage();
wireDialog();
wirePerson();
wirePaper();
wireAffected();
byId("contest").onchange = () => void guarded(openContest);
byId("requests-shown").onchange = () => void guarded(showRequests);
await staffPage(async () => {
  const { items } = await get("/staff/contests");
  const own = items.filter((contest) => contest.roles.some((role) => role === "organizer" || role === "admin"));
  fillSelect("contest", own.map((c) => ({ value: c.id, text: `${c.title} (${t(`home.${c.state}`)})` })));
  const asked = new URLSearchParams(location.search).get("contest");
  if (own.some((c) => c.id === asked)) byId("contest").value = asked;
  if (own.length) await openContest();
});
