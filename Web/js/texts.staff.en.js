// @ts-check
// The same as texts.staff.vi.js in English.
export const enStaff = {
  "nav.accounts": "Accounts",
  "nav.audit": "Log",
  "nav.contest": "Contest",
  "nav.label": "Staff pages",
  "nav.prizes": "Prizes",
  "nav.questions": "Questions",
  "nav.results": "Results",
  "nav.unit": "Unit",
  "staff.code": "Code",
  "staff.codeHint": "The 6 digits that your authenticator shows, or a recovery code.",
};
