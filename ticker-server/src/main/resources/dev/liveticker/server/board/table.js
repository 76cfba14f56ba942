/** The live table: its rows, their order, and what keys do in it. */
import { filtered, pressed, sorted } from './order.js';
import { Row } from './row.js';

/** Rows that change places while someone reads are a nuisance: they do so seldom. */
const REORDER_MILLIS = 2_000;

export class Table {
  #body;
  #heads;
  #template;
  #port;
  /** @type {Map<string, Row>} */
  #rows = new Map();
  #order = null;
  #orderedAt = 0;
  #filter = '';
  #chosen = '';

  /**
   * @param {HTMLTableElement} table
   * @param {HTMLTemplateElement} template of a row
   * @param {object} port
   * @param {() => string[]} port.symbols watched
   * @param {(symbol: string) => object} port.of what a row shows of it, see row.js
   * @param {() => {text: object, figures: object}} port.reader
   * @param {(symbol: string) => void} port.onChoose
   * @param {(symbol: string) => void} port.onRemove
   */
  constructor(table, template, port) {
    this.#body = table.tBodies[0];
    this.#heads = [...table.tHead.querySelectorAll('[data-key]')];
    this.#template = template;
    this.#port = port;
    table.tHead.addEventListener('click', (event) => this.#press(event));
    this.#body.addEventListener('click', (event) => this.#click(event));
    this.#body.addEventListener('keydown', (event) => this.#key(event));
  }

  /** How many rows there are to see. */
  get size() {
    return this.#body.rows.length;
  }

  /** @param {string} text to show only what holds it */
  filter(text) {
    this.#filter = text;
    this.arrange();
  }

  /** @param {string} symbol whose chart is shown */
  choose(symbol) {
    this.#chosen = symbol;
    this.#rows.forEach((row) => row.mark(row.symbol === symbol));
  }

  /** Brings rows to where they belong: after the list, the order, the filter or the language changed. */
  arrange() {
    const watched = this.#port.symbols();
    for (const [symbol, row] of this.#rows) {
      if (!watched.includes(symbol)) {
        row.element.remove();
        this.#rows.delete(symbol);
      }
    }
    this.#orderedAt = performance.now();
    const of = (symbol) => {
      const { picture, instrument } = this.#port.of(symbol);
      return { picture, name: instrument?.name };
    };
    this.#place(sorted(filtered(watched, this.#filter, of), this.#order, of));
    this.#heads.forEach((head) => this.#sortState(head));
  }

  #place(symbols) {
    const focused = document.activeElement;
    const wanted = symbols.map((symbol) => this.#row(symbol).element);
    [...this.#body.rows].filter((row) => !wanted.includes(row)).forEach((row) => row.remove());
    wanted.forEach((row, i) => {
      if (this.#body.rows[i] !== row) {
        this.#body.insertBefore(row, this.#body.rows[i] ?? null);
      }
    });
    // A row that moves loses the focus.
    if (focused !== document.activeElement && this.#body.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  #row(symbol) {
    let row = this.#rows.get(symbol);
    if (!row) {
      row = new Row(this.#template, symbol);
      row.name(this.#port.reader().text);
      row.mark(symbol === this.#chosen);
      this.#rows.set(symbol, row);
      this.#write(row);
    }
    return row;
  }

  #write(row) {
    const { text, figures } = this.#port.reader();
    row.write(this.#port.of(row.symbol), text, figures);
  }

  /** Writes what changed. @param {Iterable<string>} symbols */
  update(symbols) {
    for (const symbol of symbols) {
      const row = this.#rows.get(symbol);
      if (row) {
        this.#write(row);
      }
    }
    if (this.#order && performance.now() - this.#orderedAt > REORDER_MILLIS) {
      this.arrange();
    }
  }

  /** Writes all of it, in another language. */
  rewrite() {
    const { text } = this.#port.reader();
    this.#rows.forEach((row) => {
      row.name(text);
      this.#write(row);
    });
    this.arrange();
  }

  #sortState(head) {
    const sorts = this.#order?.key === head.dataset.key;
    head.ariaSort = sorts ? (this.#order.down ? 'descending' : 'ascending') : 'none';
  }

  #press(event) {
    const head = event.target.closest('[data-key]');
    if (head && event.target.closest('button')) {
      this.#order = pressed(this.#order, head.dataset.key);
      this.arrange();
    }
  }

  #click(event) {
    const row = event.target.closest('tr');
    if (!row) {
      return;
    }
    if (event.target.closest('.remove')) {
      this.#remove(row);
    } else {
      this.#port.onChoose(row.dataset.symbol);
    }
  }

  #remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    this.#port.onRemove(row.dataset.symbol);
    if (next) {
      this.#rows.get(next.dataset.symbol)?.focus();
    }
  }

  #key(event) {
    const row = event.target.closest('tr');
    const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    if (next) {
      event.preventDefault();
      this.#rows.get(next.dataset.symbol)?.focus();
    } else if (event.key === 'Delete') {
      event.preventDefault();
      this.#remove(row);
    }
  }
}
