// @ts-check
// Searching Vietnamese without accents, and how a list is walked by keyboard. Pure.

/** `Trường THCS Lê Đình Đầy` → `truong thcs le dinh day` @param {string} text */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Whether every word of `query` begins a word of `text`, accents aside. @param {string} query @param {string} text */
export function matches(query, text) {
  const words = fold(text).split(" ");
  return fold(query).split(" ").every((part) => words.some((word) => word.startsWith(part)));
}

/** Remembers what the server answered, so that going back costs no request. The server knows short forms and slips, so what
 * it says to longer words does not follow from shorter ones.
 * @template Item */
export class SearchMemory {
  /** @type {Map<string, Item[]>} */
  #known = new Map();

  /** @param {string} query @param {Item[]} items */
  remember(query, items) {
    this.#known.set(plain(query), items);
  }

  /** @param {string} query @returns {Item[] | undefined} */
  recall(query) {
    return this.#known.get(plain(query));
  }
}

/** Marks count: they decide which of the like come first. @param {string} query */
const plain = (query) => query.normalize().toLowerCase().trim();

/** The next active option of a list box; -1 is none.
 * @param {string} key @param {number} active @param {number} count @returns {number | undefined} undefined: not our key */
export function nextActive(key, active, count) {
  if (!count) return undefined;
  switch (key) {
    case "ArrowDown": return (active + 1) % count;
    case "ArrowUp": return active <= 0 ? count - 1 : active - 1;
    case "PageDown": return Math.min(count - 1, active + 10);
    case "PageUp": return Math.max(0, active - 10);
    default: return undefined;
  }
}
