/**
 * One stream from the server that is always there again: connects, resumes where it was, waits in between. Knows neither
 * tabs nor pages.
 */
import { backoff } from './backoff.js';
import { ofClose, ofStatus } from './ends.js';
import { Place } from './place.js';
import { Route } from './route.js';
import { Subscriptions } from './subscriptions.js';
import { Timers } from './timers.js';

/** A server that does not say how often it sends a heartbeat sends one as often. */
const HEARTBEAT_MILLIS = 15_000;

/** For a connection to be welcomed. */
const PATIENCE_MILLIS = 10_000;

/** Only who stayed so long has arrived; a server that takes and drops is not to be hammered. */
const SETTLED_MILLIS = 10_000;

const TICK_MILLIS = 1_000;

/**
 * @typedef {{phase: 'connecting' | 'live' | 'stale' | 'waiting' | 'signin' | 'refused', carrier: string, why: string,
 *   until: number, server: object | null}} State
 *   carrier is `websocket` or `sse`; why a key of the texts, or empty; until, in milliseconds of the wall clock, when the
 *   next attempt is; server what the last welcome said
 */

export class Feed {
  #port;
  #place;
  #subscriptions = new Subscriptions();
  #route = new Route();
  #token = '';
  #carrier = null;
  #generation = 0;
  #started = false;
  #attempt = 0;
  #doubtful = true;
  #probed = false;
  #heardAt = 0;
  #error = { code: '', retryAfter: 0 };
  #timers;
  /** @type {State} */
  #state = { phase: 'connecting', carrier: '', why: '', until: 0, server: null };

  /**
   * @param {object} port to the world
   * @param {(kind: string, token: string, ear: object) => object} port.open a carrier
   * @param {(token: string) => Promise<object>} port.probe
   * @param {{now: () => number, after: (millis: number, run: () => void) => any, cancel: (timer: any) => void}} port.clock
   * @param {(state: State) => void} port.onState
   * @param {(messages: object[], place: string) => void} port.onFrame
   * @param {() => number} [port.random]
   * @param {string} [since] the position to resume from
   */
  constructor(port, since = '') {
    this.#port = port;
    this.#place = new Place(since);
    this.#timers = new Timers(port.clock);
  }

  get state() {
    return this.#state;
  }

  get place() {
    return this.#place.toString();
  }

  /** @param {Set<string>} wanted see wants.js */
  want(wanted) {
    const said = this.#subscriptions.change(wanted);
    if (this.#listening && said.length > 0) {
      this.#carrier.say(said);
    }
  }

  /** @param {'auto' | 'websocket' | 'sse'} choice */
  choose(choice) {
    if (choice !== this.#route.choice) {
      this.#route.choose(choice);
      this.#again();
    }
  }

  /** @param {string} token empty to show none */
  show(token) {
    if (token !== this.#token) {
      this.#token = token;
      this.#doubtful = true;
      this.#again();
    }
  }

  /** Tries at once where it would wait. */
  retry() {
    if (this.#state.phase === 'waiting' || this.#state.phase === 'refused') {
      this.#again();
    }
  }

  start() {
    this.#started = true;
    this.#again();
  }

  stop() {
    this.#started = false;
    this.#drop();
    this.#port = { ...this.#port, onState: () => {}, onFrame: () => {} };
  }

