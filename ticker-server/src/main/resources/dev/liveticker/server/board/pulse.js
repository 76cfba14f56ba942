/** Draws when there is something to draw, not more often than anyone can see, and nothing that nobody looks at. */

const EACH_MILLIS = 100;

export class Pulse {
  #draw;
  #due = false;

  /** @param {() => void} draw */
  constructor(draw) {
    this.#draw = draw;
    document.addEventListener('visibilitychange', () => this.ask());
  }

  /** Something changed. */
  ask() {
    if (!this.#due && !document.hidden) {
      this.#due = true;
      setTimeout(() => requestAnimationFrame(() => this.#beat()), EACH_MILLIS);
    }
  }

  #beat() {
    this.#due = false;
    this.#draw();
  }
}
