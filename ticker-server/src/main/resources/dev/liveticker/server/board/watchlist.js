/** The symbols a person watches, kept in this browser and the same in all its tabs. */

const KEY = 'live-ticker.watchlist';
const SYMBOL = /^[A-Z0-9.^=:/-]{1,24}$/;

/** So that memory and the server's patience are bounded. */
export const MOST = 100;

export class Watchlist {
  #storage;
  #symbols;
  #told = () => {};

  /** @param {() => Storage} storage that may refuse to be had, or to work */
  constructor(storage) {
    this.#storage = storage;
    this.#symbols = read(storage);
  }

  /** Whether this person has ever had one here. */
  get fresh() {
    return this.#symbols === null;
  }

  /** @returns {string[]} */
  get symbols() {
    return this.#symbols ?? [];
  }

  get full() {
    return this.symbols.length >= MOST;
  }

  /** @param {string} symbol @returns {boolean} false if it was there, or there is no room */
  add(symbol) {
    if (this.full || this.symbols.includes(symbol) || !SYMBOL.test(symbol)) {
      return false;
    }
    this.set([...this.symbols, symbol]);
    return true;
  }

  /** @param {string} symbol */
  remove(symbol) {
    this.set(this.symbols.filter((kept) => kept !== symbol));
  }

  /** @param {string[]} symbols */
  set(symbols) {
    this.#symbols = symbols.slice(0, MOST);
    try {
      this.#storage().setItem(KEY, JSON.stringify(this.#symbols));
    } catch {
      // Full or forbidden: then it is this tab's alone, until it closes.
    }
    this.#told();
  }

  /** @param {() => void} run when it changes, also by another tab */
  onChange(run) {
    this.#told = run;
  }

  /** Another tab changed what is kept. @param {string | null} key */
  reread(key) {
    if (key === KEY) {
      this.#symbols = read(this.#storage);
      this.#told();
    }
  }
}

/** @returns {string[] | null} null if there is none, or none that can be read */
function read(storage) {
  try {
    const kept = JSON.parse(storage().getItem(KEY));
    return Array.isArray(kept) ? [...new Set(kept.filter((symbol) => typeof symbol === 'string' && SYMBOL.test(symbol)))].slice(0, MOST) : null;
  } catch {
    return null;
  }
}
