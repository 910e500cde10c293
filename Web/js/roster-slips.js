// @ts-check
// Slips with entry codes, eight to ten a sheet, to be printed and cut.
import { byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { qrCode } from "./qr.js";

/** @param {any} slip @param {any} sheet */
const slipOf = (slip, sheet) => el("article", { class: "slip" },
  el("div", {},
    el("h2", { text: slip.name }),
    el("p", { text: slip.unit.title }),
    el("p", { text: t("slips.born", { year: slip.birthYear }) }),
    el("p", { text: sheet.contest.title })),
  qrCode(slip.qr, t("slips.qr")),
  el("p", { class: "code", text: slip.entryCode }),
  el("p", { class: "how", text: t("slips.how", { address: sheet.address.replace(/^https?:\/\//, "") }) }));

/** @param {any} sheet  what the server says of a class */
export function showSlips(sheet) {
  byId("slips-state").textContent = [t("slips.count", { n: sheet.items.length }), sheet.withoutCode ? t("slips.without", { n: sheet.withoutCode }) : ""].filter(Boolean).join(" ");
  byId("slips").replaceChildren(el("div", { class: "slips" }, ...sheet.items.map((slip) => slipOf(slip, sheet))));
  byId("slips-print").onclick = () => print();
}

/** Codes do not stay in a page that is left. */
export const clearSlips = () => byId("slips").replaceChildren();
