/** The newest picture of each symbol this tab shows. */
import { laid } from './stream/picture.js';

/**
 * @typedef {{symbol: string, seq: number, time: number, bid?: number, ask?: number, last?: number, volume?: number,
 *   open?: number, high?: number, low?: number, previousClose?: number, status?: string, reason?: string}} Picture
 */

export class Market {
  /** @type {Map<string, Picture>} */
  #pictures = new Map();
  /** @type {Map<string, string>} why there is none, by symbol */
  #rejected = new Map();
  /** @type {Set<string>} */
  #changed = new Set();

  /** @param {object} message of the server */
  take(message) {
    switch (message.type) {
      case 'snapshot':
        this.#set(message);
        break;
      case 'quote':
      case 'status': {
        const before = this.#pictures.get(message.symbol);
        if (before && message.seq > before.seq) {
          this.#set(laid(before, message));
        }
        break;
      }
      case 'subscribed':
        if (message.channel === 'quotes') {
          message.rejected.forEach(({ symbol, code }) => {
            this.#rejected.set(symbol, code);
            // What another token allowed, say.
            this.#pictures.delete(symbol);
            this.#changed.add(symbol);
          });
        }
        break;
    }
  }

  #set(picture) {
    this.#pictures.set(picture.symbol, picture);
    this.#rejected.delete(picture.symbol);
    this.#changed.add(picture.symbol);
  }

  /** @param {string} symbol @returns {Picture | undefined} */
  of(symbol) {
    return this.#pictures.get(symbol);
  }

  /** Why the server tells nothing of it, such as `unknown_symbol`. @param {string} symbol @returns {string | undefined} */
  rejection(symbol) {
    return this.#rejected.get(symbol);
  }

  /** What changed since it was asked last. @returns {Set<string>} */
  drain() {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** Forgets all but these. @param {string[]} symbols */
  keep(symbols) {
    const kept = new Set(symbols);
    for (const map of [this.#pictures, this.#rejected]) {
      [...map.keys()].filter((symbol) => !kept.has(symbol)).forEach((symbol) => map.delete(symbol));
    }
  }
}

/**
 * The change since the previous close.
 *
 * @param {Picture | undefined} picture
 * @returns {{change?: number, percent?: number}} absent where a price is
 */
export function change(picture) {
  const { last, previousClose } = picture ?? {};
  if (last === undefined || previousClose === undefined) {
    return {};
  }
  const difference = last - previousClose;
  return { change: difference, percent: previousClose === 0 ? undefined : (100 * difference) / previousClose };
}
