/** What is traded here: names, and how a price is written. */
import { decimals } from './figures.js';
import { ask } from './rest.js';

/** @typedef {{symbol: string, name: string, currency: string, decimals: number}} Instrument */

/** What a watchlist begins with, where it is traded. */
const WELL_KNOWN = ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'TSLA', 'JPM', '^GSPC', 'EURUSD=X', 'BTC-USD', 'ETH-USD'];
const SHOWN = 12;

export class Instruments {
  /** @type {Map<string, Instrument>} */
  #known = new Map();
  /** @type {Set<string>} */
  #asked = new Set();

  /** @param {string} symbol @returns {Instrument | undefined} */
  of(symbol) {
    return this.#known.get(symbol);
  }

  /**
   * Asks for those not known yet, and forgets what nobody wants any more.
   *
   * @param {string[]} symbols
   * @param {(symbol: string) => void} onKnown
   */
  load(symbols, onKnown) {
    [...this.#known.keys()].filter((symbol) => !symbols.includes(symbol)).forEach((symbol) => this.#known.delete(symbol));
    symbols
      .filter((symbol) => !this.#known.has(symbol) && !this.#asked.has(symbol))
      .forEach(async (symbol) => {
        this.#asked.add(symbol);
        try {
          const found = (await search(symbol)).find((instrument) => instrument.symbol === symbol);
          if (found) {
            this.#known.set(symbol, found);
            onKnown(symbol);
          }
        } catch {
          // Asked again when the connection is back; until then it goes by its symbol.
        } finally {
          this.#asked.delete(symbol);
        }
      });
  }
}

/**
 * @param {string} text part of a symbol or a name
 * @param {AbortSignal} [signal]
 * @returns {Promise<Instrument[]>} best first, a dozen at most
 */
export async function search(text, signal) {
  const { instruments } = await ask('v1/instruments', { query: text, limit: SHOWN }, signal);
  return instruments.map((found) => ({ ...found, decimals: decimals(found.tickSize) }));
}

/** A few symbols to begin with. @returns {Promise<string[]>} none if the server trades none */
export async function beginning() {
  const { quotes } = await ask('v1/quotes', { symbols: WELL_KNOWN.join(',') });
  return quotes.length > 0 ? quotes.map((quote) => quote.symbol) : (await search('')).map((found) => found.symbol);
}
