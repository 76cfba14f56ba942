/**
 * What is subscribed to, as a set of keys: `quotes|AAPL`, `bars 5m|AAPL`. A set of keys is easily united over all tabs
 * and compared with what the server was told.
 */

/** Of each symbol's quotes and open bar, at most so many a second: more nobody can read. */
const MAX_RATE = 10;

/**
 * @typedef {{quotes: string[], bars: {symbol: string, interval: string}[]}} Want what a tab shows
 */

/** @param {string} symbol */
export const quoteKey = (symbol) => `quotes|${symbol}`;

/** @param {string} symbol @param {string} interval such as `5m` */
export const barKey = (symbol, interval) => `bars ${interval}|${symbol}`;

/** @param {Want} want @returns {Set<string>} */
export function keys(want) {
  return new Set([...want.quotes.map(quoteKey), ...want.bars.map((bar) => barKey(bar.symbol, bar.interval))]);
}

/** @param {Iterable<Set<string>>} sets @returns {Set<string>} */
export function union(sets) {
  const all = new Set();
  for (const set of sets) {
    set.forEach((key) => all.add(key));
  }
  return all;
}

/**
 * The frame that says so to the server.
 *
 * @param {'subscribe' | 'unsubscribe'} type
 * @param {Iterable<string>} wanted keys
 * @param {string} [since] a position to resume from
 * @returns {object[]} one message for each channel and interval
 */
export function frame(type, wanted, since = '') {
  const groups = new Map();
  for (const key of wanted) {
    const bar = key.indexOf('|');
    const group = key.slice(0, bar);
    groups.set(group, [...(groups.get(group) ?? []), key.slice(bar + 1)]);
  }
  return [...groups].map(([group, symbols]) => {
    const [channel, interval] = group.split(' ');
    return {
      type,
      channel,
      symbols,
      ...(interval ? { interval } : {}),
      ...(type === 'subscribe' ? { maxRate: MAX_RATE } : {}),
      ...(type === 'subscribe' && since ? { since } : {}),
    };
  });
}

/**
 * Whether who wants these keys should hear a message.
 *
 * @param {Set<string>} wanted
 * @param {object} message of the server
 */
export function concerns(wanted, message) {
  switch (message.type) {
    case 'snapshot':
    case 'quote':
    case 'status':
      return wanted.has(quoteKey(message.symbol));
    case 'bar':
      return wanted.has(barKey(message.symbol, message.interval));
    case 'gap':
    case 'error':
      return true;
    case 'subscribed':
      return message.rejected.length > 0;
    default:
      return false;
  }
}
