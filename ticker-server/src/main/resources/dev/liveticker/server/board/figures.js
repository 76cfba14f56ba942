/** Figures and times as people of a country write them. */

/** A true minus sign: as wide as a plus, so that columns of figures stay in line. */
const MINUS = '\u2212';

/** @param {number} tickSize the smallest step of a price @returns {number} decimals to show a price with */
export function decimals(tickSize) {
  for (let places = 0; places < 10; places++) {
    const scaled = tickSize * 10 ** places;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) {
      return places;
    }
  }
  return 10;
}

export class Figures {
  #locale;
  #formats = new Map();

  /** @param {string} locale BCP 47 */
  constructor(locale) {
    this.#locale = locale;
  }

  #number(value, options) {
    if (value === undefined || !Number.isFinite(value)) {
      return '\u2013';
    }
    const key = JSON.stringify(options);
    if (!this.#formats.has(key)) {
      this.#formats.set(key, new Intl.NumberFormat(this.#locale, options));
    }
    return this.#formats.get(key).format(value).replace('-', MINUS);
  }

  /** @param {number | undefined} value @param {number} places decimals */
  price(value, places) {
    return this.#number(value, { minimumFractionDigits: places, maximumFractionDigits: places });
  }

  /** With its sign, unless it is 0. @param {number | undefined} value @param {number} places decimals */
  signed(value, places) {
    return this.#number(value, {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      signDisplay: 'exceptZero',
    });
  }

  /** @param {number | undefined} value in percent */
  percent(value) {
    return this.#number(value === undefined ? value : value / 100, {
      style: 'percent',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
  }

  /** Short: a volume of 1,203,344 is 1.2M. @param {number | undefined} value */
  short(value) {
    return this.#number(value, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 });
  }

  /** @param {number} micros since the epoch @param {Intl.DateTimeFormatOptions} options */
  time(micros, options) {
    const key = `time ${JSON.stringify(options)}`;
    if (!this.#formats.has(key)) {
      this.#formats.set(key, new Intl.DateTimeFormat(this.#locale, options));
    }
    return this.#formats.get(key).format(micros / 1000);
  }

  /** @param {number} micros since the epoch @returns {string} hours, minutes and seconds */
  clock(micros) {
    return this.time(micros, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  }

  /** @param {number} micros since the epoch @returns {string} day and minute */
  moment(micros) {
    return this.time(micros, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  }

  /** @param {number} micros since the epoch @returns {string} */
  day(micros) {
    return this.time(micros, { year: 'numeric', month: 'short', day: 'numeric' });
  }
}
