// @ts-check
// The page of certificates: checks the one that the address brings along, and lists the own ones.
import { get, post, Problem } from "./api.js";
import { bytesOf, number, parse, verify } from "./certificate-check.js";
import { byId, el } from "./dom.js";
import { useLanguage } from "./i18n.js";
import { showProblem } from "./problems.js";

/** Words of this page: they stand in its HTML, unseen. @param {string} key @param {Record<string, string>} [values] */
function say(key, values = {}) {
  const text = document.querySelector(`[data-text="certificate.${key}"]`)?.textContent ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** @param {boolean} isGood @param {string} text */
const verdict = (isGood, text) => byId("verdict").replaceChildren(el("div", { class: `notice ${isGood ? "notice-good" : "notice-bad"}` }, el("p", {}, el("strong", { text }))));

/** The signature by this browser, else by the server. @param {string} fragment @param {NonNullable<ReturnType<typeof parse>>} found */
async function isValid(fragment, found) {
  const { publicKey } = await get("/certificates/key");
  const key = bytesOf(publicKey);
  const here = key && await verify(found.message, found.signature, key);
  return here ?? (await post("/certificates/checks", { signed: fragment })).valid;
}

/** @param {import("./certificate-check.js").Statement} statement */
function showFacts(statement) {
  const [year, month, day] = statement.date.split("-");
  const values = { ...statement, date: `${day}/${month}/${year}`, number: number(statement.id) };
  for (const box of document.querySelectorAll("[data-fact]")) box.textContent = values[/** @type {HTMLElement} */ (box).dataset.fact ?? ""] ?? "";
  byId("facts").hidden = false;
}

/** What the server still knows. @param {import("./certificate-check.js").Statement} statement */
async function showKept(statement) {
  try {
    const kept = await get(`/certificates/${statement.id}`);
    const isSame = ["title", "name", "unit", "group", "result", "date"].every((name) => kept[name] === statement[name]);
    byId("kept").textContent = isSame ? say("keptYes") : say("changed", { result: [kept.name, kept.unit, kept.result].join(", ") });
  } catch (error) {
    byId("kept").textContent = error instanceof Problem && error.status === 404 ? say("keptNo") : say("offline");
  }
}

async function check() {
  const fragment = location.hash.slice(1);
  if (!fragment || fragment === "noi-dung") return;
  byId("check").hidden = false;
  byId("facts").hidden = true;
  byId("kept").textContent = "";
  showProblem(byId("problem"));
  const found = parse(fragment);
  try {
    if (!found || !await isValid(fragment, found)) return verdict(false, say("invalid"));
  } catch (error) {
    byId("verdict").replaceChildren();
    return showProblem(byId("problem"), error);
  }
  verdict(true, say("valid"));
  showFacts(found.statement);
  await showKept(found.statement);
}

/** The own certificates of every contest that this browser is signed in to. */
async function listOwn() {
  try {
    const { items } = await get("/contests");
    for (const contest of items) {
      const own = await get(`/contests/${encodeURIComponent(contest.id)}/certificates/me`).catch(() => null);
      for (const line of own?.items ?? []) {
        byId("own").hidden = false;
        byId("own-list").append(el("li", {},
          el("strong", { text: contest.title }), line.result && ` – ${line.result} `,
          line.ready
            ? el("p", { class: "actions" }, el("a", { class: "button", href: `/api/v1/attempts/${line.attempt}/certificate`, download: true, text: say("download") }))
            : el("p", { class: "quiet", text: say("notReady") })));
      }
    }
  } catch {
    // Checking works without it.
  }
}

await useLanguage();
addEventListener("hashchange", check);
await check();
await listOwn();
