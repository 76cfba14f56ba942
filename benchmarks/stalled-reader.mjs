// What one reader that stops costs: 100 WebSocket clients of one server, of which one stops reading again and again.
// A line of JSON every 15 s: the server's resident memory and heap, what the others got, how the stalled one ended.
//
//   cd docs/examples && npm install && cd ../..
//   java -Xmx128m -jar ticker-server/target/ticker-server.jar --port 8080 &
//   NODE_PATH=docs/examples/node_modules node benchmarks/stalled-reader.mjs http://127.0.0.1:8080 $! 10
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const WebSocket = createRequire(import.meta.url)('ws');
const [server, pid, minutes] = process.argv.slice(2);
const some = ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'GOOGL', 'META', 'TSLA', 'JPM', 'BTC-USD', 'ETH-USD', 'EURUSD=X', '^GSPC'];
const clients = 100;
const heard = new Array(clients).fill(Date.now());
const ends = {};
let frames = 0;
let bytes = 0;

function connect(client) {
  const stalls = client === clients - 1;
  const socket = new WebSocket(server.replace(/^http/, 'ws') + '/v1/ws', 'liveticker.v1.json', { perMessageDeflate: false });
  socket.on('open', () => {
    const symbols = stalls ? ['*'] : some;
    socket.send(JSON.stringify(['quotes', 'trades'].map((channel) => ({ type: 'subscribe', channel, symbols }))));
    if (stalls) {
      setTimeout(() => socket.pause(), 500);
      // Only a socket that reads learns that it was closed.
      setTimeout(() => socket.resume(), 60_000);
    }
  });
  socket.on('message', (data) => {
    frames++;
    bytes += data.length;
    heard[client] = Date.now();
  });
  socket.on('error', () => {});
  socket.on('close', (code) => {
    const end = (stalls ? 'stalled ' : 'other ') + code;
    ends[end] = (ends[end] ?? 0) + 1;
    connect(client);
  });
}

for (let client = 0; client < clients; client++) {
  connect(client);
}
const begun = Date.now();
setInterval(() => {
  const now = Date.now();
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
  const heap = Number(/used (\d+)K/.exec(execFileSync('jcmd', [pid, 'GC.heap_info']).toString())?.[1]);
  console.log(
    JSON.stringify({
      seconds: Math.round((now - begun) / 1000),
      residentMb: Math.round(resident / 1024),
      heapMb: Math.round(heap / 1024),
      frames,
      mb: Math.round(bytes / 1e6),
      othersSilent: heard.slice(0, -1).filter((time) => now - time > 3_000).length,
      ends,
    }),
  );
  if (now - begun > minutes * 60_000) {
    process.exit(0);
  }
}, 15_000);
