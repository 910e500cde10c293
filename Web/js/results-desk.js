// @ts-check
// The organizers' desk for results: one step after the other for each round, corrections seen before they are applied.
import { get, Problem, randomKey, request } from "./api.js";
import { showDefinitions } from "./desk-definitions.js";
import { forgetPeople, wirePeople } from "./desk-people.js";
import { busy, byId, el } from "./dom.js";
import { formatCount, formatDateTime } from "./format.js";
import { decimal, t, useLanguage } from "./i18n.js";
import { showProblem } from "./problems.js";
import { dataTable, fillSelect, guarded, staffPage } from "./staff.js";

const NEXT = { frozen: "provisional", provisional: "verified", verified: "final" };

const n = (value) => formatCount(value, decimal());
const contestPath = () => `/contests/${encodeURIComponent(byId("contest").value)}`;

/** A text that stands in the page, with `{name}` filled in. @param {string} name @param {Record<string, string | number>} [values] */
const word = (name, values = {}) =>
  (document.querySelector(`#words [data-word="${name}"]`)?.textContent ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));

/** @type {any} */ let contest;
/** The correction that was looked at, with the key under which it is applied once. @type {any} */ let previewed;

async function openContest() {
  hidePreview();
  byId("step").hidden = true;
  forgetPeople();
  await Promise.all([showStates(), showDone(), showDefinitions(contestPath(), word)]);
}

async function showStates() {
  contest = await get(contestPath());
  const rows = contest.rounds.map((round) => {
    const state = round.results ?? "live";
    const until = state === "provisional" && round.objectionsUntil ? ` (${formatDateTime(round.objectionsUntil)})` : "";
    const next = NEXT[state];
    return [round.title, word(state) + until, next
      ? el("td", {}, el("button", { class: "link", type: "button", text: word(`to-${next}`), on: { click: () => askStep(round, next) } }))
      : "–"];
  });
  byId("states").replaceChildren(dataTable(byId("states-heading").textContent ?? "", [{ label: byId("states-heading").textContent ?? "" }, { label: word("state") }, { label: word("next") }], rows));
}

/** @param {any} round @param {string} next */
function askStep(round, next) {
  byId("step").hidden = false;
  byId("step-heading").textContent = `${word(`to-${next}`)}: ${round.title}`;
  byId("step-words").textContent = word(`to-${next}-words`);
  byId("until-field").hidden = next !== "provisional";
  byId("step-heading").focus();
  byId("step").onsubmit = (event) => {
    event.preventDefault();
    void busy(byId("step-confirm"), () => guarded(async () => {
      const body = next === "provisional" ? { state: next, objectionsUntil: byId("until").value || null } : { state: next };
      await request(`${contestPath()}/rounds/${encodeURIComponent(round.id)}/results`, { method: "PUT", body });
      byId("step").hidden = true;
      byId("step-state").textContent = word("stepped");
      await showStates();
    }));
  };
}

async function showDone() {
  const { items } = await get(`${contestPath()}/corrections`);
  byId("done-none").hidden = items.length > 0;
  byId("done").replaceChildren(...(items.length ? [dataTable(byId("done-heading").textContent ?? "", [
    { label: "#" }, { label: word("kind") }, { label: word("when") }, { label: word("why") }, { label: word("remarked"), number: true }, { label: word("moved"), number: true },
  ], items.map((c) => [c.number, kindName(c.kind), formatDateTime(c.appliedAt), c.reason, n(c.remarked), n(c.moved)]))] : []));
}

/** @param {string} kind */
const kindName = (kind) => [...byId("kind").options].find((option) => option.value === kind)?.textContent ?? kind;

/** What the form says, without what does not belong to the chosen kind. */
function correction() {
  const kind = byId("kind").value;
  const value = (id) => byId(id).value.trim();
  const body = { kind, reason: value("reason") };
  if (kind === "keyCorrected" || kind === "questionVoided") Object.assign(body, { bank: value("bank"), question: value("question") });
  if (kind === "keyCorrected") Object.assign(body, { accept: value("accept").split(";").map((part) => part.trim()).filter(Boolean) });
  if (kind === "attemptVoided") Object.assign(body, { attempt: value("attempt"), givenBack: byId("given-back").checked });
  if (kind === "outage") Object.assign(body, { from: value("from"), to: value("to") });
  return body;
}

function hidePreview() {
  previewed = undefined;
  byId("effect").hidden = true;
}