  get #listening() {
    return this.#state.phase === 'live' || this.#state.phase === 'stale';
  }

  #again() {
    if (this.#started) {
      this.#drop();
      this.#connect();
    }
  }

  #drop() {
    this.#generation++;
    this.#timers.clear();
    this.#carrier?.close();
    this.#carrier = null;
  }

  async #connect() {
    const mine = this.#generation;
    const kind = this.#route.at(this.#port.clock.now());
    this.#error = { code: '', retryAfter: 0 };
    this.#tell({ phase: 'connecting', carrier: kind, until: 0 });
    this.#probed = this.#doubtful;
    if (this.#doubtful) {
      const verdict = ofStatus(await this.#port.probe(this.#token));
      if (mine !== this.#generation) {
        return;
      }
      if (verdict) {
        this.#judge(verdict);
        return;
      }
    }
    this.#timers.set('welcome', PATIENCE_MILLIS, () => this.#lost({ code: 0 }));
    try {
      this.#carrier = this.#port.open(kind, this.#token, {
        frame: (messages) => mine === this.#generation && this.#hear(messages),
        closed: (end) => mine === this.#generation && this.#lost(end),
      });
    } catch {
      // A token that cannot even be said.
      this.#judge({ next: 'signin', why: 'why.tokenInvalid', atLeast: 0 });
    }
  }

  #hear(messages) {
    this.#heardAt = this.#port.clock.now();
    for (const message of messages) {
      if (message.type === 'welcome') {
        this.#welcome(message);
      } else if (message.type === 'error') {
        this.#complain(message);
      }
      this.#place.take(message);
    }
    if (this.#state.phase === 'stale') {
      this.#tell({ phase: 'live' });
    }
    this.#port.onFrame(messages, this.place);
  }

  #welcome(message) {
    this.#doubtful = false;
    this.#timers.clear();
    this.#timers.set('settled', SETTLED_MILLIS, () => (this.#attempt = 0));
    this.#timers.set('tick', TICK_MILLIS, () => this.#tick());
    this.#tell({ phase: 'live', why: '', server: message });
    // All in one frame: where to go on is told for all of them at once.
    const said = this.#subscriptions.begin(this.place);
    if (said.length > 0) {
      this.#carrier.say(said);
    }
  }

  #complain(message) {
    this.#error = { code: message.code, retryAfter: message.retryAfterMillis ?? 0 };
    if (message.code === 'rate_limited') {
      // Some of what was said was not heard.
      this.#tell({ why: 'why.rateLimited' });
      this.#timers.set('repeat', this.#error.retryAfter + TICK_MILLIS, () => {
        this.#tell({ why: '' });
        this.#carrier?.say(this.#subscriptions.repeat());
      });
    }
  }

  #tick() {
    const heartbeat = this.#state.server?.heartbeatMillis ?? HEARTBEAT_MILLIS;
    const silence = this.#port.clock.now() - this.#heardAt;
    if (silence > 3 * heartbeat + TICK_MILLIS) {
      this.#lost({ code: 0 });
      return;
    }
    if (silence > 1.5 * heartbeat + TICK_MILLIS && this.#state.phase === 'live') {
      this.#tell({ phase: 'stale' });
    }
    this.#timers.set('tick', TICK_MILLIS, () => this.#tick());
  }

  #lost({ code, retryAfter = 0 }) {
    const welcomed = this.#listening;
    const kind = this.#state.carrier;
    const verdict = ofClose(code, this.#error.code, Math.max(retryAfter, this.#error.retryAfter));
    this.#drop();
    if (!welcomed && verdict.next === 'again') {
      this.#doubtful = true;
      if (this.#probed && code === 0) {
        if (this.#route.blocked(kind, this.#port.clock.now())) {
          this.#connect();
          return;
        }
        verdict.why = kind === 'sse' && this.#token ? 'why.tokenOnStream' : verdict.why;
      }
    }
    this.#judge(verdict);
  }

  #judge({ next, why, atLeast }) {
    if (next !== 'again') {
      this.#drop();
      this.#doubtful = true;
      this.#tell({ phase: next, why });
      return;
    }
    this.#doubtful ||= why === 'why.unreachable';
    const wait = backoff(this.#attempt, atLeast, this.#port.random);
    this.#attempt++;
    this.#tell({ phase: 'waiting', why, until: this.#port.clock.now() + wait });
    this.#timers.set('again', wait, () => this.#again());
  }

  #tell(change) {
    this.#state = { ...this.#state, ...change };
    this.#port.onState(this.#state);
  }
}
