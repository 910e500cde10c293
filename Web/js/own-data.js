// @ts-check
// What is kept of whoever is signed in: seen, downloaded, withdrawn, asked about.
import { get, post, Problem, randomKey, request } from "./api.js";
import { busy, byId, el, showStep } from "./dom.js";
import { codeForm, takeCodeFromLink, signIn } from "./entry-code.js";
import { formatDate, formatDateTime, formatScore } from "./format.js";
import { addTexts, decimal, t, useLanguage } from "./i18n.js";
import { ask, wireDialog } from "./privacy-dialog.js";
import { requestLines } from "./privacy-requests.js";
import { showFaults, showProblem } from "./problems.js";
import { viPrivacy } from "./texts.privacy.vi.js";

addTexts(viPrivacy, "privacy");
let contest = new URLSearchParams(location.search).get("contest") ?? "";
const path = () => `/contests/${encodeURIComponent(contest)}/me`;
const to = (step) => showStep(step, t("common.site"));
let requestKey = randomKey();

/** A step that fails says why; a lost session leads back to the code. @param {() => Promise<void>} act */
async function guarded(act) {
  showProblem(byId("data-problem"));
  try {
    await act();
  } catch (error) {
    if (error instanceof Problem && [401, 404].includes(error.status)) return to("code");
    showProblem(byId("data-problem"), error);
  }
}

const fact = (name, ...value) => el("div", {}, el("dt", { text: name }), el("dd", {}, ...value));

/** @param {any} data */
function facts({ person, title, erasesFrom, attempts }) {
  return [
    fact(t("privacy.contest"), title),
    fact(t("privacy.name"), person.name),
    fact(t("privacy.displayName"), person.displayName),
    fact(t("privacy.birthYear"), String(person.birthYear)),
    fact(t("privacy.group"), person.groupTitle),
    fact(t("privacy.unit"), person.unit.title),
    person.position && fact(t("privacy.position"), t(`privacy.position.${person.position}`)),
    fact(t("privacy.phone"), person.phone ?? t("privacy.nothing")),
    fact(t("privacy.idNumberKept"), t(person.hasIdNumber ? "privacy.asHash" : "privacy.nothing")),
    person.onRoster && fact(t("privacy.roster"), t("privacy.onRoster")),
    fact(t("privacy.registered"), formatDateTime(person.registeredAt)),
    fact(t("privacy.attempts"), attempts.length ? el("ul", {}, ...attempts.map((a) => el("li", {
      text: t("privacy.attempt", { round: a.round, time: formatDateTime(a.startedAt), answers: a.answers.length })
        + (a.score === undefined ? "" : `, ${t("privacy.score", { score: formatScore(a.score, decimal()) })}`),
    }))) : t("privacy.nothing")),
    fact(t("privacy.until"), erasesFrom ? formatDate(Date.parse(erasesFrom) - 1) : t("privacy.noDate")),
  ].filter(Boolean);
}

/** @param {any} consent */
function consentLine(consent) {
  const words = consent.text ?? t(`privacy.purpose.${consent.purpose}`);
  return el("li", {},
    el("p", {}, words),
    el("p", { class: "about", text: t("privacy.given", { time: formatDateTime(consent.givenAt), version: consent.version ?? "–" }) }),
    consent.withdrawnAt
      ? el("p", { class: "badge badge-warn", text: t("privacy.withdrawn", { time: formatDateTime(consent.withdrawnAt) }) })
      : el("p", { class: "actions" }, el("button", {
        class: "link", type: "button", text: t("privacy.withdraw"), "aria-label": `${t("privacy.withdraw")}: ${words}`,
        on: { click: () => withdraw(consent) },
      })));
}

/** @param {any} consent */
function withdraw(consent) {
  ask({
    heading: t("privacy.withdrawHeading"), text: t(`privacy.effect.${consent.purpose}`), withReason: false,
    act: async () => {
      await request(`${path()}/consents/${consent.purpose}`, { method: "DELETE" });
      await show();
      byId("data-state").textContent = t("privacy.withdrawnNow");
    },
  });
}

async function show() {
  const data = await get(`${path()}/data`);
  byId("facts").replaceChildren(...facts(data));
  byId("consents").replaceChildren(...data.consents.map(consentLine));
  byId("requests").replaceChildren(...requestLines(data.requests, Date.parse(data.serverTime)));
  byId("sessions").textContent = t("privacy.sessions", { n: data.sessions.length });
  byId("others-out").hidden = data.sessions.length < 2;
  byId("accesses").replaceChildren(...(data.accesses.length ? data.accesses.map((access) => el("li", {},
    el("p", { text: `${formatDateTime(access.at)}: ${t(`privacy.read.${access.kind}`)}` }),
    el("p", { class: "about", text: [t("privacy.role", { role: access.role.split(", ").map((role) => t(`privacy.role.${role}`)).join(", ") }), access.purpose].filter(Boolean).join(" – ") }))) : [el("li", { class: "about", text: t("privacy.neverRead") })]));
  byId("download").href = `/api/v1${path()}/data?download=1`;
  if (document.body.dataset.at !== "data") to("data");
}

function wireRequest() {
  const form = byId("request-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    const wish = byId("wish").value.trim();
    const kind = byId("kind").value;
    const faults = kind === "correction" && !wish ? [{ field: "wish", message: t("privacy.fault.wish") }] : [];
    showFaults(form, faults);
    if (faults.length) return;
    void busy(form.querySelector('[type="submit"]'), () => guarded(async () => {
      const kept = await post(`${path()}/requests`, { requestKey, kind, wish });
      requestKey = randomKey();
      form.reset();
      await show();
      byId("data-state").textContent = t("privacy.kept", { n: kept.number, day: formatDateTime(kept.answerBy) });
    }));
  };
}

await useLanguage();
wireDialog();
wireRequest();
const enter = (session) => {
  contest = session.contest ?? contest;
  return guarded(show);
};
codeForm(enter);
byId("others-out").onclick = () => busy(byId("others-out"), () => guarded(async () => {
  const { ended } = await request(`${path()}/sessions`, { method: "DELETE" }).then((reply) => reply.data);
  await show();
  byId("data-state").textContent = t("privacy.ended", { n: ended });
}));
byId("out").onclick = () => busy(byId("out"), () => guarded(async () => {
  await request("/sessions/current", { method: "DELETE" });
  to("code");
}));
const code = takeCodeFromLink();
await guarded(async () => {
  const session = code ? await signIn(code) : await get("/sessions/current");
  if (session.kind !== "contestant") return to("code");
  await enter(session);
});
