/** The chart of one symbol: its history, what comes live, and how it is read and moved. */
import { Candles } from './candles.js';
import { legend, mark } from './legend.js';
import { layout, paint } from './paint.js';
import { ask } from './rest.js';
import { shown } from './scale.js';

const LOADED = 500;
const FEWEST = 20;
const MOST = 400;

/** So wide a candle is to begin with, in CSS pixels. */
const COMFORT = 9;

export class Chart {
  #elements;
  #port;
  #symbol = '';
  #interval = '1m';
  #candles = new Candles();
  /** @type {Candles | null} what comes live while the history is asked for */
  #coming = null;
  #aborting = new AbortController();
  #trouble = '';
  #count = 0;
  #back = 0;
  #hovered = -1;
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
    return this.#symbol ? [{ symbol: this.#symbol, interval: this.#interval }] : [];
  }

  get symbol() {
    return this.#symbol;
  }

  /** @param {string} symbol empty for none @param {string} interval such as `5m` */
  show(symbol, interval) {
    if (symbol === this.#symbol && interval === this.#interval) {
      return;
    }
    this.#symbol = symbol;
    this.#interval = interval;
    this.#candles = new Candles();
    this.#back = 0;
    this.#hovered = -1;
    this.load();
  }

  /** Reads the history if it could not be had. */
  mend() {
    if (this.#trouble) {
      this.load();
    }
  }

  /** Reads the history, at first and whenever something may be missing. */
  async load() {
    this.#aborting.abort();
    this.#trouble = '';
    if (!this.#symbol) {
      return;
    }
    const aborting = (this.#aborting = new AbortController());
    const coming = (this.#coming = new Candles());
    this.#port.onDirty();
    try {
      const query = { symbol: this.#symbol, interval: this.#interval, limit: LOADED };
      const { bars } = await ask('v1/bars', query, aborting.signal);
      if (!aborting.signal.aborted) {
        coming.fill(bars);
        this.#candles = coming;
      }
    } catch (error) {
      if (!aborting.signal.aborted) {
        const forbidden = error.status === 403;
        this.#trouble = forbidden ? 'chartForbidden' : 'chartFailed';
        // What another token allowed is not for this one.
        this.#candles = forbidden ? new Candles() : this.#candles;
      }
    }
    if (this.#coming === coming) {
      this.#coming = null;
    }
    this.#port.onDirty();
  }

  /** @param {object} message of the server */
  take(message) {
    if (message.type === 'bar' && message.symbol === this.#symbol && message.interval === this.#interval) {
      const news = message.start > (this.#candles.newest?.start ?? 0);
      this.#candles.take(message);
      this.#coming?.take(message);
      // Who looks at the past goes on looking at the same bars.
      this.#back += news && this.#back > 0 ? 1 : 0;
      this.#port.onDirty();
    } else if (message.type === 'gap' && message.channel === 'bars' && (message.symbol ?? this.#symbol) === this.#symbol) {
      this.load();
    }
  }

  draw() {
    const { canvas, plot, readout, state } = this.#elements;
    const { text } = this.#port.reader();
    const { bars, from, places } = this.#view();
    const words = this.#trouble || (bars.length > 0 ? '' : this.#coming ? 'chartLoading' : 'chartEmpty');
    state.hidden = words === '';
    state.textContent = words && text.of(words);
    plot.ariaLabel = text.of('chart', { symbol: this.#symbol, interval: this.#interval });
    readout.textContent = this.#words(this.#candles.bars[this.#hovered] ?? this.#candles.newest);
    const { width, height } = this.#size;
    if (width === 0) {
      return;
    }
    const { picture, instrument } = this.#port.of(this.#symbol);
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
        hovered: this.#hovered < 0 ? -1 : this.#hovered - from,
        last: this.#back === 0 ? picture?.last : undefined,
        tickSize: 10 ** -decimals,
        price: (price) => figures.price(price, decimals),
        label: (bar) => mark(bar, this.#interval, figures),
      },
      (name) => tokens.getPropertyValue(name),
    );
    // For who cannot see the picture, and for tests: how much there is of it.
    canvas.dataset.bars = String(bars.length);
  }

  #view() {
    const all = this.#candles.bars;
    const places = Math.max(FEWEST, this.#count);
    const { from, to } = shown(all.length, places, this.#back);
    return { bars: all.slice(from, to), from, places };
  }

  #words(bar) {
    const places = this.#port.of(this.#symbol).instrument?.decimals ?? 2;
    return legend(bar, this.#interval, places, this.#port.reader());
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
    this.#back = Math.max(0, Math.min(Math.round(back), this.#candles.bars.length - this.#count));
    this.#port.onDirty();
  }

  #point(event) {
    const { from, bars, places } = this.#view();
    const { step } = layout({ ...this.#size, places });
    if (this.#drag && event.buttons > 0) {
      this.#move(this.#drag.back + (event.clientX - this.#drag.x) / step);
      return;
    }
    const x = event.clientX - this.#elements.plot.getBoundingClientRect().left;
    const i = Math.floor(x / step);
    this.#hovered = i >= 0 && i < bars.length ? from + i : -1;
    this.#port.onDirty();
  }

  #leave() {
    this.#hovered = -1;
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
    const at = this.#hovered < 0 ? last : this.#hovered;
    const to = { ArrowLeft: at - (this.#hovered < 0 ? 0 : 1), ArrowRight: at + 1, Home: from, End: last }[event.key];
    if (to !== undefined && bars.length > 0) {
      this.#read(to, from, last);
    } else if (event.key === '+' || event.key === '-') {
      this.#zoom(Math.round(this.#count * (event.key === '-' ? 1.25 : 0.8)));
    } else {
      return;
    }
    event.preventDefault();
  }

  #read(to, from, last) {
    const end = this.#candles.bars.length - 1;
    this.#hovered = Math.max(0, Math.min(to, end));
    if (this.#hovered < from) {
      this.#move(this.#back + from - this.#hovered);
    } else if (this.#hovered > last) {
      this.#move(this.#back - (this.#hovered - last));
    }
    this.#port.onDirty();
    this.#port.announce(this.#words(this.#candles.bars[this.#hovered]));
  }
}
