/**
 * A line where there is no worker to share: one tab leads and holds the stream for all. Who leads is who holds a lock;
 * when that tab goes, the next in line gets the lock, and goes on where the one before was.
 */
import { Others } from './others.js';
import { source, whenGone } from './source.js';

const LOCK = 'live-ticker leader';
const CHANNEL = 'live-ticker 1';
const BEAT_MILLIS = 2_000;

/** A leader that is silent for so long is frozen or stuck; a tab that is looked at takes its place. */
const SILENT_MILLIS = 10_000;

/**
 * On the channel: `{to: 'leader', from, said}` of a tab, `{to, message, place}` of the leader to a tab, and of the leader
 * to all `{to: 'all', place}` as a sign of life, with `lead` true when it has just begun. Everybody hears all of it, and
 * so knows what the next leader has to: who wants what, and how far the stream was heard.
 *
 * @param {string} id of this tab
 * @param {(message: object) => void} hear
 * @param {() => object} hello what this tab begins with, at any time anew
 * @returns {{say: (said: object) => void, close: () => void}}
 */
export function elected(id, hear, hello) {
  const channel = new BroadcastChannel(CHANNEL);
  const others = new Others();
  const closing = new AbortController();
  let place = '';
  let heardAt = Date.now();
  let lead = null;
  let resign = () => {};

  let beatAt = 0;
  const beat = (more = {}) => {
    beatAt = Date.now();
    channel.postMessage({ to: 'all', place, ...more });
  };
  const begin = () => {
    const own = source(
      (tab, message) => (tab === id ? queueMicrotask(() => hear(message)) : channel.postMessage({ to: tab, message, place })),
      {
        since: place,
        onPlace(reached) {
          place = reached;
          // A hidden tab's timers hardly run, but it hears the server.
          if (Date.now() - beatAt > BEAT_MILLIS) {
            beat();
          }
        },
      },
    );
    lead = { ...own, beating: setInterval(() => beat(), BEAT_MILLIS) };
    own.exchange.hear(id, hello());
    others.hellos.forEach(([other, said]) => take(other, said));
    beat({ lead: true });
    own.start();
  };
  const end = () => {
    clearInterval(lead?.beating);
    lead?.stop();
    lead = null;
  };
  const take = (from, said) => {
    if (said.type === 'hello') {
      whenGone(from, () => {
        others.gone(from);
        lead?.exchange.gone(from);
      });
    }
    lead?.exchange.hear(from, said);
  };
  const stand = (steal) => {
    navigator.locks
      .request(LOCK, steal ? { steal: true } : { signal: closing.signal }, () => {
        begin();
        return new Promise((resolve) => (resign = resolve));
      })
      .catch(() => {
        // Another took the lead, or this tab is closing.
        end();
        if (!closing.signal.aborted) {
          stand(false);
        }
      });
  };

  channel.onmessage = ({ data }) => {
    if (data.to === 'leader') {
      others.hear(data.from, data.said);
      if (lead) {
        take(data.from, data.said);
      }
      return;
    }
    heardAt = Date.now();
    place = data.place || place;
    if (data.message?.type === 'settings') {
      others.settle(data.message);
    }
    if (data.lead) {
      channel.postMessage({ to: 'leader', from: id, said: hello() });
    } else if (data.to === id) {
      hear(data.message);
    }
  };
  const watching = setInterval(() => {
    if (!lead && !document.hidden && Date.now() - heardAt > SILENT_MILLIS) {
      heardAt = Date.now();
      stand(true);
    }
  }, BEAT_MILLIS);

  stand(false);
  return {
    say(said) {
      if (lead) {
        lead.exchange.hear(id, said);
      } else {
        channel.postMessage({ to: 'leader', from: id, said });
      }
    },
    close() {
      clearInterval(watching);
      closing.abort();
      end();
      resign();
      channel.close();
    },
  };
}
