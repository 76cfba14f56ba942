/** What the server is told to carry, as frames: all of it, or what changed. */
import { frame } from './wants.js';

export class Subscriptions {
  #wanted = new Set();
  /** What this connection was told to leave out since it began. */
  #left = new Set();

  /** @param {Set<string>} wanted keys, see wants.js @returns {object[]} what changed */
  change(wanted) {
    const added = [...wanted].filter((key) => !this.#wanted.has(key));
    const removed = [...this.#wanted].filter((key) => !wanted.has(key));
    this.#wanted = new Set(wanted);
    removed.forEach((key) => this.#left.add(key));
    added.forEach((key) => this.#left.delete(key));
    return [...frame('unsubscribe', removed), ...frame('subscribe', added)];
  }

  /** @param {string} since a position to resume from, or empty @returns {object[]} all, on a new connection */
  begin(since) {
    this.#left.clear();
    return frame('subscribe', this.#wanted, since);
  }

  /** @returns {object[]} all that was said on this connection, which is harmless, since a subscription is a set */
  repeat() {
    return [...frame('unsubscribe', this.#left), ...frame('subscribe', this.#wanted)];
  }
}
