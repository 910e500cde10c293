// @ts-check
// Own sessions: which there are, and ending them.
import { get, request } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { formatDateTime } from "./format.js";
import { t } from "./i18n.js";
import { dataTable, guarded } from "./staff.js";

export async function showSessions() {
  const { items } = await get("/staff/sessions");
  byId("sessions").replaceChildren(dataTable(t("account.sessions"), [
    { label: t("account.device") }, { label: t("account.signedIn") }, { label: t("account.lastUsed") }, { label: t("account.act") },
  ], items.map((session) => [session.device ?? t("account.unknownDevice"), formatDateTime(session.createdAt), formatDateTime(session.usedAt),
    el("td", {}, session.current ? t("account.thisOne") : endButton(session))])));
  byId("end-others").hidden = items.length < 2;
}

/** @param {any} session */
function endButton(session) {
  const device = session.device ?? t("account.unknownDevice");
  const button = el("button", { class: "link", type: "button", text: t("account.end"), "aria-label": t("account.endOf", { device, time: formatDateTime(session.createdAt) }) });
  button.onclick = () => busy(button, () => guarded(async () => {
    await request(`/staff/sessions/${session.id}`, { method: "DELETE" });
    await showSessions();
    byId("sessions-state").textContent = t("account.ended", { n: 1 });
  }));
  return button;
}

export function wireSessions() {
  byId("end-others").onclick = () => busy(byId("end-others"), () => guarded(async () => {
    const { data } = await request("/staff/sessions", { method: "DELETE" });
    await showSessions();
    byId("sessions-state").textContent = t("account.ended", { n: data.ended });
  }));
}
