/**
 * Between one feed and the tabs of one browser: unites what they want, and tells each what it shows. A tab nobody looks
 * at is told nothing but the state; when it is looked at again it gets the newest of everything.
 */
import { laid } from './picture.js';
import { barKey, concerns, keys, quoteKey, union } from './wants.js';

/**
 * What a tab says: `hello` {want, visible, carrier, token, missed} first and whenever it is asked to, with `missed` where
 * something may have passed it by; `want` {want}; `visible` {visible}; `carrier` {carrier}; `token` {token}; `retry`;
 * `alive`; `bye`.
 *
 * What it hears: `state` {state}; `frame` {messages}; `newest` {messages, missed}; `settings` {carrier, token}; `unknown`
 * if it was taken to be gone, upon which it says hello again.
 */

/** A tab whose end nobody can notice has to say that it is alive; this long is more than a throttled timer takes. */
const SILENT_MILLIS = 200_000;

export class Exchange {
  #feed;
  #post;
  #now;
  #tabs = new Map();
  /** @type {Map<string, object>} by key: a snapshot, or why there is none */
  #newest = new Map();
  #carrier = '';
  /** @type {string | null} null until a tab shows one; empty once somebody signed out, which a tab's hello cannot undo */
  #token = null;

  /**
   * @param {object} feed see feed.js
   * @param {(tab: string, message: object) => void} post tells a tab
   * @param {() => number} now milliseconds
   */
  constructor(feed, post, now = Date.now) {
    this.#feed = feed;
    this.#post = post;
    this.#now = now;
  }

  get tabs() {
    return [...this.#tabs.keys()];
  }

  /** @param {string} id of a tab @param {object} said */
  hear(id, said) {
    if (said.type === 'hello') {
      this.#welcome(id, said);
      return;
    }
    const tab = this.#tabs.get(id);
    if (!tab) {
      if (said.type !== 'bye') {
        this.#post(id, { type: 'unknown' });
      }
      return;
    }
    tab.heardAt = this.#now();
    switch (said.type) {
      case 'want':
        this.#want(id, tab, said.want);
        break;
      case 'visible':
        tab.visible = said.visible;
        this.#show(id, tab);
        break;
      case 'carrier':
        this.#carrier = said.carrier;
        this.#settle();
        break;
      case 'token':
        this.#token = said.token;
        this.#settle();
        break;
      case 'retry':
        this.#feed.retry();
        break;
      case 'bye':
        this.gone(id);
        break;
    }
  }

  #welcome(id, { want, visible, carrier, token, missed = false }) {
    // A hidden tab that comes from another leader is not told what it missed there.
    this.#tabs.set(id, { keys: keys(want), visible, missed: missed || !visible, heardAt: this.#now() });
    this.#carrier ||= carrier;
    this.#feed.choose(this.#carrier);
    if (this.#token === null && token) {
      this.#token = token;
      this.#feed.show(token);
    }
    this.#unite();
    this.#post(id, this.#settings);
    this.#post(id, { type: 'state', state: this.#feed.state });
    this.#show(id, this.#tabs.get(id));
  }

  #want(id, tab, want) {
    const before = tab.keys;
    tab.keys = keys(want);
    this.#unite();
    const added = new Set([...tab.keys].filter((key) => !before.has(key)));
    if (tab.visible) {
      this.#post(id, { type: 'newest', messages: this.#known(added), missed: false });
    }
  }

  /** Tells a tab that is looked at what it may have missed. */
  #show(id, tab) {
    if (tab.visible) {
      this.#post(id, { type: 'newest', messages: this.#known(tab.keys), missed: tab.missed });
      tab.missed = false;
    }
  }

  #known(wanted) {
    return [...wanted].map((key) => this.#newest.get(key)).filter((message) => message !== undefined);
  }

  get #settings() {
    return { type: 'settings', carrier: this.#carrier, token: this.#token ?? '' };
  }

  #settle() {
    this.#feed.choose(this.#carrier);
    this.#feed.show(this.#token ?? '');
    for (const id of this.tabs) {
      this.#post(id, this.#settings);
    }
  }

  /** A tab is no more. */
  gone(id) {
    if (this.#tabs.delete(id)) {
      this.#unite();
    }
  }

  /** Forgets tabs that have not been heard of for long. Only for where their end is not told. */
  sweep() {
    for (const [id, tab] of this.#tabs) {
      if (this.#now() - tab.heardAt > SILENT_MILLIS) {
        this.gone(id);
      }
    }
  }

  #unite() {
    const wanted = union([...this.#tabs.values()].map((tab) => tab.keys));
    for (const key of this.#newest.keys()) {
      if (!wanted.has(key)) {
        this.#newest.delete(key);
      }
    }
    this.#feed.want(wanted);
  }

  /** @param {object} state of the feed */
  onState(state) {
    for (const id of this.tabs) {
      this.#post(id, { type: 'state', state });
    }
  }

  /** @param {object[]} messages of the server */
  onFrame(messages) {
    messages.forEach((message) => this.#keep(message));
    for (const [id, tab] of this.#tabs) {
      const concerning = messages.filter((message) => concerns(tab.keys, message));
      if (!tab.visible) {
        tab.missed ||= concerning.some((message) => message.type === 'bar' || message.type === 'gap');
      } else if (concerning.length > 0) {
        this.#post(id, { type: 'frame', messages: concerning });
      }
    }
  }

  #keep(message) {
    switch (message.type) {
      case 'snapshot':
        this.#newest.set(quoteKey(message.symbol), message);
        break;
      case 'quote':
      case 'status': {
        const key = quoteKey(message.symbol);
        const before = this.#newest.get(key);
        if (before?.type === 'snapshot') {
          this.#newest.set(key, laid(before, message));
        }
        break;
      }
      case 'bar':
        this.#newest.set(barKey(message.symbol, message.interval), message);
        break;
      case 'subscribed':
        for (const rejected of message.rejected) {
          this.#newest.set(message.channel === 'quotes' ? quoteKey(rejected.symbol) : barKey(rejected.symbol, message.interval), {
            ...message,
            symbols: [],
            rejected: [rejected],
          });
        }
        break;
    }
  }
}
