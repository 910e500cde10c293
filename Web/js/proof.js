// @ts-check
// The work that a registration must have cost where the contest asks for it (docs/personal-data.md): sixteen numbers,
// each of which makes SHA-256 over (challenge, part, number) begin with enough zero bits. In a worker or by itself; SHA-256
// is written out here because the browser's own needs a secure page and a promise for every try.

const K = new Int32Array(64);
const START = new Int32Array(8);
{
  // The first 32 bits of the fractional parts of cube and square roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3).
  const fraction = (x) => ((x - Math.floor(x)) * 0x1_0000_0000) | 0;
  let found = 0;
  for (let n = 2; found < 64; n += 1) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false;
    if (!isPrime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found] = fraction(Math.cbrt(n));
    found += 1;
  }
}

const W = new Int32Array(64);

/** Prepares the one block that is hashed: id, part, nonce, end mark, length. @param {string} id  32 hex digits @param {number} part */
function begin(id, part) {
  W.fill(0);
  for (let i = 0; i < 4; i += 1) W[i] = parseInt(id.slice(i * 8, i * 8 + 8), 16) | 0;
  W[4] = part;
  W[6] = 0x8000_0000 | 0;
  W[15] = 24 * 8;
}

/** The first word of the hash of the prepared block. @param {number} nonce */
function hash(nonce) {
  W[5] = nonce | 0;
  for (let i = 16; i < 64; i += 1) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let a = START[0], b = START[1], c = START[2], d = START[3], e = START[4], f = START[5], g = START[6], h = START[7];
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0;
    d = c; c = b; b = a; a = (one + two) | 0;
  }
  return (START[0] + a) >>> 0;
}

/** @param {string} id @param {number} part @param {number} nonce */
export function sha256Head(id, part, nonce) {
  begin(id, part);
  return hash(nonce);
}

/** @param {number} word */
export const leadingZeros = (word) => Math.clz32(word);

/** @param {string} id @param {number} part @param {number} bits @returns {number} */
export function solvePart(id, part, bits) {
  begin(id, part);
  let nonce = 0;
  while (Math.clz32(hash(nonce)) < bits) nonce += 1;
  return nonce;
}

/** As the server takes it. @param {{challenge: string, id: string, parts: number, bits: number}} challenge */
export function solve({ challenge, id, parts, bits }) {
  return `${challenge}:${Array.from({ length: parts }, (_, part) => solvePart(id, part, bits)).join(",")}`;
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  self.onmessage = (event) => self.postMessage(solve(event.data));
}
