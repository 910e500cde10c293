// @ts-check
// Plots as SVG, drawn for the width there is so that their letters keep their size. Each is one image with a text
// alternative; the numbers themselves stand in a table beside it.
const NS = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} [attributes] @param {(Node | string)[]} children */
function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** @param {number} width @param {number} height @param {string} label @param {Node[]} parts */
const image = (width, height, label, parts) =>
  svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label }, ...parts);

/** Draws into a box now and whenever its width changes. @param {HTMLElement} box @param {(width: number) => Node} draw */
export function plotIn(box, draw) {
  let drawn = 0;
  const again = () => {
    const width = Math.floor(box.clientWidth);
    if (width < 1 || width === drawn) return;
    drawn = width;
    box.replaceChildren(draw(width));
  };
  again();
  const watcher = new ResizeObserver(again);
  watcher.observe(box);
  return () => watcher.disconnect();
}

/** Marks told apart by shape as well as by colour. @param {string} kind @param {number} x @param {number} y */
function mark(kind, x, y) {
  const at = { class: `mark mark-${kind}` };
  if (kind === "suspectKey") return svg("path", { ...at, d: `M${x} ${y - 8}l8 8-8 8-8-8z` });
  if (kind === "leak") return svg("path", { ...at, d: `M${x} ${y - 8}l8 14h-16z` });
  return svg("circle", { ...at, cx: x, cy: y, r: kind === "note" ? 5.5 : 4.5 });
}

/** Which mark a question gets. @param {any} item */
export const markOf = (item) => {
  const code = item.flags[0]?.code;
  return !code ? "plain" : code === "suspectKey" || code === "leak" ? code : "note";
};

/** Facility across, discrimination up.
 * @param {any[]} items @param {number} width @param {{alt: string, x: string, y: string}} words
 * @param {{percent: (n: number) => string, real: (n: number) => string, open: (item: any) => void}} on */
export function scatter(items, width, words, { percent, real, open }) {
  const height = Math.round(Math.min(420, Math.max(280, width * 0.55)));
  const [left, right, top, bottom] = [46, 14, 14, 44];
  const known = items.filter((item) => item.discrimination !== undefined);
  const low = Math.min(-0.2, Math.floor(Math.min(0, ...known.map((item) => item.discrimination)) * 5) / 5);
  const high = Math.max(0.6, Math.ceil(Math.max(0, ...known.map((item) => item.discrimination)) * 5) / 5);
  const x = (share) => left + share * (width - left - right);
  const y = (value) => top + ((high - value) / (high - low)) * (height - top - bottom);
  const parts = [
    svg("rect", { class: "zone zone-bad", x: x(0), y: y(0), width: x(1) - x(0), height: y(low) - y(0) }),
    svg("rect", { class: "zone", x: x(0), y: top, width: x(0.2) - x(0), height: y(0) - top }),
    svg("rect", { class: "zone", x: x(0.95), y: top, width: x(1) - x(0.95), height: y(0) - top }),
  ];
  for (let step = Math.round(low * 5); step <= Math.round(high * 5); step += 1) {
    parts.push(svg("line", { class: step === 0 ? "axis" : "grid", x1: x(0), x2: x(1), y1: y(step / 5), y2: y(step / 5) }),
      svg("text", { class: "tick", x: left - 6, y: y(step / 5) + 4, "text-anchor": "end" }, real(step / 5).replace(/0$/, "")));
  }
  for (const share of width < 420 ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    parts.push(svg("line", { class: "grid", x1: x(share), x2: x(share), y1: top, y2: y(low) }),
      svg("text", { class: "tick", x: x(share), y: height - bottom + 18, "text-anchor": share === 1 ? "end" : share === 0 ? "start" : "middle" }, percent(share)));
  }
  parts.push(svg("text", { class: "label", x: x(1), y: height - 6, "text-anchor": "end" }, `${words.x} →`),
    svg("text", { class: "label", x: x(0) + 6, y: top + 14 }, `↑ ${words.y}`));
  const rank = { plain: 0, note: 1, leak: 2, suspectKey: 3 };
  const placed = [];
  for (const item of [...known].sort((a, b) => rank[markOf(a)] - rank[markOf(b)])) {
    const kind = markOf(item);
    const [cx, cy] = [x(item.facility), y(item.discrimination)];
    const point = svg("g", { class: "point" }, svg("title", {}, `${item.question}: ${percent(item.facility)}, ${real(item.discrimination)}`), mark(kind, cx, cy));
    point.addEventListener("click", () => open(item));
    parts.push(point);
    // A name where it matters, and where no other stands in its way.
    if (kind === "suspectKey" || kind === "leak") {
      const toLeft = cx > width - 90;
      const at = { x: cx + (toLeft ? -12 : 12), y: cy + 4 };
      if (placed.every((other) => Math.abs(other.y - at.y) > 14 || Math.abs(other.x - at.x) > 80)) {
        placed.push(at);
        parts.push(svg("text", { class: "name", ...at, "text-anchor": toLeft ? "end" : "start" }, item.question));
      }
    }
  }
  return image(width, height, words.alt, parts);
}

/** Share right by window with its interval, and what the general trend lets expect.
 * @param {any[]} windows  of the report @param {any[]} cells  of the question
 * @param {number} width @param {string} alt @param {{percent: (n: number) => string, time: (t: string) => string[]}} say */
export function course(windows, cells, width, alt, { percent, time }) {
  const height = Math.round(Math.min(320, Math.max(230, width * 0.42)));
  const [left, right, top, bottom] = [52, 16, 12, 44];
  const x = (place) => left + ((place + 0.5) / windows.length) * (width - left - right);
  const y = (share) => top + (1 - share) * (height - top - bottom);
  const parts = [];
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    parts.push(svg("line", { class: share === 0 ? "axis" : "grid", x1: left, x2: width - right, y1: y(share), y2: y(share) }),
      svg("text", { class: "tick", x: left - 6, y: y(share) + 4, "text-anchor": "end" }, percent(share)));
  }
  const every = Math.ceil(windows.length / Math.max(1, Math.floor((width - left - right) / 84)));
  windows.forEach((window, place) => {
    if (place % every) return;
    const lines = time(window.from);
    parts.push(svg("text", { class: "tick", x: x(place), y: height - bottom + 18, "text-anchor": "middle" },
      ...lines.map((line, n) => svg("tspan", { x: x(place), dy: n ? 15 : 0 }, line))));
  });
  const seen = cells.map((cell, place) => ({ ...cell, place })).filter((cell) => cell.papers > 0);
  const line = (points) => points.map(([px, py], n) => `${n ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`).join("");
  if (seen.length) {
    const edge = (bound) => seen.map((cell) => [x(cell.place), y(cell[bound])]);
    parts.push(svg("path", { class: "band", d: `${line([...edge("low"), ...edge("high").reverse()])}Z` }));
    const expected = seen.filter((cell) => cell.expected !== undefined);
    if (expected.length) parts.push(svg("path", { class: "expected", d: line(expected.map((cell) => [x(cell.place), y(cell.expected)])) }));
    const course = seen.map((cell) => [x(cell.place), y(cell.right / cell.papers)]);
    parts.push(svg("path", { class: "course", d: line(course) }), ...course.map(([cx, cy]) => svg("circle", { class: "dot", cx, cy, r: 3.5 })));
  }
  return image(width, height, alt, parts);
}
