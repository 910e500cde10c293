// @ts-check
// The same as texts.staff.vi.js in English.
export const enStaff = {
  "nav.accounts": "Accounts",
  "nav.audit": "Log",
  "nav.contest": "Contest",
  "nav.label": "Staff pages",
  "nav.personal": "Personal data",
  "nav.prizes": "Prizes",
  "nav.questions": "Questions",
  "nav.reports": "Reports",
  "nav.results": "Results",
  "nav.unit": "Unit",
  "nav.units": "Units",
  "staff.code": "Code",
  "staff.codeHint": "The 6 digits that your authenticator shows, or a recovery code.",
};
