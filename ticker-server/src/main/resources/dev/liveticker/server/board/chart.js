/** The chart of one symbol: how it is drawn, read and moved. */
import { History } from './history.js';
import { legend, mark } from './legend.js';
import { layout, paint } from './paint.js';
import { shown } from './scale.js';

const FEWEST = 20;
const MOST = 400;

/** So wide a candle is to begin with, in CSS pixels. */
const COMFORT = 9;

export class Chart {
  #elements;
  #port;
  #history;
  #count = 0;
  #back = 0;
  /** @type {number | undefined} when the bar that is read began */
  #read;
  /** Whether somebody wants to read a bar and there was none yet. */
  #awaited = false;
  #size = { width: 0, height: 0 };
  #drag = null;

  /**
   * @param {Record<'plot' | 'canvas' | 'readout' | 'state', HTMLElement>} elements
   * @param {object} port
   * @param {() => {text: object, figures: object}} port.reader
   * @param {(symbol: string) => {picture?: object, instrument?: object}} port.of
   * @param {() => void} port.onDirty told when there is something to draw
   * @param {(words: string) => void} port.announce
   */
  constructor(elements, port) {
    this.#elements = elements;
    this.#port = port;
    this.#history = new History(port.onDirty, () => this.#answer());
    const { plot } = elements;
    new ResizeObserver(() => this.#fit()).observe(plot);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => port.onDirty());
    plot.addEventListener('pointermove', (event) => this.#point(event));
    plot.addEventListener('pointerdown', (event) => (this.#drag = { x: event.clientX, back: this.#back }));
    plot.addEventListener('pointerleave', () => this.#leave());
    addEventListener('pointerup', () => (this.#drag = null));
    addEventListener('pointercancel', () => (this.#drag = null));
    plot.addEventListener('blur', () => this.#leave());
    plot.addEventListener('keydown', (event) => this.#key(event));
    plot.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** What it wants to be told of. @returns {{symbol: string, interval: string}[]} */
  get wants() {
    const { symbol, interval } = this.#history;
    return symbol ? [{ symbol, interval }] : [];
  }

  get symbol() {
    return this.#history.symbol;
  }

  /** @param {string} symbol empty for none @param {string} interval such as `5m` */
  show(symbol, interval) {
    if (this.#history.show(symbol, interval)) {
      this.#back = 0;
      this.#leave();
    }
  }

  /** Asks for the bars again if they could not be had. */
  mend() {
    this.#history.mend();
  }

  /** Asks for them where something may be missing. */
  load() {
    this.#history.load();
  }

  /** @param {object} message of the server */
  take(message) {
    const more = this.#history.take(message);
    // Who looks at the past goes on looking at the same bars.
    this.#back += more && this.#back > 0 ? 1 : 0;
  }

  draw() {
    const { canvas, plot, readout, state } = this.#elements;
    const { text } = this.#port.reader();
    const { bars, places } = this.#view();
    const { symbol, interval } = this.#history;
    state.textContent = this.#state();
    state.hidden = state.textContent === '';
    plot.ariaLabel = text.of('chart', { symbol, interval });
    readout.textContent = this.#words(this.#history.bars[this.#at()] ?? this.#history.bars.at(-1));
    const { width, height } = this.#size;
    if (width === 0) {
      return;
    }
    const { picture, instrument } = this.#port.of(symbol);
    const { figures } = this.#port.reader();
    const decimals = instrument?.decimals ?? 2;
    const tokens = getComputedStyle(document.documentElement);
    const g = canvas.getContext('2d');
    g.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    paint(
      g,
      {
        width,
        height,
        bars,
        places,
        hovered: bars.findIndex((bar) => bar.start === this.#read),
        last: this.#back === 0 ? picture?.last : undefined,
        tickSize: 10 ** -decimals,
        price: (price) => figures.price(price, decimals),
        label: (bar) => mark(bar, interval, figures),
      },
      (name) => tokens.getPropertyValue(name),
    );
    // For who cannot see the picture, and for tests: how much there is of it.
    canvas.dataset.bars = String(bars.length);
  }

  #view() {
    const all = this.#history.bars;
    const places = Math.max(FEWEST, this.#count);
    const { from, to } = shown(all.length, places, this.#back);
    return { bars: all.slice(from, to), from, places };
  }

  /** Where the bar is that is read; -1 for none. */
  #at() {
    return this.#read === undefined ? -1 : this.#history.bars.findIndex((bar) => bar.start === this.#read);
  }

  /** Why there is no chart, or not all of it; empty if there is. */
  #state() {
    const { state } = this.#history;
    return state && this.#port.reader().text.of(state);
  }

  #words(bar) {
    const { symbol, interval } = this.#history;
    const places = this.#port.of(symbol).instrument?.decimals ?? 2;
    return legend(bar, interval, places, this.#port.reader());
  }

  /** As many pixels as the screen has. */
  #fit() {
    const { plot, canvas } = this.#elements;
    const { clientWidth: width, clientHeight: height } = plot;
    const first = this.#size.width === 0;
    this.#size = { width, height };
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    if (first && width > 0) {
      this.#zoom(Math.round(width / COMFORT));
    }
    this.#port.onDirty();
  }

  #zoom(count) {
    this.#count = Math.min(MOST, Math.max(FEWEST, count));
    this.#move(this.#back);
  }

  #move(back) {
    this.#back = Math.max(0, Math.min(Math.round(back), this.#history.bars.length - this.#count));
    this.#port.onDirty();
  }

  #point(event) {
    const { bars, places } = this.#view();
    const { step } = layout({ ...this.#size, places });
    if (this.#drag && event.buttons > 0) {
      this.#move(this.#drag.back + (event.clientX - this.#drag.x) / step);
      return;
    }
    const x = event.clientX - this.#elements.plot.getBoundingClientRect().left;
    this.#read = bars[Math.floor(x / step)]?.start;
    this.#port.onDirty();
  }

  #leave() {
    this.#read = undefined;
    this.#awaited = false;
    this.#port.onDirty();
  }

  #wheel(event) {
    // The wheel scrolls the page, unless the chart is what someone works with.
    if (event.ctrlKey || document.activeElement === this.#elements.plot) {
      event.preventDefault();
      this.#zoom(Math.round(this.#count * (event.deltaY > 0 ? 1.15 : 1 / 1.15)));
    }
  }

  #key(event) {
    const { from, bars } = this.#view();
    const last = from + bars.length - 1;
    const read = this.#at();
    const at = read < 0 ? last : read;
    const to = { ArrowLeft: at - (read < 0 ? 0 : 1), ArrowRight: at + 1, Home: from, End: last }[event.key];
    if (to !== undefined) {
      this.#readAt(to);
    } else if (event.key === '+' || event.key === '-') {
      this.#zoom(Math.round(this.#count * (event.key === '-' ? 1.25 : 0.8)));
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Reads a bar aloud, and moves to where it is; where there is none, says why. */
  #readAt(to) {
    const all = this.#history.bars;
    this.#awaited = all.length === 0;
    if (this.#awaited) {
      this.#port.announce(this.#state());
      return;
    }
    const { from, bars } = this.#view();
    const last = from + bars.length - 1;
    const at = Math.max(0, Math.min(to, all.length - 1));
    this.#read = all[at].start;
    if (at < from) {
      this.#move(this.#back + from - at);
    } else if (at > last) {
      this.#move(this.#back - (at - last));
    }
    this.#port.onDirty();
    this.#port.announce(this.#words(all[at]));
  }

  /** To whoever wanted to read a bar before there was one. */
  #answer() {
    if (this.#awaited) {
      this.#readAt(this.#history.bars.length - 1);
    }
  }
}
