/** What is charted: the bars of one symbol and interval, as they were and as they come. */
import { Candles } from './candles.js';
import { ask } from './rest.js';

const LOADED = 500;

export class History {
  #onNews;
  #onEnd;
  #symbol = '';
  #interval = '1m';
  #candles = new Candles();
  /** @type {Candles | null} what comes live while the history is asked for */
  #coming = null;
  #aborting = new AbortController();
  #trouble = '';

  /**
   * @param {() => void} onNews told when there is something to draw
   * @param {() => void} onEnd told when what was asked for is there, or cannot be had
   */
  constructor(onNews, onEnd) {
    this.#onNews = onNews;
    this.#onEnd = onEnd;
  }

  get symbol() {
    return this.#symbol;
  }

  get interval() {
    return this.#interval;
  }

  /** @returns {import('./candles.js').Bar[]} oldest first */
  get bars() {
    return this.#candles.bars;
  }

  /** The name of the text that says why there are no bars, or not all of them; empty if there are. */
  get state() {
    return this.#trouble || (this.bars.length > 0 ? '' : this.#coming ? 'chartLoading' : 'chartEmpty');
  }

  /** @param {string} symbol empty for none @param {string} interval such as `5m` @returns {boolean} whether it is another */
  show(symbol, interval) {
    if (symbol === this.#symbol && interval === this.#interval) {
      return false;
    }
    this.#symbol = symbol;
    this.#interval = interval;
    this.#candles = new Candles();
    this.load();
    return true;
  }

  /** Asks again if it could not be had. */
  mend() {
    if (this.#trouble) {
      this.load();
    }
  }

  /** Asks for it, at first and whenever something may be missing. */
  async load() {
    this.#aborting.abort();
    this.#trouble = '';
    if (!this.#symbol) {
      return;
    }
    const aborting = (this.#aborting = new AbortController());
    const coming = (this.#coming = new Candles());
    this.#onNews();
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
      this.#onEnd();
    }
    this.#onNews();
  }

  /** @param {object} message of the server @returns {boolean} whether there is a bar more at the end */
  take(message) {
    if (message.type === 'bar' && message.symbol === this.#symbol && message.interval === this.#interval) {
      const more = message.start > (this.#candles.newest?.start ?? 0);
      this.#candles.take(message);
      this.#coming?.take(message);
      this.#onNews();
      return more;
    }
    if (message.type === 'gap' && message.channel === 'bars' && (message.symbol ?? this.#symbol) === this.#symbol) {
      this.load();
    }
    return false;
  }
}
