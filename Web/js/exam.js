// @ts-check
// A sitting: from the open paper to the moment it is sealed.
import { Problem, request, retryDelay } from "./api.js";
import { openAnswers } from "./answers.js";
import { busy, byId, closeDialog, el, icon, openDialog, safeStorage, showStep } from "./dom.js";
import { formatClock } from "./format.js";
import { t } from "./i18n.js";
import { palette } from "./palette.js";
import { showProblem } from "./problems.js";
import { isPlain, loadKinds, showQuestion } from "./question.js";
import { timer } from "./timer.js";

const storage = safeStorage("localStorage");

/** @param {import("./api.js").Reply} opened @param {any} contest @param {import("./timer.js").ServerClock} clock
 * @param {{sealed: (attempt: string, unsent: number, expired: boolean) => void, unauthorized: () => void}} leave */
export function runExam(opened, contest, clock, leave) {
  const attempt = opened.data;
  const announce = (text) => { byId("announce").textContent = text; };
  /** @type {import("./question.js").Item[]} */
  const items = attempt.questions.map((q) => ({ ...q, key: String(q.position) }));
  if (attempt.prediction) items.push({ key: "prediction", kind: "prediction", ...attempt.prediction });
  const label = (i) => (items[i].key === "prediction" ? t("palette.prediction") : t("palette.question", { n: items[i].key }));

  const flagKey = `bv.flags.${attempt.id}`;
  /** @type {Set<string>} */
  const flags = new Set(JSON.parse(storage.getItem(flagKey) ?? "[]"));
  const placeKey = `bv.place.${attempt.id}`;
  let current = Math.min(Number(storage.getItem(placeKey) ?? 0) || 0, items.length - 1);
  let summary = false;
  let over = false;
  /** @type {import("./question.js").View | undefined} */
  let view;

  /** @type {ReturnType<typeof import("./practice.js").practice> | undefined} */
  let practice;
  if (contest.mode === "practice") {
    import("./practice.js").then((module) => {
      practice = module.practice(attempt, answers.queue);
      if (!over && !summary) show(current, false);
    }).catch(() => {});
  }

  const answered = (key) => (answers.queue.get(key)?.value.length ?? 0) > 0;

  // The queue tells of changes while it is being built, before there is anything to draw.
  let ready = false;
  const answers = openAnswers(attempt, {
    changed: () => ready && update(),
    fetched: (reply) => {
      clock.sync(Date.parse(reply.data.serverTime), reply.sentAt, reply.receivedAt);
      if (reply.data.deadline) countdown.reset(Date.parse(reply.data.deadline));
    },
    otherTab: () => { byId("tab-hint").hidden = false; },
    notice: (kind, key, problem) => {
      if (kind === "unauthorized") {
        // What is being typed is kept on this device like the rest.
        view?.flush?.();
        return stop(leave.unauthorized);
      }
      if (kind === "closed") return finish(false);
      const at = items.findIndex((item) => item.key === key);
      tell(kind === "superseded" ? t("save.superseded", { question: label(at) }) : t("save.rejected", { question: label(at), detail: problem?.message ?? "" }));
    },
  });

  /** @param {string} text */
  const tell = (text) => {
    const box = byId("exam-notice");
    box.hidden = !text;
    box.replaceChildren(...(text ? [el("p", { text })] : []));
  };

  const update = () => {
    const states = items.map(({ key }) => ({ answered: answered(key), flagged: flags.has(key) }));
    const count = states.filter((state) => state.answered).length;
    view?.update(answers.queue.get(items[current].key)?.value, flags.has(items[current].key));
    grid.update(states, summary ? -1 : current);
    byId("exam-progress").replaceChildren(el("span", { text: `${label(current)} / ${attempt.questions.length}` }), el("span", { text: t("exam.answered", { n: count, of: items.length }) }));
    if (items[current].key === "prediction") byId("exam-progress").firstChild.textContent = label(current);
    byId("exam-meter").max = items.length;
    byId("exam-meter").value = count;
    saveState();
    if (summary) drawSummary();
  };

  let troubled = false;
  const saveState = () => {
    const { state, pendingCount, lastSavedAt } = answers.queue;
    const box = byId("save-state");
    const words = state === "sending" ? t("save.sending")
      : state === "waiting" ? t("save.waiting", { n: pendingCount })
        : lastSavedAt ? t("save.saved", { time: formatClock(lastSavedAt) }) : t("save.nothing");
    if (box.textContent !== words) box.replaceChildren(state === "idle" && lastSavedAt ? icon("done") : state === "waiting" ? icon("wait") : "", words);
    box.dataset.state = state;
    if ((state === "waiting") !== troubled && state !== "sending") {
      troubled = state === "waiting";
      announce(words);
    }
  };

  const show = (index, focus = true) => {
    view?.flush?.();
    current = Math.max(0, Math.min(items.length - 1, index));
    storage.setItem(placeKey, String(current));
    summary = false;
    byId("exam-question").hidden = false;
    byId("exam-summary").hidden = true;
    const item = items[current];
    view = showQuestion(byId("question"), item, (value) => practice?.isLocked(item.key) || answers.queue.choose(item.key, value), () => flag());
    practice?.show(byId("question"), item.key, view);
    byId("previous").classList.toggle("first", current === 0);
    byId("next-text").textContent = t(current === items.length - 1 ? "exam.toSummary" : "exam.next");
    update();
    if (!focus) return;
    scrollTo(0, 0);
    view.heading.focus({ preventScroll: true });
  };

  const flag = () => {
    const { key } = items[current];
    if (key === "prediction") return;
    if (!flags.delete(key)) flags.add(key);
    storage.setItem(flagKey, JSON.stringify([...flags]));
    update();
  };

  const showSummary = () => {
    view?.flush?.();
    summary = true;
    byId("exam-question").hidden = true;
    byId("exam-summary").hidden = false;
    showProblem(byId("summary-problem"));
    update();
    scrollTo(0, 0);
    byId("summary-heading").focus({ preventScroll: true });
  };

  const drawSummary = () => {
    const jump = (list) => list.length > 0 && el("div", { class: "jump" }, ...list.map((i) =>
      el("button", { type: "button", text: items[i].key === "prediction" ? t("palette.predictionShort") : items[i].key, "aria-label": label(i), on: { click: () => show(i) } })));
    const open = items.map((_, i) => i).filter((i) => !answered(items[i].key));
    const flagged = items.map((_, i) => i).filter((i) => flags.has(items[i].key));
    const unsent = answers.queue.pendingCount;
    const row = (name, text, /** @type {any} */ more = false) => el("li", {}, icon(name), ` ${text}`, more);
    const list = byId("summary-list");
    // Focus on one of its own buttons must survive a redraw that changes nothing.
    const print = JSON.stringify([open, flagged, unsent]);
    if (list.dataset.print === print) return;
    list.dataset.print = print;
    list.replaceChildren(el("ul", { class: "summary-rows" },
      row("done", t("summary.answered", { n: items.length - open.length, of: items.length })),
      open.length ? row("empty", t("summary.unanswered", { n: open.length }), jump(open)) : null,
      flagged.length ? row("flag", t("summary.flagged", { n: flagged.length }), jump(flagged)) : null,
      unsent ? row("wait", t("summary.unsent", { n: unsent })) : null));
  };

  const confirm = byId("confirm");
  byId("previous").onclick = () => show(current - 1);
  byId("next").onclick = () => (current === items.length - 1 ? showSummary() : show(current + 1));
  byId("summary-back").onclick = () => show(current);
  byId("confirm-cancel").onclick = () => closeDialog(confirm);
  byId("summary-submit").onclick = () => {
    const open = items.filter((item) => !answered(item.key)).length;
    byId("confirm-text").textContent = `${open ? `${t("confirm.open", { n: open })} ` : ""}${t("confirm.text")}`;
    openDialog(confirm);
    byId("confirm-cancel").focus();
  };
  byId("confirm-submit").onclick = () => {
    closeDialog(confirm);
    void busy(byId("summary-submit"), submit);
  };

  const submit = async () => {
    const button = byId("summary-submit");
    button.textContent = t("summary.submitting");
    showProblem(byId("summary-problem"));
    try {
      if (!(await answers.queue.drain(10_000))) {
        if (!over) byId("summary-problem").replaceChildren(el("div", { class: "notice notice-warning" }, el("p", { text: t("summary.cannotSend", { n: answers.queue.pendingCount }) })));
        return;
      }
      await request(`/attempts/${attempt.id}/submission`, { method: "POST", body: {} });
      finish(false);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) stop(leave.unauthorized);
      else if (error instanceof Problem && error.status === 0) byId("summary-problem").replaceChildren(el("div", { class: "notice notice-warning" }, el("p", { text: t("summary.offline") })));
      else showProblem(byId("summary-problem"), error);
    } finally {
      button.textContent = t("summary.submit");
    }
  };

  const keys = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || summary || document.querySelector("dialog[open]")) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const text = target.matches("textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])");
    if (text) return;
    if (/^[1-9]$/.test(event.key)) practice?.isLocked(items[current].key) || view?.pick?.(Number(event.key) - 1);
    else if (event.key === "ArrowLeft") show(current - 1);
    else if (event.key === "ArrowRight") show(current + 1);
    else if (event.key === "f" || event.key === "F") flag();
    else return;
    event.preventDefault();
  };
  let lastRefresh = performance.now();
  const refresh = () => {
    if (performance.now() - lastRefresh < 5_000) return;
    lastRefresh = performance.now();
    void answers.refresh();
  };
  const visibility = () => {
    if (document.visibilityState === "hidden") return hide();
    answers.queue.kick();
    refresh();
  };
  const online = () => {
    tell("");
    answers.queue.kick();
  };
  const offline = () => tell(t("save.offline"));
  const hide = () => {
    view?.flush?.();
    answers.queue.flush();
  };

  const stop = (then) => {
    if (over) return;
    over = true;
    countdown.stop();
    document.removeEventListener("keydown", keys);
    document.removeEventListener("visibilitychange", visibility);
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    removeEventListener("pagehide", hide);
    if (confirm.open) closeDialog(confirm);
    grid.close();
    answers.close();
    then();
  };
  const finish = (expired) => {
    const unsent = answers.queue.pendingCount;
    stop(() => {
      answers.queue.forget();
      for (const key of [flagKey, placeKey]) storage.removeItem(key);
      leave.sealed(attempt.id, unsent, expired);
    });
  };
  const expire = async () => {
    view?.flush?.();
    announce(t("sealing.heading"));
    // One second of grace is the server's; what is on its way may still arrive.
    showStep("sealing", t("common.site"));
    // More time may have been given meanwhile: the server knows.
    await Promise.all([answers.queue.drain(900), Promise.race([answers.refresh(), new Promise((go) => setTimeout(go, 900))])]);
    if (over) return;
    if (countdown.left() > 0) showStep("exam", t("common.site"));
    else finish(true);
  };

  const fetchKinds = async () => {
    for (let failures = 1; !over; failures += 1) {
      try {
        await loadKinds();
        if (!over && !summary && !isPlain(items[current])) show(current);
        return;
      } catch {
        await new Promise((go) => setTimeout(go, retryDelay(failures)));
      }
    }
  };

  document.addEventListener("keydown", keys);
  document.addEventListener("visibilitychange", visibility);
  addEventListener("online", online);
  addEventListener("offline", offline);
  addEventListener("pagehide", hide);

  const grid = palette(items.map((item, i) => ({ key: item.key, label: label(i) })), show, showSummary);
  byId("tab-hint").hidden = true;
  tell("");
  showStep("exam", t("common.site"));
  byId("exam-heading").textContent = `${t("exam.heading")}: ${contest.title}`;
  ready = true;
  const countdown = timer(clock, Date.parse(attempt.deadline), { announce, over: () => void expire(), drifted: refresh });
  show(current);
  if (!items.every(isPlain)) void fetchKinds();
  answers.queue.kick();
  if (navigator.onLine === false) offline();
}
