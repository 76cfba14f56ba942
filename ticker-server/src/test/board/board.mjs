// Where the board's modules are, and a clock that goes when it is told to.
import { readdirSync, readFileSync } from 'node:fs';

export const folder = new URL('../../main/resources/dev/liveticker/server/board/', import.meta.url);

/** All its files, by name. */
export const files = new Map(
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')]),
);

export const load = (name) => import(new URL(name, folder));

export class ManualClock {
  time = 1_000_000;
  #timers = new Map();
  #last = 0;

  now = () => this.time;
  after = (millis, run) => {
    this.#timers.set(++this.#last, { at: this.time + millis, run });
    return this.#last;
  };
  cancel = (id) => this.#timers.delete(id);

  /** Lets time pass, and what is due then happen, in order. */
  async pass(millis) {
    const until = this.time + millis;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) {
        break;
      }
      const [id, timer] = due;
      this.#timers.delete(id);
      this.time = Math.max(this.time, timer.at);
      timer.run();
      await settled();
    }
    this.time = until;
  }
}

/** When all that was promised already has come. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
