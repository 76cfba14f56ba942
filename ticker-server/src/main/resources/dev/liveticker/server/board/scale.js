/** Where a chart's lines and labels go. */

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round prices between two, at most so many.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} most
 * @param {number} least the smallest step there can be
 * @returns {number[]} rising
 */
export function ticks(low, high, most, least) {
  if (!(high > low) || most < 1) {
    return [];
  }
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(least, power * STEPS.find((candidate) => candidate * power >= rough * (1 - 1e-9)));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/**
 * The lowest and highest price to show: what the bars span, a little air, and never nothing at all.
 *
 * @param {{low: number, high: number}[]} bars at least one
 * @returns {{low: number, high: number}}
 */
export function range(bars) {
  let low = Infinity;
  let high = -Infinity;
  for (const bar of bars) {
    low = Math.min(low, bar.low);
    high = Math.max(high, bar.high);
  }
  const air = (high - low) * 0.06 || Math.abs(high) * 0.001 || 1;
  return { low: low - air, high: high + air };
}

/**
 * Which bars are shown: `count` of them, `back` of them from the newest.
 *
 * @param {number} length how many there are
 * @param {number} count
 * @param {number} back
 * @returns {{from: number, to: number}} to exclusive
 */
export function shown(length, count, back) {
  const to = Math.max(Math.min(length, count), length - back);
  return { from: Math.max(0, to - count), to };
}

/**
 * The bars to label with their time, so that labels do not touch.
 *
 * @param {number} from
 * @param {number} to exclusive
 * @param {number} each bars from one label to the next
 * @returns {number[]}
 */
export function labelled(from, to, each) {
  const step = Math.max(1, Math.ceil(each));
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, i) => first + i * step);
}
