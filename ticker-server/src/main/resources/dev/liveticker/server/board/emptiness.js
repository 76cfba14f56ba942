/** Says why there is no row to see. */

export class Emptiness {
  #box;
  #reader;
  #nothingTraded = false;

  /** @param {HTMLElement} box with a place for words, and a button to begin with @param {import('./reader.js').Reader} reader */
  constructor(box, reader) {
    this.#box = box;
    this.#reader = reader;
  }

  /** The server was asked what to begin with. @param {boolean} nothing whether there was nothing */
  learn(nothing) {
    this.#nothingTraded = nothing;
  }

  /**
   * @param {object} seen
   * @param {number} seen.rows
   * @param {import('./watchlist.js').Watchlist} seen.watchlist
   * @param {string} seen.filter
   */
  show({ rows, watchlist, filter }) {
    const { text } = this.#reader;
    const none = watchlist.symbols.length === 0;
    // Before the first visit's symbols are known there is nothing to explain.
    this.#box.hidden = rows > 0 || watchlist.fresh;
    this.#box.querySelector('button').hidden = !none || this.#nothingTraded;
    this.#box.querySelector('p').textContent = none
      ? text.of(this.#nothingTraded ? 'noMarket' : 'noSymbols')
      : text.of('noMatch', { text: filter });
  }
}
