// @ts-check
// The page of units: the register, headcounts, merges, names that people wrote themselves, and the import.
import { get } from "./api.js";
import { byId } from "./dom.js";
import { addTexts, language, t, useLanguage } from "./i18n.js";
import { fillSelect, guarded, staffPage } from "./staff.js";
import { viUnits } from "./texts.units.vi.js";
import { unitImport } from "./unit-import.js";
import { showOthers } from "./unit-other.js";
import { showTop, wireForms, wireTree } from "./unit-tree.js";

addTexts(viUnits, "units");
await useLanguage();
for (const link of document.querySelectorAll("[data-template]")) {
  const address = new URL(/** @type {HTMLAnchorElement} */ (link).href);
  address.searchParams.set("language", language);
  /** @type {HTMLAnchorElement} */ (link).href = address.href;
}
wireForms();
unitImport(() => guarded(showTop));
byId("contest").onchange = () => void guarded(showOthers);
await staffPage(async () => {
  const [{ items }, words] = await Promise.all([get("/staff/contests"), get("/vocabulary")]);
  const own = items.filter((contest) => contest.roles.some((role) => role === "organizer" || role === "admin"));
  const contests = own.map((c) => ({ value: c.id, text: `${c.title} (${t(`home.${c.state}`)})` }));
  fillSelect("contest", contests);
  fillSelect("group", [{ value: "", text: t("units.everybody") }, ...words.groups.map((group) => ({ value: group.code, text: language === "en" ? group.titleEn : group.title }))]);
  wireTree(contests);
  await showTop();
  if (own.length) await showOthers();
});
