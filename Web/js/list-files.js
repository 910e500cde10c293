// @ts-check
// Links to lists of people as files, and what they are taken for.
import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** The address of a list. @param {string} path  of a unit or a contest @param {Record<string, string>} query
 * @param {string} list @param {string} form  xlsx, csv, semicolon or json */
export function listAddress(path, query, list, form) {
  const isSemicolon = form === "semicolon";
  const all = { ...query, format: isSemicolon ? "csv" : form, ...(isSemicolon ? { separator: form } : {}) };
  return `/api/v1${path}/${list}?${new URLSearchParams(all)}`;
}

/** Keeps the links of `#files` up to what was typed. @param {() => {path: string, query: Record<string, string>}} where */
export function wireFiles(where) {
  const links = () => /** @type {HTMLAnchorElement[]} */ ([...byId("files").querySelectorAll("a")]);
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
    for (const link of links()) link.href = listAddress(path, more, link.dataset.list ?? "", link.dataset.form ?? "");
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
