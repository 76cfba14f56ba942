/** A tab's line to the one stream of its browser, by the best means there are. */
import { alone } from './alone.js';
import { elected } from './elected.js';
import { shared } from './shared.js';
import { lockOf } from './source.js';

const ALIVE_MILLIS = 30_000;

/** @typedef {'worker' | 'elected' | 'alone'} Means */

/** @param {string | null} asked for, to try one out @returns {Means} */
export function means(asked, scope = globalThis) {
  const able = {
    worker: 'SharedWorker' in scope,
    // Locks are there only where a page came by HTTPS, or from this machine.
    elected: 'BroadcastChannel' in scope && 'locks' in scope.navigator,
    alone: true,
  };
  return [asked, 'worker', 'elected', 'alone'].find((way) => able[way]);
}

/**
 * @param {object} tab
 * @param {string | null} tab.means asked for
 * @param {() => object} tab.hello see exchange.js
 * @param {(message: object) => void} tab.hear
 * @param {(means: Means) => void} tab.onMeans told which it is
 * @returns {{say: (said: object) => void}} what is said before the line is open is in the hello
 */
export function openLine({ means: asked, hello, hear, onMeans }) {
  let line = null;
  let unlock = () => {};

  const heed = (message) => {
    if (message.type === 'unknown') {
      line?.say({ ...hello(), missed: true });
    } else {
      hear(message);
    }
  };
  const open = async (way) => {
    const id = crypto.getRandomValues(new Uint32Array(3)).join('-');
    const attempt = { say: () => {}, close: () => {} };
    line = attempt;
    if ('locks' in navigator) {
      // Held before anyone hears of this tab: who gets it knows that the tab is no more.
      await new Promise((held) => {
        navigator.locks.request(lockOf(id), () => {
          held();
          return new Promise((resolve) => (unlock = resolve));
        });
      });
    }
    if (line !== attempt) {
      return;
    }
    const failed = () => {
      close();
      open(means('elected'));
    };
    line = way === 'worker' ? shared(id, heed, failed) : way === 'elected' ? elected(id, heed, hello) : alone(id, heed);
    onMeans(way);
    line.say(hello());
  };
  const close = () => {
    line?.say({ type: 'bye' });
    line?.close();
    line = null;
    unlock();
  };

  open(means(asked));
  addEventListener('pagehide', close);
  // From the browser's memory of pages, with all it had but its line.
  addEventListener('pageshow', (event) => event.persisted && open(means(asked)));
  document.addEventListener('visibilitychange', () => line?.say({ type: 'visible', visible: !document.hidden }));
  setInterval(() => line?.say({ type: 'alive' }), ALIVE_MILLIS);
  return { say: (said) => line?.say(said) };
}
