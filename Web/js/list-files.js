// @ts-check
// Lists of people as files, what they are taken for, and certificates to print.
import { download } from "./bank-files.js";
import { busy, byId, el } from "./dom.js";
import { t } from "./i18n.js";
import { guarded } from "./staff.js";

const LISTS = ["results", "participation", "unregistered", "unfinished"];
const FORMS = [["xlsx", "Excel"], ["csv", "CSV"], ["semicolon", "CSV (;)"], ["json", "JSON"]];

/** The address of a list. @param {string} path  of a unit or a contest @param {Record<string, string>} query
 * @param {string} list @param {string} form  xlsx, csv, semicolon or json */
export function listAddress(path, query, list, form) {
  const isSemicolon = form === "semicolon";
  const all = { ...query, format: isSemicolon ? "csv" : form, ...(isSemicolon ? { separator: form } : {}) };
  return `/api/v1${path}/${list}?${new URLSearchParams(all)}`;
}

/** Keeps the links of `#files` up to what was typed. @param {() => {path: string, query: Record<string, string>}} where */
export function wireFiles(where) {
  const purpose = () => byId("purpose").value.trim();
  const hasContact = () => byId("with-contact").checked;
  const tell = (isFault = false) => {
    byId("purpose-hint").textContent = t(isFault ? "lists.purposeNeeded" : "lists.purposeNoted");
    if (isFault) byId("purpose").setAttribute("aria-invalid", "true");
    else byId("purpose").removeAttribute("aria-invalid");
  };
  const draw = () => {
    const { path, query } = where();
    const more = { ...query, ...(hasContact() ? { fields: "contact" } : {}), ...(purpose() ? { purpose: purpose() } : {}) };
    byId("files").replaceChildren(...LISTS.map((list) => el("li", {}, el("span", { text: t(`lists.${list}`) }), ...FORMS.flatMap(([form, text]) =>
      [" ", el("a", { href: listAddress(path, more, list, form), download: true, "data-list": list, "data-form": form, text })]))));
    tell();
  };
  byId("purpose").oninput = draw;
  byId("with-contact").onchange = draw;
  byId("files").addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLAnchorElement) || !hasContact() || purpose()) return;
    event.preventDefault();
    tell(true);
    byId("purpose").focus();
  });
  return draw;
}

/** Certificates of each round that has begun, where the contest gives any.
 * @param {any} about  the contest @param {() => {path: string, query: Record<string, string>}} where */
export function drawCertificates(about, where) {
  const rounds = about.certificates ? about.rounds.filter((round) => round.state !== "coming") : [];
  byId("certificates").hidden = !rounds.length;
  byId("certificate-rounds").replaceChildren(...rounds.map((round) => {
    const button = el("button", { class: "link", type: "button", text: round.title });
    button.onclick = () => void busy(button, () => guarded(() => {
      const { path, query } = where();
      return download(`${path}/certificates?${new URLSearchParams({ ...query, round: round.id })}`);
    }));
    return button;
  }));
}
