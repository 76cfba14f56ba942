/** In which order the table's rows are, and which of them. */
import { change } from './market.js';

/** @typedef {{key: string, down: boolean} | null} Order null: as the person put them */

const VALUES = {
  symbol: (symbol) => symbol,
  last: (_, { picture }) => picture?.last,
  change: (_, { picture }) => change(picture).change,
  percent: (_, { picture }) => change(picture).percent,
  bid: (_, { picture }) => picture?.bid,
  ask: (_, { picture }) => picture?.ask,
  volume: (_, { picture }) => picture?.volume,
};

/**
 * @param {string[]} symbols
 * @param {Order} order
 * @param {(symbol: string) => {picture?: import('./market.js').Picture}} of
 * @returns {string[]} what has no value is last, either way
 */
export function sorted(symbols, order, of) {
  if (!order) {
    return symbols;
  }
  const value = VALUES[order.key];
  const sign = order.down ? -1 : 1;
  return symbols
    .map((symbol) => ({ symbol, value: value(symbol, of(symbol)) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        return Number(a.value === undefined) - Number(b.value === undefined);
      }
      const compared = typeof a.value === 'string' ? a.value.localeCompare(b.value) : a.value - b.value;
      return sign * compared || a.symbol.localeCompare(b.symbol);
    })
    .map((row) => row.symbol);
}

/**
 * What follows when a column's head is pressed: texts begin with A, figures with the greatest; the third press undoes it.
 *
 * @param {Order} order
 * @param {string} key
 * @returns {Order}
 */
export function pressed(order, key) {
  const first = key !== 'symbol';
  if (order?.key !== key) {
    return { key, down: first };
  }
  return order.down === first ? { key, down: !first } : null;
}

/**
 * @param {string[]} symbols
 * @param {string} text that symbol or name have to hold, whatever case and accents
 * @param {(symbol: string) => {name?: string}} of
 * @returns {string[]}
 */
export function filtered(symbols, text, of) {
  const wanted = folded(text.trim());
  return wanted === ''
    ? symbols
    : symbols.filter((symbol) => folded(`${symbol} ${of(symbol).name ?? ''}`).includes(wanted));
}

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
