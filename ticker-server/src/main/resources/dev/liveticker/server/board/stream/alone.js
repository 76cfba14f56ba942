/** A line of a tab's own, where a browser lets tabs share nothing. */
import { source } from './source.js';

/**
 * @param {string} id of this tab
 * @param {(message: object) => void} hear
 * @returns {{say: (said: object) => void, close: () => void}}
 */
export function alone(id, hear) {
  const { exchange, start, stop } = source((_, message) => queueMicrotask(() => hear(message)));
  let started = false;
  return {
    say(said) {
      exchange.hear(id, said);
      if (!started) {
        started = true;
        start();
      }
    },
    close: stop,
  };
}
