/** The figures of the chosen symbol, beside its chart. */
import { change } from './market.js';

const PRICES = ['bid', 'ask', 'open', 'high', 'low', 'previousClose'];

export class Quotation {
  #last;
  #fields;
  #reader;

  /** @param {HTMLElement} root @param {() => {figures: object}} reader */
  constructor(root, reader) {
    this.#last = root.querySelector('#chart-last');
    this.#fields = new Map([...PRICES, 'volume'].map((name) => [name, root.querySelector(`#f-${name}`)]));
    this.#reader = reader;
  }

  /** @param {{picture?: object, instrument?: object}} shown */
  write({ picture, instrument }) {
    const { figures } = this.#reader();
    const places = instrument?.decimals ?? 2;
    const { change: difference, percent } = change(picture);
    const moved = percent === undefined ? '' : `${figures.signed(difference, places)} (${figures.percent(percent)})`;
    const currency = instrument?.currency ?? '';
    this.#last.textContent = [figures.price(picture?.last, places), currency, moved].filter(Boolean).join('  ');
    this.#last.classList.toggle('up', difference > 0);
    this.#last.classList.toggle('down', difference < 0);
    PRICES.forEach((name) => (this.#fields.get(name).textContent = figures.price(picture?.[name], places)));
    this.#fields.get('volume').textContent = figures.short(picture?.volume);
  }
}
