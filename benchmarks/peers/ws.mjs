// A broadcaster on `ws`. Arguments: symbols [coalesce] [deflate].
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Interests, MAX_WAITING, PacedQuotes, hold } from './market.mjs';

const [symbols, ...flags] = process.argv.slice(2);
const coalesce = flags.includes('coalesce');
const perMessageDeflate = flags.includes('deflate')
  ? { serverNoContextTakeover: true, clientNoContextTakeover: true, threshold: 0 }
  : false;

const interests = new Interests();
const groups = new Map();
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate });

/** Clients that want the same share what they are sent. */
function group(subscription) {
  let found = groups.get(subscription);
  if (found === undefined) {
    found = { members: new Set(), next: [] };
    groups.set(subscription, found);
    interests.add(found, JSON.parse(subscription));
  }
  return found;
}

sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    if (coalesce) {
      const joined = group(data.toString());
      joined.members.add(socket);
      socket.on('close', () => joined.members.delete(socket));
    } else {
      interests.add(socket, JSON.parse(data.toString()));
    }
  });
  socket.on('close', () => interests.remove(socket));
});

function send(socket, bytes) {
  if (socket.bufferedAmount < MAX_WAITING) {
    socket.send(bytes, { binary: false });
  }
}

function sendEach(batch) {
  for (const { symbol, text } of batch) {
    const bytes = Buffer.from(text);
    interests.forEach(symbol, performance.now(), (socket) => send(socket, bytes));
  }
}

function sendTogether(batch) {
  for (const { symbol, text } of batch) {
    interests.forEach(symbol, performance.now(), (wanting) => wanting.next.push(text));
  }
  for (const { members, next } of groups.values()) {
    if (next.length > 0) {
      const bytes = Buffer.from(`[${next.join(',')}]`);
      next.length = 0;
      members.forEach((socket) => send(socket, bytes));
    }
  }
}

const quotes = new PacedQuotes(Number(symbols), coalesce ? sendTogether : sendEach);
server.listen({ host: '127.0.0.1', port: 0, backlog: 1024 }, () => hold(server.address().port, quotes));
