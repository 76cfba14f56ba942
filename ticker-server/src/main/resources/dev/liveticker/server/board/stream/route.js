/** By which of the two ways the stream comes: as chosen, or a WebSocket unless none comes through. */

/** For how long WebSockets are not tried again where only event streams came through. */
const DETOUR_MILLIS = 300_000;

export class Route {
  #choice = 'auto';
  #detourUntil = 0;

  get choice() {
    return this.#choice;
  }

  /** @param {'auto' | 'websocket' | 'sse'} choice */
  choose(choice) {
    this.#choice = choice;
    this.#detourUntil = 0;
  }

  /** @param {number} now milliseconds @returns {'websocket' | 'sse'} */
  at(now) {
    if (this.#choice !== 'auto') {
      return this.#choice;
    }
    return now < this.#detourUntil ? 'sse' : 'websocket';
  }

  /**
   * The server answers, but this way does not lead to it.
   *
   * @param {string} kind that was tried
   * @param {number} now
   * @returns {boolean} whether there is another to try at once
   */
  blocked(kind, now) {
    const other = this.#choice === 'auto' && kind === 'websocket';
    this.#detourUntil = other ? now + DETOUR_MILLIS : 0;
    return other;
  }
}
