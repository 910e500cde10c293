// @ts-check
// Where staff may go: every page of theirs, each for the roles that can use it.
import { el } from "./dom.js";
import { addTexts, t } from "./i18n.js";
import { viStaff } from "./texts.staff.vi.js";

addTexts(viStaff, "staff");

const organizers = ["admin", "organizer"];
const pages = [
  { at: "/to-chuc/", key: "nav.contest", roles: [...organizers, "auditor"] },
  { at: "/to-chuc/ket-qua/", key: "nav.results", roles: organizers },
  { at: "/to-chuc/giai-thuong/", key: "nav.prizes", roles: organizers },
  { at: "/to-chuc/cau-hoi/", key: "nav.questions", roles: organizers },
  { at: "/to-chuc/don-vi/", key: "nav.units", roles: [...organizers, "auditor"] },
  { at: "/to-chuc/du-lieu-ca-nhan/", key: "nav.personal", roles: organizers },
  { at: "/dau-moi/", key: "nav.unit", roles: ["coordinator"] },
  { at: "/to-chuc/bao-cao/", key: "nav.reports", roles: [...organizers, "auditor", "coordinator"] },
  { at: "/to-chuc/nhat-ky/", key: "nav.audit", roles: ["admin", "auditor"] },
  { at: "/to-chuc/tai-khoan/", key: "nav.accounts", roles: [...organizers, "coordinator", "auditor"] },
];

/** Links to the pages for somebody with these roles; the page that is open is marked. @param {string[]} roles */
export function staffNavigation(roles) {
  const own = pages.filter((page) => page.roles.some((role) => roles.includes(role)));
  return el("nav", { class: "staff-nav", "aria-label": t("nav.label") },
    el("ul", { class: "wrap" }, ...own.map(({ at, key }) => el("li", {},
      el("a", { href: at, text: t(key), ...(at === location.pathname ? { "aria-current": "page" } : {}) })))));
}
