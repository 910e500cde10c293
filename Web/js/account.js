// @ts-check
// The page of accounts: the own one for everybody of the staff, those of others for who may manage them.
import { openManagement, wireAccounts } from "./account-list.js";
import { ownAccount, showTOTP, wirePassword, wireTOTP } from "./account-own.js";
import { showSessions, wireSessions } from "./account-sessions.js";
import { byId, el } from "./dom.js";
import { addTexts, t, useLanguage } from "./i18n.js";
import { guarded, staffPage } from "./staff.js";
import { viAccounts } from "./texts.accounts.vi.js";

addTexts(viAccounts, "accounts");

/** @param {string[]} duties */
function showDuties(duties) {
  byId("duties").replaceChildren(...duties.map((duty) => el("div", { class: "notice notice-warning" }, el("p", { text: t(`account.duty.${duty}`) }))));
}

async function show() {
  const own = await ownAccount();
  byId("own-name").value = own.name;
  showDuties(own.duties);
  showTOTP(own.totp);
  await showSessions();
  byId("manage").hidden = !own.managesAccounts;
  if (own.managesAccounts) await openManagement(own);
}

const refresh = () => guarded(show);

await useLanguage();
wirePassword(refresh);
wireTOTP(refresh);
wireSessions();
wireAccounts();
await staffPage(show);
