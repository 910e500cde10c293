// @ts-check
// Slips with entry codes, eight to ten a sheet, to be printed and cut.
import { byId, el } from "./dom.js";
import { t } from "./i18n.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {{side: number, path: string}} qr */
function picture({ side, path }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", t("slips.qr"));
  for (const [fill, d] of [["#fff", `M0 0h${side}v${side}H0z`], ["#000", path]]) {
    const part = document.createElementNS(SVG, "path");
    part.setAttribute("fill", fill);
    part.setAttribute("d", d);
    svg.append(part);
  }
  return svg;
}

/** @param {any} slip @param {any} sheet */
const slipOf = (slip, sheet) => el("article", { class: "slip" },
  el("div", {},
    el("h2", { text: slip.name }),
    el("p", { text: slip.unit.title }),
    el("p", { text: t("slips.born", { year: slip.birthYear }) }),
    el("p", { text: sheet.contest.title })),
  picture(slip.qr),
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
