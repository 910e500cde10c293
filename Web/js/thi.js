// @ts-check
// The page of a contestant: which step comes next is decided here and nowhere else.
import { get, Problem, request, retryDelay } from "./api.js";
import { busy, byId, showStep } from "./dom.js";
import { codeForm, showIssuedCode, signIn, takeCodeFromLink, unnotedCode } from "./entry-code.js";
import { runExam } from "./exam.js";
import { formatDateTime } from "./format.js";
import { t, useLanguage } from "./i18n.js";
import { showProblem } from "./problems.js";
import { registrationForm } from "./register.js";
import { showRules, signOut } from "./rules.js";
import { ServerClock } from "./timer.js";

/** @type {any} */
let contest;
let arrived = false;
const clock = new ServerClock();
const to = (step) => showStep(step, t("common.site"));
const contestPath = () => `/contests/${encodeURIComponent(contest.id)}`;

/** Who is signed in here, for this contest. */
async function ask() {
  try {
    const me = await get(`${contestPath()}/me`);
    return me.contestant ? me : undefined;
  } catch (error) {
    // A session of staff, or of another contest, is nobody here.
    if (error instanceof Problem && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}

/** The next step for whoever is signed in. */
async function next() {
  const me = await ask();
  if (!me) return welcome();
  if (me.asks) return location.assign(`/dong-y/?contest=${contest.id}`);
  const code = unnotedCode.read(contest.id);
  if (code) return issued(code);
  const open = me.attempts.find((a) => a.state === "open");
  if (open) return begin(await request(`/attempts/${open.id}`));
  const last = me.attempts[me.attempts.length - 1];
  if (last && !(me.canStart && contest.currentRound && last.round !== contest.currentRound)) return finished(last.id, 0, false);
  rules(me);
}

function welcome() {
  if (contest.state === "closed") return askCode("closed");
  const round = contest.rounds.find((r) => r.state === contest.state);
  byId("register-round").textContent = !round ? "" : round.state === "coming"
    ? t("register.roundComing", { round: round.title, time: formatDateTime(round.opens) })
    : round.closes ? t("register.roundOpen", { round: round.title, time: formatDateTime(round.closes) }) : round.title;
  to("register");
}

/** @param {"" | "closed" | "expired"} reason */
function askCode(reason) {
  const box = byId("code-reason");
  box.className = reason ? "notice notice-warning" : "";
  box.textContent = reason ? t(`signin.${reason}`) : "";
  byId("to-register").hidden = reason !== "";
  to("code");
}

/** @param {{name: string, code: string}} shown */
function issued(shown) {
  showIssuedCode(shown, () => {
    unnotedCode.forget(contest.id);
    void guarded(next);
  });
  to("issued");
}

/** @param {any} me */
function rules(me) {
  showRules(contest, me, {
    begin,
    showResult: (attempt) => void guarded(() => finished(attempt, 0, false)),
    unauthorized: () => askCode("expired"),
  });
  to("rules");
}

/** @param {import("./api.js").Reply} reply */
function begin(reply) {
  if (reply.data.state !== "open") return guarded(() => finished(reply.data.id, 0, false));
  clock.sync(Date.parse(reply.data.serverTime), reply.sentAt, reply.receivedAt);
  setTimeout(() => resultModule().catch(() => {}), 20_000);
  runExam(reply, contest, clock, {
    sealed: (attempt, unsent, expired) => void guarded(() => finished(attempt, unsent, expired)),
    unauthorized: () => askCode("expired"),
  });
}

/** Not needed for sitting, so it is fetched while the first question is being read; again if the line was dead then. */
let tries = 0;
async function resultModule() {
  try {
    return await import(tries ? `./result.js?${tries}` : "./result.js");
  } catch (error) {
    tries += 1;
    throw error instanceof TypeError ? new Problem(0, undefined) : error;
  }
}

/** @param {string} attempt @param {number} unsent @param {boolean} expired */
async function finished(attempt, unsent, expired) {
  const say = (text) => { byId("sealing-state").textContent = text; };
  let module = await resultModule().catch((error) => {
    if (!expired) throw error;
  });
  // Nobody is asked to press anything after the deadline: the page waits for the line.
  for (let failures = 1; !module; failures += 1) {
    say(t("sealing.offline"));
    await new Promise((go) => setTimeout(go, retryDelay(Math.min(failures, 4))));
    module = await resultModule().catch(() => undefined);
  }
  const { sealedResult, showResult } = module;
  const result = await sealedResult(attempt, expired, say);
  const me = await ask();
  if (!me) return askCode("expired");
  showResult(result, contest, me, unsent);
  byId("result-again").onclick = () => rules(me);
  to("result");
}

/** A step that may fail shows why, and can be tried again. @param {() => any} step */
async function guarded(step) {
  try {
    await step();
  } catch (error) {
    if (error instanceof Problem && error.status === 401 && contest) return askCode("expired");
    showProblem(byId("trouble-text"), error);
    byId("trouble-again").onclick = () => void busy(byId("trouble-again"), () => guarded(step));
    to("trouble");
  }
}

/** A session for another contest belongs on that contest's page. @param {any} session */
async function signedIn(session) {
  if (session.contest && session.contest !== contest.id) return location.assign(`/thi/?${new URLSearchParams({ contest: session.contest })}`);
  await guarded(next);
}

async function arrive() {
  const code = takeCodeFromLink();
  let id = new URLSearchParams(location.search).get("contest");
  if (!id) {
    const open = (await get("/contests")).items.filter((c) => c.state === "open");
    if (open.length !== 1) return location.replace("/");
    id = open[0].id;
  }
  contest = await get(`/contests/${encodeURIComponent(/** @type {string} */ (id))}`);
  contest.state = ["open", "coming"].find((state) => contest.rounds.some((r) => r.state === state)) ?? "closed";
  for (const node of document.querySelectorAll("[data-contest-title]")) node.textContent = contest.title;
  registrationForm(contest, ({ contestant, entryCode }) => {
    const shown = { name: contestant.name, code: entryCode };
    unnotedCode.keep(contest.id, shown);
    issued(shown);
  });
  codeForm(signedIn);
  arrived = true;
  if (code) {
    try {
      return await signedIn(await signIn(code));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      askCode("");
      byId("code-reason").className = "notice notice-bad";
      byId("code-reason").textContent = t("fault.wrongCode");
      return;
    }
  }
  await next();
}

await useLanguage();
byId("to-code").onclick = () => askCode("");
byId("to-register").onclick = welcome;
for (const button of document.querySelectorAll("[data-sign-out]")) {
  button.addEventListener("click", () => void busy(/** @type {HTMLButtonElement} */ (button), () => guarded(async () => {
    await signOut();
    unnotedCode.forget(contest.id);
    welcome();
  })));
}
await guarded(() => (arrived ? next() : arrive()));
