// The same market, pacing, subscriptions and reins as the Java peers have: see dev.liveticker.benchmarks.peer.
import { createInterface } from 'node:readline';

const LONGEST_DEBT_SECONDS = 0.1;

/** What waits for a client, in bytes, before quotes are dropped for it. */
export const MAX_WAITING = 1 << 20;

/** Microseconds since the Unix epoch. */
const nowMicros = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

export const symbolName = (index) => `S${10000 + index}`;

/** Quotes each symbol in turn; `text` is a quote as the project's own codec writes it. */
class SyntheticMarket {
  constructor(symbols) {
    this.cents = Array.from({ length: symbols }, () => 10_000 + Math.floor(Math.random() * 40_000));
    this.made = 0;
  }

  next(time) {
    const symbol = this.made % this.cents.length;
    this.made++;
    const moved = this.cents[symbol] + Math.floor(Math.random() * 11) - 5;
    const cents = Math.min(Math.max(moved, 10_000), 50_000);
    this.cents[symbol] = cents;
    const price = (c) => (c / 100).toFixed(2);
    const text = `{"type":"quote","symbol":"${symbolName(symbol)}","seq":${this.made},"time":${time}`
      + `,"bid":${price(cents - 1)},"ask":${price(cents + 1)},"last":${price(cents)},"volume":${1_000_000 + this.made}}`;
    return { symbol: symbolName(symbol), text };
  }
}

/** Makes so many quotes a second, a millisecond's worth at a time. What is 100 ms late is not made up for. */
export class PacedQuotes {
  constructor(symbols, listener) {
    this.market = new SyntheticMarket(symbols);
    this.listener = listener;
    this.rate = 0;
    this.owed = 0;
    this.last = performance.now();
    setInterval(() => this.tick(), 1);
  }

  tick() {
    const now = performance.now();
    const seconds = Math.min((now - this.last) / 1000, LONGEST_DEBT_SECONDS);
    this.last = now;
    this.owed = this.rate === 0 ? 0 : this.owed + this.rate * seconds;
    const due = Math.floor(this.owed);
    if (due > 0) {
      this.owed -= due;
      const time = nowMicros();
      this.listener(Array.from({ length: due }, () => this.market.next(time)));
    }
  }
}

/** Who wants which symbol, and how often. What comes sooner than a client's maxRate is dropped for it. */
export class Interests {
  constructor() {
    this.bySymbol = new Map();
  }

  add(client, frame) {
    for (const message of frame.filter(({ type }) => type === 'subscribe')) {
      const gap = message.maxRate ? 1000 / message.maxRate : 0;
      for (const symbol of message.symbols) {
        if (!this.bySymbol.has(symbol)) {
          this.bySymbol.set(symbol, new Map());
        }
        this.bySymbol.get(symbol).set(client, { client, gap, due: 0 });
      }
    }
  }

  remove(client) {
    for (const interests of this.bySymbol.values()) {
      interests.delete(client);
    }
  }

  forEach(symbol, now, callback) {
    const interests = this.bySymbol.get(symbol);
    if (interests === undefined) {
      return;
    }
    for (const interest of interests.values()) {
      if (now >= interest.due) {
        interest.due = now + interest.gap;
        callback(interest.client);
      }
    }
  }
}

/** Says where the contender listens and obeys until standard input ends. */
export function hold(port, quotes) {
  console.log(`listening ${port}`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const [order, value] = line.split(' ');
    if (order === 'rate') {
      quotes.rate = Number(value);
    } else if (order === 'gc') {
      globalThis.gc?.();
    } else {
      throw new Error(`not an order: ${line}`);
    }
  });
  lines.on('close', () => process.exit(0));
}
