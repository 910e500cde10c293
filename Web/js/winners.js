// @ts-check
// Who won on a board, once the organizers have published it.
import { get } from "./api.js";
import { byId, el } from "./dom.js";
import { t } from "./i18n.js";

/** @param {string} contest @param {any} board @param {() => boolean} isWanted  nobody has chosen another board meanwhile */
export async function showWinners(contest, board, isWanted) {
  const published = ["provisional", "verified", "final"].includes(board.results) || board.round === "total";
  const query = new URLSearchParams({ round: board.round });
  // Not published yet: there is nothing to show.
  const found = published ? await get(`/contests/${encodeURIComponent(contest)}/winners?${query}`).catch(() => undefined) : undefined;
  if (!isWanted()) return;
  const winners = (found?.items ?? []).filter((one) => one.group === board.group);
  byId("winners").hidden = !winners.length;
  byId("winners-open").textContent = found && !found.complete ? t("board.winnersOpen") : "";
  byId("winners-list").replaceChildren(...prizes(winners));
}

/** A list for each prize, in the order of worth. @param {any[]} winners */
function prizes(winners) {
  const titles = [...new Set(winners.map((one) => one.prize))];
  return titles.flatMap((title) => {
    const own = winners.filter((one) => one.prize === title);
    return [
      el("h3", { text: own[0].value ? `${title} – ${own[0].value}` : title }),
      el("ul", {}, ...own.map((one) => el("li", {}, el("strong", { text: one.name }), one.unit ? `, ${one.unit}` : ""))),
    ];
  });
}
