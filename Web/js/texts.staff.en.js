// @ts-check
// The same as texts.staff.vi.js in English.
export const enStaff = {
  "nav.contest": "Contest",
  "nav.label": "Staff pages",
  "nav.prizes": "Prizes",
  "nav.questions": "Questions",
  "nav.results": "Results",
  "nav.roster": "Roster",
  "nav.unit": "Unit",
};
