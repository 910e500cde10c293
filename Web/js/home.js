// @ts-check
// The first page: contests with their state, and the way back in by entry code.
import { get, Problem } from "./api.js";
import { byId, el, icon } from "./dom.js";
import { codeForm, signIn, takeCodeFromLink } from "./entry-code.js";
import { formatDateTime } from "./format.js";
import { t, useLanguage } from "./i18n.js";
import { showProblem } from "./problems.js";

const ORDER = ["open", "coming", "closed"];

/** @param {any} contest */
function card(contest) {
  const query = new URLSearchParams({ contest: contest.id });
  const when = contest.state === "coming" && contest.opens ? t("home.opens", { time: formatDateTime(contest.opens) })
    : contest.state === "open" && contest.closes ? t("home.closes", { time: formatDateTime(contest.closes) })
      : contest.state === "closed" && contest.closes ? t("home.closedAt", { time: formatDateTime(contest.closes) }) : "";
  const badge = { open: "done", coming: "wait", closed: "empty" }[/** @type {"open"} */ (contest.state)] ?? "empty";
  return el("article", { class: "card" },
    el("div", {},
      el("p", { class: "badges" },
        el("span", { class: `badge badge-${contest.state}` }, icon(badge), t(`home.${contest.state}`)),
        contest.mode !== "contest" && el("span", { class: "badge", text: t(`home.mode.${contest.mode}`) })),
      el("h3", { text: contest.title }),
      when && el("p", { class: "when", text: when })),
    el("p", { class: "actions" },
      contest.state !== "closed" && el("a", { class: "button big", href: `/thi/?${query}`, text: t(contest.state === "open" ? "home.enter" : "home.register"), "aria-label": `${t(contest.state === "open" ? "home.enter" : "home.register")}: ${contest.title}` }),
      el("a", { href: `/bang-vang/?${query}`, text: t("common.board"), "aria-label": `${t("common.board")}: ${contest.title}` })));
}

async function load() {
  const box = byId("contests");
  try {
    const { items } = await get("/contests");
    items.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
    box.replaceChildren(...(items.length ? items.map(card) : [el("p", { text: t("home.none") })]));
  } catch (error) {
    showProblem(box, error);
    box.append(el("p", {}, el("button", { class: "button secondary", type: "button", text: t("common.tryAgain"), on: { click: load } })));
  }
  box.removeAttribute("aria-busy");
}

/** @param {any} session */
const enter = (session) => location.assign(`/thi/?${new URLSearchParams({ contest: session.contest })}`);

/** A slip's QR code leads here with the code in the fragment. */
async function enterByLink() {
  const code = takeCodeFromLink();
  if (!code) return;
  try {
    enter(await signIn(code));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) byId("code-problem").replaceChildren(el("div", { class: "notice notice-bad" }, el("p", { text: t("fault.wrongCode") })));
    else showProblem(byId("code-problem"), error);
  }
}

await useLanguage();
codeForm(enter);
await enterByLink();
await load();
