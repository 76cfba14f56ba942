/** The bars of one symbol and interval, oldest first, whatever order they come in. */

const MOST = 1_500;

/** @typedef {{start: number, open: number, high: number, low: number, close: number, volume: number, trades: number,
 *   closed: boolean}} Bar start in microseconds */

export class Candles {
  /** @type {Bar[]} */
  #bars = [];

  get bars() {
    return this.#bars;
  }

  get newest() {
    return this.#bars.at(-1);
  }

  /** @param {Bar[]} bars read from history; what came live meanwhile is newer than those */
  fill(bars) {
    const live = this.#bars;
    this.#bars = bars.slice(-MOST);
    live.forEach((bar) => this.take(bar));
  }

  /** @param {Bar} bar the same again, a newer state of one, or a new one */
  take(bar) {
    let at = this.#bars.length;
    while (at > 0 && this.#bars[at - 1].start > bar.start) {
      at--;
    }
    const there = this.#bars[at - 1];
    if (there?.start === bar.start) {
      // A closed bar never changes; a state of when it was open comes too late.
      if (!there.closed || bar.closed) {
        this.#bars[at - 1] = bar;
      }
      return;
    }
    this.#bars.splice(at, 0, bar);
    if (this.#bars.length > MOST) {
      this.#bars.shift();
    }
  }

  clear() {
    this.#bars = [];
  }
}
