/** A row of the table: the picture of one symbol, in words and colour. */
import { change } from './market.js';

const WIDTH = 72;
const HEIGHT = 22;

export class Row {
  #cells;
  #flashing = 0;
  #last;

  /** @param {HTMLTemplateElement} template @param {string} symbol */
  constructor(template, symbol) {
    this.symbol = symbol;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.element.dataset.symbol = symbol;
    const cell = (name) => this.element.querySelector(`.${name}`);
    this.#cells = {
      choose: cell('choose'),
      symbol: cell('symbol'),
      company: cell('company'),
      halt: cell('halt'),
      path: this.element.querySelector('path'),
      last: this.element.querySelector('.last span'),
      change: cell('change'),
      percent: cell('percent'),
      bid: cell('bid'),
      ask: cell('ask'),
      volume: cell('volume'),
      remove: cell('remove'),
    };
    this.#cells.symbol.textContent = symbol;
  }

  /** @param {import('./text.js').Text} text */
  name(text) {
    this.#cells.choose.title = text.of('chooseSymbol', { symbol: this.symbol });
    this.#cells.remove.ariaLabel = text.of('removeSymbol', { symbol: this.symbol });
    this.#cells.remove.title = text.of('removeSymbol', { symbol: this.symbol });
  }

  /** @param {boolean} chosen whether its chart is shown */
  mark(chosen) {
    if (chosen) {
      this.element.setAttribute('aria-current', 'true');
    } else {
      this.element.removeAttribute('aria-current');
    }
  }

  focus() {
    this.#cells.choose.focus();
  }

  /**
   * @param {object} shown
   * @param {import('./market.js').Picture} [shown.picture]
   * @param {import('./instruments.js').Instrument} [shown.instrument]
   * @param {import('./trend.js').Trend} shown.trend
   * @param {string} [shown.rejection] why there is no picture
   * @param {import('./text.js').Text} text
   * @param {import('./figures.js').Figures} figures
   */
  write({ picture, instrument, trend, rejection }, text, figures) {
    const cells = this.#cells;
    const places = instrument?.decimals ?? 2;
    const { change: difference, percent } = change(picture);
    put(cells.company, instrument?.name ?? '');
    put(cells.halt, rejection ? text.of(`rejected.${rejection}`) : halt(picture, text));
    put(cells.last, figures.price(picture?.last, places));
    put(cells.change, figures.signed(difference, places));
    put(cells.percent, figures.percent(percent));
    put(cells.bid, figures.price(picture?.bid, places));
    put(cells.ask, figures.price(picture?.ask, places));
    put(cells.volume, figures.short(picture?.volume));
    for (const cell of [cells.change, cells.percent]) {
      colour(cell, Math.sign(difference ?? 0));
    }
    this.#flash(picture?.last);
    const path = trend.path(WIDTH, HEIGHT);
    if (cells.path.getAttribute('d') !== path) {
      cells.path.setAttribute('d', path);
      colour(cells.path, trend.direction);
    }
  }

  #flash(last) {
    if (last !== undefined && this.#last !== undefined && last !== this.#last) {
      // Two names for the same fade, so that one can follow the other.
      this.#flashing = 1 - this.#flashing;
      this.#cells.last.dataset.flash = `${last > this.#last ? 'up' : 'down'}${this.#flashing}`;
    }
    this.#last = last;
  }
}

function halt(picture, text) {
  const words = { halted: 'halted', closed: 'closed' }[picture?.status];
  return words ? text.of(words) : '';
}

function put(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

function colour(element, direction) {
  element.classList.toggle('up', direction > 0);
  element.classList.toggle('down', direction < 0);
}
