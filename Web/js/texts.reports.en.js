// @ts-check
// What the pages of lists and reports say, in English.
export const enReports = {
  "lists.participation": "Participation",
  "lists.purposeNeeded": "The list holds birth years and phone numbers: say what it is for.",
  "lists.purposeNoted": "Your name and the purpose go into the log.",
  "lists.results": "Results",
  "lists.unfinished": "Came, nothing submitted",
  "lists.unregistered": "On the roster, never came",
  "participation.claimed": "Unit by their own word",
  "participation.confirmed": "Unit confirmed",
  "participation.headcount": "by the register of units",
  "participation.missing": "no denominator yet",
  "participation.person.unregistered": "never came",
  "participation.roster": "by the rosters",
  "participation.shareOf": "Submitted / {n} people ({source})",
  "participation.shareUnknown": "Submitted / all people",
  "participation.shown": "Showing {n} people.",
  "participation.shownMore": "Showing {n} people; there are more.",
  "participation.whole": "Denominator",
  "reports.all": "The whole register of units",
  "reports.ready": "Report of {year}, figures to the end of {day}.",
};
