// What both clients share: lay each quote over the one before, print a line, stop when enough were seen.

const newest = new Map();
let left = Number(process.env.TICKER_QUOTES ?? Infinity);

export const server = process.env.TICKER_URL ?? 'http://127.0.0.1:8080';
export const symbols = process.argv.length > 2 ? process.argv.slice(2) : ['AAPL'];

/** Takes in one frame; returns false once enough quotes were printed. */
export function show(frame) {
  for (const message of frame) {
    switch (message.type) {
      case 'snapshot':
      case 'quote': {
        const quote = { ...newest.get(message.symbol), ...message };
        newest.set(message.symbol, quote);
        const time = new Date(quote.time / 1000).toISOString();
        console.log(`${time}  ${quote.symbol.padEnd(8)} ${quote.bid ?? '-'} / ${quote.ask ?? '-'}  last ${quote.last}`);
        left -= message.type === 'quote' ? 1 : 0;
        break;
      }
      case 'subscribed':
        for (const { symbol, code } of message.rejected) {
          console.error(`${symbol}: ${code}`);
        }
        break;
      case 'error':
        console.error(`${message.code}: ${message.message}`);
        break;
    }
  }
  return left > 0;
}
