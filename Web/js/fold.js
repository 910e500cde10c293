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

/** Remembers what the server answered, so that typing on and going back costs no request.
 * @template {{title: string, path?: string}} Item */
export class SearchMemory {
  /** @type {Map<string, {items: Item[], complete: boolean}>} */
  #known = new Map();

  /** @param {string} query @param {Item[]} items @param {number} limit  what was asked for; fewer means all */
  remember(query, items, limit) {
    this.#known.set(fold(query), { items, complete: items.length < limit });
  }

  /** The items for `query` if they follow from earlier answers. @param {string} query @returns {Item[] | undefined} */
  recall(query) {
    const folded = fold(query);
    const exact = this.#known.get(folded);
    if (exact) return exact.items;
    for (let end = folded.length - 1; end >= 0; end -= 1) {
      const shorter = this.#known.get(folded.slice(0, end).trim());
      if (shorter?.complete) return shorter.items.filter((item) => matches(folded, `${item.title} ${item.path ?? ""}`));
    }
    return undefined;
  }
}

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
