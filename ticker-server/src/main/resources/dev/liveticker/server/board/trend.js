/** A small line of how a price went: one point a minute of the market's time, the newest moving. */

const POINTS = 60;
const MINUTE_MICROS = 60_000_000;

export class Trend {
  /** @type {{minute: number, price: number}[]} */
  #points = [];

  /** @param {{start: number, close: number}[]} bars of a minute, oldest first; what came live since stays */
  fill(bars) {
    const live = this.#points;
    this.#points = [];
    bars.forEach((bar) => this.#put(Math.floor(bar.start / MINUTE_MICROS), bar.close));
    live.forEach((point) => this.#put(point.minute, point.price));
  }

  /** @param {number} micros @param {number} price */
  add(micros, price) {
    this.#put(Math.floor(micros / MINUTE_MICROS), price);
  }

  #put(minute, price) {
    const newest = this.#points.at(-1);
    if (newest && minute <= newest.minute) {
      if (minute === newest.minute) {
        newest.price = price;
      }
      return;
    }
    this.#points.push({ minute, price });
    if (this.#points.length > POINTS) {
      this.#points.shift();
    }
  }

  /** Whether it went up (1), down (-1), or neither. */
  get direction() {
    return this.#points.length < 2 ? 0 : Math.sign(this.#points.at(-1).price - this.#points[0].price);
  }

  /**
   * @param {number} width @param {number} height
   * @returns {string} an SVG path; empty if there is no line yet
   */
  path(width, height) {
    if (this.#points.length < 2) {
      return '';
    }
    const prices = this.#points.map((point) => point.price);
    const low = Math.min(...prices);
    const span = Math.max(...prices) - low;
    const step = width / (prices.length - 1);
    return prices
      .map((price, i) => {
        const y = span === 0 ? height / 2 : height - ((price - low) / span) * height;
        return `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  }
}
