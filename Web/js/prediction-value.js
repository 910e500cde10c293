// @ts-check
// Reading the number of a prediction the way people type it: 87,5 and 87.5 are the same. Pure.

/** @param {string} text @param {number} decimals  how many the question allows
 * @returns {{value: string} | {fault: "empty" | "notNumber" | "tooManyDecimals"}}  value with a comma, as it is sent */
export function readPrediction(text, decimals) {
  const compact = text.replace(/[\s\u00a0%]/g, "");
  if (!compact) return { fault: "empty" };
  // Only where no fraction is asked for can 12.345 mean twelve thousand; elsewhere it would be a guess.
  const plain = decimals === 0 && /^\d{1,3}([.,]\d{3})+$/.test(compact) ? compact.replace(/[.,]/g, "") : compact;
  const parts = /^(\d{1,15})(?:[.,](\d+))?$/.exec(plain);
  if (!parts) return { fault: "notNumber" };
  const whole = parts[1].replace(/^0+(?=\d)/, "");
  const fraction = (parts[2] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return { fault: "tooManyDecimals" };
  return { value: fraction ? `${whole},${fraction}` : whole };
}
