// @ts-check
// Accounts of others: what they hold, and what may be done about it.
import { get, post, Problem, randomKey, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { showRefusal } from "./account-own.js";
import { showFaults, showProblem } from "./problems.js";
import { dataTable, fillSelect, guarded } from "./staff.js";

const ROLES = ["admin", "organizer", "coordinator", "auditor"];
const path = (account) => `/accounts/${encodeURIComponent(account.name)}`;
/** @type {Map<string, string>} */ let contests = new Map();
/** Names that are there. @type {Set<string>} */ let names = new Set();
/** Whose page it is. */
let ownName = "";

/** @param {any} grant */
function words(grant) {
  const where = [grant.contest && (contests.get(grant.contest) ?? grant.contest), grant.unit].filter(Boolean).join(", ");
  return `${t(`role.${grant.role}`)}${where ? ` (${where})` : ""}`;
}

export async function showAccounts() {
  const { items } = await get("/accounts");
  names = new Set(items.map((account) => account.name));
  byId("accounts").replaceChildren(dataTable(t("account.accounts"), [
    { label: t("account.name") }, { label: t("account.grants") }, { label: t("account.state") }, { label: t("account.act") },
  ], items.map((account) => [account.name, grantsCell(account), stateWords(account), actsCell(account)])));
}

/** @param {any} account */
const stateWords = (account) => [
  t(account.disabled ? "account.isDisabled" : "account.isEnabled"),
  account.mustChangePassword && t("account.isTemporary"),
  account.totp && t("account.hasTOTP"),
  account.sessions && t("account.hasSessions", { n: account.sessions }),
].filter(Boolean).join(", ");

/** @param {any} account */
function grantsCell(account) {
  return el("td", {}, el("ul", { class: "grants" }, ...account.grants.map((grant) => {
    const button = el("button", { class: "link small", type: "button", text: t("account.revoke"), "aria-label": t("account.revokeOf", { grant: words(grant), name: account.name }) });
    button.onclick = () => act(button, async () => {
      const query = new URLSearchParams(Object.entries(grant).filter(([, value]) => value));
      await request(`${path(account)}/grants?${query}`, { method: "DELETE" });
      return t("account.revoked", { grant: words(grant), name: account.name });
    });
    return el("li", {}, el("span", { text: words(grant) }), account.name !== ownName && button);
  })));
}

/** @param {any} account */
function actsCell(account) {
  // Nobody shuts themselves out.
  if (account.name === ownName) return t("account.own");
  const acts = [
    ["reset", t("account.reset")], account.disabled ? ["enable", t("account.enable")] : ["disable", t("account.disable")],
    ...(account.totp ? [["totp", t("account.removeTOTP")]] : []), ...(account.sessions ? [["sessions", t("account.endAll")]] : []),
  ];
  const choice = el("select", { "aria-label": t("account.actOf", { name: account.name }) }, ...acts.map(([value, text]) => el("option", { value, text })));
  const button = el("button", { class: "button secondary", type: "button", text: t("account.do"), "aria-label": t("account.doOf", { name: account.name }) });
  button.onclick = () => act(button, () => carryOut(account, choice.value));
  return el("td", {}, el("div", { class: "take" }, choice, button));
}

/** @param {any} account @param {string} what @returns {Promise<string>} what to say */
async function carryOut(account, what) {
  const { name } = account;
  switch (what) {
    case "reset":
      handOver(await post(`${path(account)}/reset`, { requestKey: randomKey() }));
      return "";
    case "totp":
      await request(`${path(account)}/totp`, { method: "DELETE" });
      return t("account.totpRemoved", { name });
    case "sessions":
      await request(`${path(account)}/sessions`, { method: "DELETE" });
      return t("account.sessionsEnded", { name });
    default:
      await request(`${path(account)}/state`, { method: "PUT", body: { disabled: what === "disable" } });
      return t(what === "disable" ? "account.disabled" : "account.enabled", { name });
  }
}

/** @param {HTMLButtonElement} button @param {() => Promise<string>} work */
function act(button, work) {
  void busy(button, () => guarded(async () => {
    const said = await work();
    await showAccounts();
    byId("accounts-state").textContent = said;
  }));
}

/** @param {{account: any, password: string}} made */
function handOver({ account, password }) {
  byId("handover-words").textContent = t("account.handoverWords", { name: account.name });
  byId("handover-password").textContent = password;
  byId("handover").hidden = false;
  byId("handover-heading").focus();
}

export function wireAccounts() {
  byId("handover-done").onclick = () => {
    byId("handover").hidden = true;
    byId("handover-password").textContent = "";
  };
  const form = byId("add-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    showProblem(byId("add-problem"));
    showFaults(form, []);
    const [name, role, contest, unit] = ["name", "role", "contest", "unit"].map((id) => byId(id).value.trim());
    if (!name) return showFaults(form, [{ field: "name", message: t("fault.username") }]);
    const grant = { role, ...(contest ? { contest } : {}), ...(unit ? { unit } : {}) };
    void busy(form.querySelector('[type="submit"]'), async () => {
      try {
        if (names.has(name)) await post(`/accounts/${encodeURIComponent(name)}/grants`, grant);
        else handOver(await post("/accounts", { requestKey: randomKey(), name, ...grant }));
        byId("accounts-state").textContent = t("account.granted", { grant: words(grant), name });
        form.reset();
        await showAccounts();
      } catch (error) {
        showRefusal(form, byId("add-problem"), error);
      }
    });
  };
}

/** What may be given and ruled. @param {any} session */
export async function openManagement(session) {
  const { items } = await get("/staff/contests");
  contests = new Map(items.map((contest) => [contest.id, contest.title]));
  ownName = session.name;
  const isAdmin = session.roles.some((grant) => grant.role === "admin");
  fillSelect("role", (isAdmin ? ROLES : ["coordinator"]).map((role) => ({ value: role, text: t(`role.${role}`) })));
  const reachesAll = session.roles.some((grant) => grant.scope === "everything" && ["admin", "organizer"].includes(grant.role));
  fillSelect("contest", [...(reachesAll ? [{ value: "", text: t("account.allContests") }] : []), ...items.map(({ id, title }) => ({ value: id, text: title }))]);
  await showAccounts();
  await openRules();
}

async function openRules() {
  const form = byId("rules");
  let rules;
  try {
    rules = await get("/account-rules");
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return;
    throw error;
  }
  byId("rule-roles").replaceChildren(...ROLES.map((role) => el("label", { class: "choice" },
    el("input", { type: "checkbox", value: role, checked: rules.requireTOTP.includes(role) }), el("span", { text: t(`role.${role}`) }))));
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    void busy(form.querySelector('[type="submit"]'), () => guarded(async () => {
      const requireTOTP = [...form.querySelectorAll("input:checked")].map((input) => input.value);
      await request("/account-rules", { method: "PUT", body: { requireTOTP } });
      byId("rules-state").textContent = t("account.rulesKept");
    }));
  };
}
