/** Timers by name: one that is set again replaces the one before. */

export class Timers {
  #clock;
  #running = new Map();

  /** @param {{after: (millis: number, run: () => void) => any, cancel: (timer: any) => void}} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /** @param {string} name @param {number} millis @param {() => void} run */
  set(name, millis, run) {
    this.#clock.cancel(this.#running.get(name));
    this.#running.set(name, this.#clock.after(millis, run));
  }

  clear() {
    this.#running.forEach((timer) => this.#clock.cancel(timer));
    this.#running.clear();
  }
}
