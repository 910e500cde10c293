// @ts-check
// A QR code that the server made, as a picture in the page.

const SVG = "http://www.w3.org/2000/svg";

/** @param {{side: number, path: string}} code @param {string} label */
export function qrCode({ side, path }, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  for (const [fill, d] of [["#fff", `M0 0h${side}v${side}H0z`], ["#000", path]]) {
    const part = document.createElementNS(SVG, "path");
    part.setAttribute("fill", fill);
    part.setAttribute("d", d);
    svg.append(part);
  }
  return svg;
}
