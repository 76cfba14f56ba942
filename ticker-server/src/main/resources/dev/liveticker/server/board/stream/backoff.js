/** How long to wait before the next attempt: "full jitter", as docs/protocol.md has it. */

const FIRST_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

/**
 * Uniform in (0, min(30 s, 1 s·2^attempt)], and never less than the server asked for.
 *
 * @param {number} attempt from 0
 * @param {number} [atLeast] milliseconds
 * @param {() => number} [random] in [0, 1)
 * @returns {number} milliseconds
 */
export function backoff(attempt, atLeast = 0, random = Math.random) {
  const ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(attempt, 20));
  return Math.max(atLeast, Math.ceil((1 - random()) * ceiling));
}
