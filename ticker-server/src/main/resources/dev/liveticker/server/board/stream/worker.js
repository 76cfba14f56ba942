/** The worker that all tabs share: holds their one stream. It lives as long as there is a tab. */
import { source, whenGone } from './source.js';

const ports = new Map();
const { exchange, start } = source((tab, message) => ports.get(tab)?.postMessage(message));
let started = false;

function gone(id) {
  exchange.gone(id);
  ports.get(id)?.close();
  ports.delete(id);
}

self.onconnect = (event) => {
  const port = event.ports[0];
  port.onmessage = ({ data: { from, said } }) => {
    if (said.type === 'hello' && !ports.has(from)) {
      ports.set(from, port);
      whenGone(from, () => gone(from));
    }
    exchange.hear(from, said);
    if (said.type === 'bye') {
      gone(from);
    }
    if (!started) {
      started = true;
      start();
    }
  };
};
