/** The trend of each watched symbol: read once, then going on by itself. */
import { Trend } from './trend.js';

const MINUTES = 60;

export class Trends {
  #ask;
  /** @type {Map<string, Trend>} */
  #trends = new Map();
  #asked = new Set();

  /** @param {(path: string, query: object) => Promise<any>} ask see rest.js */
  constructor(ask) {
    this.#ask = ask;
  }

  /** @param {string} symbol */
  of(symbol) {
    if (!this.#trends.has(symbol)) {
      this.#trends.set(symbol, new Trend());
    }
    return this.#trends.get(symbol);
  }

  /**
   * Reads the past of those that have none yet.
   *
   * @param {string[]} symbols
   * @param {(symbol: string) => void} onRead
   */
  load(symbols, onRead) {
    symbols
      .filter((symbol) => !this.#asked.has(symbol))
      .forEach(async (symbol) => {
        this.#asked.add(symbol);
        try {
          const { bars } = await this.#ask('v1/bars', { symbol, interval: '1m', limit: MINUTES });
          this.of(symbol).fill(bars);
          onRead(symbol);
        } catch (error) {
          // Not traded here, or not allowed: there is no past to show. Anything else is tried again with the next
          // connection.
          if (error.status === 0 || error.status >= 429) {
            this.#asked.delete(symbol);
          }
        }
      });
  }

  /** Forgets all but these. @param {string[]} symbols */
  keep(symbols) {
    for (const known of [this.#trends, this.#asked]) {
      [...known.keys()].filter((symbol) => !symbols.includes(symbol)).forEach((symbol) => known.delete(symbol));
    }
  }
}
