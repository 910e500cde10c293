// @ts-check
// The page of prizes: who wins and why, who is checked, what is still to be decided.
import { get, post, request } from "./api.js";
import { byId } from "./dom.js";
import { addTexts, t, useLanguage } from "./i18n.js";
import { prizeBoard } from "./prize-board.js";
import { askReason, wireReason } from "./prize-dialog.js";
import { forgetFound, showExcluded, wireSearch } from "./prize-people.js";
import { decisionLines, drawCard, tieCard } from "./prize-ties.js";
import { collectivePrize } from "./prize-units.js";
import { fillSelect, guarded, staffPage } from "./staff.js";
import { viPrizes } from "./texts.prizes.vi.js";

addTexts(viPrizes, "prizes");

const path = () => `/contests/${encodeURIComponent(byId("contest").value)}`;
const query = (more = {}) => {
  const round = byId("round").value;
  return String(new URLSearchParams(round ? { ...more, round } : more));
};
/** @param {string} where @param {any} body */
const put = (where, body) => request(`${path()}${where}`, { method: "PUT", body });

/** Asks anew after a change, says that it was kept, and leaves the reader where they were. */
async function changed() {
  forgetFound();
  await show();
  byId("prize-state").textContent = `${t("prizes.changed")} ${byId("prize-state").textContent}`;
}

const acts = {
  /** @param {any} person @param {string} state */
  confirm: (person, state) => void guarded(async () => {
    await put(`/prizes/${person.contestant}/identity`, { state });
    await changed();
  }),
  /** @param {any} person */
  fail: (person) => askReason({
    heading: t("prizes.identityFailed"), who: `${person.name}, ${person.unit}`, withKind: false,
    act: async (note) => {
      await put(`/prizes/${person.contestant}/identity`, { state: "failed", note });
      await changed();
    },
  }),
  /** @param {any} person */
  exclude: (person) => askReason({
    heading: t("prizes.exclude"), who: `${person.name}, ${person.unit}`, withKind: true,
    act: async (reason, kind) => {
      await put(`/exclusions/${person.contestant}`, { kind, reason });
      await changed();
    },
  }),
  /** @param {any} person */
  readmit: (person) => void guarded(async () => {
    await request(`${path()}/exclusions/${person.contestant}`, { method: "DELETE" });
    await changed();
  }),
};

/** @param {any} tie @param {string[]} order @param {string} reason */
const decide = (tie, order, reason) => guarded(async () => {
  await post(`${path()}/tie-decisions`, { round: tie.round, group: tie.group, order, reason });
  await changed();
});

/** @param {any} prize @param {string[]} order @param {string} reason */
const decideUnits = (prize, order, reason) => guarded(async () => {
  await post(`${path()}/unit-decisions`, { prize: prize.title, round: prize.round, order, reason });
  await changed();
});

/** @param {any} draw @param {string} text @param {string} source */
const keepDraw = (draw, text, source) => guarded(async () => {
  await post(`${path()}/draws`, { round: draw.round, text, source });
  await changed();
});

async function show() {
  const [prizes, ties] = await Promise.all([get(`${path()}/prizes?${query()}`), get(`${path()}/ties?${query()}`)]);
  const isEmpty = !prizes.boards.length && !prizes.collective.length;
  const winners = prizes.boards.flatMap((board) => board.places.flatMap((place) => place.winners ?? []));
  byId("prize-state").textContent = isEmpty ? t("prizes.none") : t("prizes.states", {
    ties: ties.items.length, unchecked: winners.filter((winner) => winner.identity.state === "unchecked").length,
  });
  byId("prize-files").hidden = isEmpty;
  byId("prize-csv").href = `/api/v1${path()}/prizes?${query({ format: "csv" })}`;
  byId("prize-xlsx").href = `/api/v1${path()}/prizes?${query({ format: "xlsx" })}`;
  byId("ties").hidden = !ties.items.length && !ties.decisions.length;
  byId("ties-list").replaceChildren(...ties.items.map((tie) => tieCard(tie, decide)), ...decisionLines(ties.decisions));
  byId("draws").hidden = !ties.draws.length;
  byId("draws-list").replaceChildren(...ties.draws.map((draw) => drawCard(draw, keepDraw)));
  byId("boards").replaceChildren(...prizes.boards.map((board) => prizeBoard(board, acts)));
  byId("units").replaceChildren(...prizes.collective.map((prize, i) => collectivePrize(prize, i, decideUnits)));
  byId("people").hidden = false;
  showExcluded(prizes.excluded, acts);
}

async function openContest() {
  const contest = await get(path());
  const rounds = contest.rounds.map((round) => ({ value: round.id, text: round.title }));
  if (rounds.length > 1) rounds.push({ value: "total", text: t("prizes.allRounds") });
  fillSelect("round", [{ value: "", text: t("common.all") }, ...rounds]);
  forgetFound();
  await show();
}

await useLanguage();
byId("contest").onchange = () => void guarded(openContest);
byId("round").onchange = () => void guarded(show);
wireReason();
wireSearch(path, acts, guarded);
await staffPage(async () => {
  const { items } = await get("/staff/contests");
  const own = items.filter((contest) => contest.roles.some((role) => role === "organizer" || role === "admin"));
  fillSelect("contest", own.map((c) => ({ value: c.id, text: `${c.title} (${t(`home.${c.state}`)})` })));
  const asked = new URLSearchParams(location.search).get("contest");
  if (own.some((c) => c.id === asked)) byId("contest").value = asked;
  if (own.length) await openContest();
});
