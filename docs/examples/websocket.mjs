// Live quotes over WebSocket, with the `ws` package.
import WebSocket from 'ws';
import { server, show, symbols } from './quotes.mjs';

const socket = new WebSocket(server.replace(/^http/, 'ws') + '/v1/ws', 'liveticker.v1.json');
socket.on('open', () => socket.send(JSON.stringify([{ type: 'subscribe', channel: 'quotes', symbols }])));
socket.on('message', (data) => {
  if (!show(JSON.parse(data))) {
    socket.close(1000);
  }
});
socket.on('close', (code, reason) => console.error(`closed: ${code} ${reason}`));
socket.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
