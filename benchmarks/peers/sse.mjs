// Server-Sent Events on Node's own HTTP server. Argument: symbols.
import { createServer } from 'node:http';
import { Interests, MAX_WAITING, PacedQuotes, hold } from './market.mjs';

const [symbols] = process.argv.slice(2);
const interests = new Interests();

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  interests.add(response, [{
    type: 'subscribe',
    symbols: searchParams.get('symbols').split(','),
    maxRate: Number(searchParams.get('maxRate')),
  }]);
  response.on('close', () => interests.remove(response));
});

const quotes = new PacedQuotes(Number(symbols), (batch) => {
  for (const { symbol, text } of batch) {
    const bytes = Buffer.from(`data: [${text}]\n\n`);
    interests.forEach(symbol, performance.now(), (response) => {
      if (response.writableLength < MAX_WAITING) {
        response.write(bytes);
      }
    });
  }
});
server.listen({ host: '127.0.0.1', port: 0, backlog: 1024 }, () => hold(server.address().port, quotes));
