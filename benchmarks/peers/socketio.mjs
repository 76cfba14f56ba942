// A broadcaster on Socket.IO: a room a symbol, as its documentation has it. Argument: symbols.
// Clients with a maxRate are served one by one, since a room cannot hold one back.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { Interests, MAX_WAITING, PacedQuotes, hold } from './market.mjs';

const [symbols] = process.argv.slice(2);
const interests = new Interests();
const server = createServer();
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });

io.on('connection', (socket) => {
  socket.on('subscribe', (frame) => {
    for (const message of frame) {
      if (message.maxRate) {
        interests.add(socket, [message]);
      } else {
        socket.join(message.symbols);
      }
    }
  });
  socket.on('disconnect', () => interests.remove(socket));
});

/** Socket.IO's own way to lose messages for a client that does not keep up. */
const writable = (socket) => socket.conn.transport.socket.bufferedAmount < MAX_WAITING;

const quotes = new PacedQuotes(Number(symbols), (batch) => {
  for (const { symbol, text } of batch) {
    const quote = JSON.parse(text);
    io.volatile.to(symbol).emit('quote', quote);
    interests.forEach(symbol, performance.now(), (socket) => {
      if (writable(socket)) {
        socket.volatile.emit('quote', quote);
      }
    });
  }
});
server.listen({ host: '127.0.0.1', port: 0, backlog: 1024 }, () => hold(server.address().port, quotes));