function showKind() {
  hidePreview();
  const kind = byId("kind").value;
  for (const part of document.querySelectorAll("#correction [data-for]")) {
    const shown = /** @type {HTMLElement} */ (part);
    shown.hidden = !(shown.dataset.for ?? "").split(" ").includes(kind);
  }
}

/** @param {SubmitEvent} event */
function preview(event) {
  event.preventDefault();
  hidePreview();
  byId("applied").textContent = "";
  void busy(/** @type {HTMLButtonElement} */ (event.submitter), () => shown("correction-problem", async () => {
    const body = { ...correction(), requestKey: randomKey() };
    const { data } = await request(`${contestPath()}/corrections?dryRun=true`, { method: "POST", body });
    previewed = body;
    showEffect(data);
  }));
}

/** @param {any} effect */
function showEffect(effect) {
  const truths = effect.truths.map((truth) => word("truth", { round: roundName(truth.round), value: truth.value }));
  byId("effect-words").textContent = [word("effect", { remarked: n(effect.remarked), moved: n(effect.moved) }), ...truths].join(" ");
  byId("effect-boards").replaceChildren(...effect.boards.flatMap((board) => {
    const title = `${contest.groups.find((g) => g.id === board.group)?.title ?? board.group}, ${roundName(board.round)}`;
    const left = board.moved - board.moves.length;
    return [el("h4", { text: title }), el("div", { class: "table-box", tabindex: "0", role: "region", "aria-label": title }, dataTable(title, [
      { label: t("board.name") }, { label: t("board.unit") }, { label: word("from"), number: true }, { label: word("to"), number: true },
    ], board.moves.map((move) => [move.name, move.unit, move.from ?? "–", move.to ?? "–"]))),
    left > 0 && el("p", { class: "quiet", text: word("more", { n: n(left) }) }) || ""];
  }));
  byId("effect").hidden = false;
  byId("effect-heading").focus();
}

/** @param {string} id */
const roundName = (id) => contest.rounds.find((round) => round.id === id)?.title ?? id;

function apply() {
  void busy(byId("apply"), () => shown("correction-problem", async () => {
    const { data } = await request(`${contestPath()}/corrections`, { method: "POST", body: previewed });
    hidePreview();
    byId("correction").reset();
    showKind();
    byId("applied").textContent = word("applied", { n: data.number });
    await Promise.all([showStates(), showDone()]);
  }));
}

/** @param {SubmitEvent} event */
function giveTime(event) {
  event.preventDefault();
  byId("time-state").textContent = "";
  void busy(/** @type {HTMLButtonElement} */ (event.submitter), () => shown("time-problem", async () => {
    const body = { requestKey: randomKey(), attempt: byId("time-attempt").value.trim(), minutes: Number(byId("minutes").value) || 0, reason: byId("time-reason").value.trim() };
    const { data } = await request(`${contestPath()}/time-grants`, { method: "POST", body });
    byId("time-state").textContent = word("given", { time: formatDateTime(data.deadline) });
    byId("time").reset();
  }));
}

/** Runs a piece of work; what goes wrong is said at `id`, a lost session leads to the form.
 * @param {string} id @param {() => Promise<void>} act */
async function shown(id, act) {
  showProblem(byId(id));
  try {
    await act();
  } catch (error) {
    if (error instanceof Problem && error.status === 401) await guarded(() => Promise.reject(error));
    else showProblem(byId(id), error);
  }
}

/** Puts an attempt into the form that does something about it. @param {string} field @param {string} id */
function useAttempt(field, id) {
  if (field === "attempt") {
    byId("kind").value = "attemptVoided";
    showKind();
  }
  byId(field).value = id;
  byId(field).focus();
}

await useLanguage();
wirePeople({ path: contestPath, word, shown, useAttempt, roundName });
byId("contest").onchange = () => void guarded(openContest);
byId("kind").onchange = showKind;
byId("correction").onsubmit = preview;
byId("correction").addEventListener("input", hidePreview);
byId("apply").onclick = apply;
byId("step-cancel").onclick = () => { byId("step").hidden = true; };
byId("time").onsubmit = giveTime;
await staffPage(async () => {
  const { items } = await get("/staff/contests");
  fillSelect("contest", items.map((c) => ({ value: c.id, text: c.title })));
  const asked = new URLSearchParams(location.search).get("contest");
  if (items.some((c) => c.id === asked)) byId("contest").value = asked;
  byId("contest").closest(".field").hidden = !items.length;
  if (items.length) await openContest();
});
