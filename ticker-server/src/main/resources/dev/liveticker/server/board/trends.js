/** The trend of each watched symbol: read once, then going on by itself, and read again where it was left alone. */
import { Trend } from './trend.js';

const MINUTES = 60;

/** Without a price for so long, points are missing: nobody looked, or nothing was heard. */
const ALONE_MILLIS = 120_000;

export class Trends {
  #ask;
  #now;
  /** @type {Map<string, Trend>} */
  #trends = new Map();
  /** @type {Map<string, number>} when the past was asked for or a price was added, by symbol of which there is a past */
  #heardAt = new Map();

  /**
   * @param {(path: string, query: object) => Promise<any>} ask see rest.js
   * @param {() => number} now milliseconds
   */
  constructor(ask, now = Date.now) {
    this.#ask = ask;
    this.#now = now;
  }

  /** @param {string} symbol */
  of(symbol) {
    if (!this.#trends.has(symbol)) {
      this.#trends.set(symbol, new Trend());
    }
    return this.#trends.get(symbol);
  }

  /** @param {string} symbol @param {number} micros of the market's time @param {number} price */
  add(symbol, micros, price) {
    this.of(symbol).add(micros, price);
    // Only what was read: a price after a hole does not fill it.
    if (!this.#lacking(symbol)) {
      this.#heardAt.set(symbol, this.#now());
    }
  }

  #lacking(symbol) {
    const heardAt = this.#heardAt.get(symbol);
    return heardAt === undefined || this.#now() - heardAt > ALONE_MILLIS;
  }

  /**
   * Reads the past of those that have none yet, or a hole in it.
   *
   * @param {string[]} symbols
   * @param {(symbol: string) => void} onRead
   */
  load(symbols, onRead) {
    symbols
      .filter((symbol) => this.#lacking(symbol))
      .forEach(async (symbol) => {
        const trend = this.of(symbol);
        this.#heardAt.set(symbol, this.#now());
        try {
          const { bars } = await this.#ask('v1/bars', { symbol, interval: '1m', limit: MINUTES });
          // Forgotten in the meantime, perhaps: then nobody sees it.
          trend.fill(bars);
          onRead(symbol);
        } catch (error) {
          // Not traded here, or not allowed: there is no past to show. Anything else is tried again with the next
          // connection.
          if (error.status === 0 || error.status >= 429) {
            this.#heardAt.delete(symbol);
          }
        }
      });
  }

  /** Forgets all but these. @param {string[]} symbols */
  keep(symbols) {
    for (const known of [this.#trends, this.#heardAt]) {
      [...known.keys()].filter((symbol) => !symbols.includes(symbol)).forEach((symbol) => known.delete(symbol));
    }
  }
}
