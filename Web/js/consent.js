// @ts-check
// What somebody with a slip is asked once, before the first start.
import { get, post, Problem } from "./api.js";
import { busy, byId, el } from "./dom.js";
import { addTexts, t, useLanguage } from "./i18n.js";
import { showFaults, showProblem } from "./problems.js";
import { viRoster } from "./texts.roster.vi.js";

addTexts(viRoster, "roster");
const id = new URLSearchParams(location.search).get("contest") ?? "";
const contestPath = `/contests/${encodeURIComponent(id)}`;
const onward = () => location.replace(`/thi/?${new URLSearchParams({ contest: id })}`);

/** @param {any} contest @param {any} me */
function ask(contest, me) {
  const { isChild, needed } = me.asks;
  byId("contest-title").textContent = contest.title;
  byId("hello").textContent = t("consent.hello", { name: me.contestant.name });
  byId("facts").replaceChildren(...[me.unit.title, me.group.title].map((text, i) =>
    el("div", {}, el("dt", { text: t(i ? "board.group" : "board.unit") }), el("dd", { text }))));
  byId("consents-hint").textContent = t(isChild ? "consent.child" : "consent.adult");
  // What needs no answer is not asked of children.
  const asked = contest.consents.filter((consent) => needed.includes(consent.purpose) || (!isChild && consent.purpose !== "guardian"));
  byId("consents").replaceChildren(...asked.map((consent) => el("label", { class: "choice" },
    el("input", { type: "checkbox", name: "consent", value: consent.purpose }),
    el("span", {}, consent.text, needed.includes(consent.purpose) && el("span", { class: "tag", text: ` (${t("register.required")})` })))));
  const form = byId("consent-form");
  form.onsubmit = (event) => {
    event.preventDefault();
    const consents = new FormData(form).getAll("consent").map(String);
    showProblem(byId("problem"));
    const missing = needed.find((purpose) => !consents.includes(purpose));
    showFaults(form, missing ? [{ field: "consents", message: t(`consent.${missing}`) }] : []);
    if (missing) return;
    void busy(form.querySelector('[type="submit"]'), async () => {
      try {
        await post(`${contestPath}/me/consents`, { consents });
        onward();
      } catch (error) {
        showProblem(byId("problem"), error);
      }
    });
  };
  form.hidden = false;
}

await useLanguage();
try {
  const [contest, me] = await Promise.all([get(contestPath), get(`${contestPath}/me`)]);
  if (me.asks) ask(contest, me);
  else onward();
} catch (error) {
  if (error instanceof Problem && [401, 404].includes(error.status)) onward();
  else showProblem(byId("problem"), error);
}
