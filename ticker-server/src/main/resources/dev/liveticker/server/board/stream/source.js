/** The one stream of a browser, put together: a feed by real means, and the exchange between it and the tabs. */
import { openEventSource, openWebSocket } from './carriers.js';
import { Exchange } from './exchange.js';
import { Feed } from './feed.js';
import { probe } from './probe.js';

const OPENERS = { websocket: openWebSocket, sse: openEventSource };
const SWEEP_MILLIS = 60_000;

/** Where the server is: two folders up. */
export const base = new URL('../../', import.meta.url);

/**
 * @param {(tab: string, message: object) => void} post tells a tab
 * @param {{since?: string, onPlace?: (place: string) => void}} [resume] where to go on, and who is told how far it came
 * @returns {{exchange: Exchange, start: () => void, stop: () => void}}
 */
export function source(post, { since = '', onPlace = () => {} } = {}) {
  const feed = new Feed(
    {
      open: (kind, token, ear) => OPENERS[kind](base, token, ear),
      probe: (token) => probe(base, token),
      clock: {
        now: () => Date.now(),
        after: (millis, run) => setTimeout(run, millis),
        cancel: (timer) => clearTimeout(timer),
      },
      onState: (state) => exchange.onState(state),
      onFrame(messages, place) {
        exchange.onFrame(messages);
        onPlace(place);
      },
    },
    since,
  );
  const exchange = new Exchange(feed, post);
  const online = () => feed.state.phase === 'waiting' && feed.retry();
  // A tab that is frozen, or slept with its computer, is silent too: where its end is told, only that counts.
  const sweeping = endsAreTold() ? 0 : setInterval(() => exchange.sweep(), SWEEP_MILLIS);
  addEventListener('online', online);
  return {
    exchange,
    start: () => feed.start(),
    stop() {
      clearInterval(sweeping);
      removeEventListener('online', online);
      feed.stop();
    },
  };
}

/** The lock a tab holds as long as it is there. @param {string} id */
export const lockOf = (id) => `live-ticker tab ${id}`;

/**
 * Runs something when a tab is no more, where the browser can tell: whoever waits for its lock gets it then.
 *
 * @param {string} id
 * @param {() => void} run
 */
export function whenGone(id, run) {
  navigator.locks?.request(lockOf(id), run);
}

const endsAreTold = () => navigator.locks !== undefined;
