/** How the connection is, in words. */

const NAMES = { websocket: 'WebSocket', sse: 'EventSource' };

export class Connection {
  #elements;
  #port;
  #state = { phase: 'connecting', carrier: '', why: '', until: 0, server: null };
  #told = '';
  #liveAt = 0;
  #counting = 0;

  /**
   * @param {Record<'words' | 'retry' | 'source' | 'asof', HTMLElement>} elements
   * @param {object} port
   * @param {() => {text: object, figures: object}} port.reader
   * @param {(words: string) => void} port.announce
   * @param {() => void} port.onRetry
   */
  constructor(elements, port) {
    this.#elements = elements;
    this.#port = port;
    elements.retry.addEventListener('click', port.onRetry);
    this.write();
  }

  /** @param {import('./stream/feed.js').State} state */
  show(state) {
    if (this.#state.phase === 'live' && state.phase !== 'live') {
      this.#liveAt = Date.now();
    }
    this.#state = state;
    clearInterval(this.#counting);
    if (state.phase === 'waiting') {
      this.#counting = setInterval(() => this.write(), 1_000);
    }
    document.documentElement.dataset.phase = state.phase;
    document.documentElement.dataset.carrier = state.carrier;
    this.write();
    this.#tell();
  }

  write() {
    const { text, figures } = this.#port.reader();
    const { words, retry, source, asof } = this.#elements;
    words.textContent = this.#words(text);
    retry.hidden = !['waiting', 'refused'].includes(this.#state.phase);
    asof.hidden = this.#liveAt === 0 || this.#state.phase === 'live';
    asof.textContent = text.of('asOf', { time: figures.clock(this.#liveAt * 1000) });
    const server = this.#state.server;
    source.hidden = !server;
    source.classList.toggle('simulated', server?.simulated === true);
    source.textContent = server ? origin(server, text) : '';
  }

  #words(text) {
    const { phase, carrier, why, until } = this.#state;
    const reason = phase === 'waiting' && !navigator.onLine ? 'why.offline' : why;
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    const words = text.of(`phase.${phase}`, { carrier: NAMES[carrier], why: text.of(reason), seconds });
    return phase === 'live' && why ? `${words} · ${text.of(why)}` : words;
  }

  /** Each change once, without the seconds that run; nothing of what passes by itself. */
  #tell() {
    const { phase, carrier, why } = this.#state;
    const { text } = this.#port.reader();
    const told = `${phase} ${carrier} ${why}`;
    if (phase !== 'connecting' && told !== this.#told) {
      this.#told = told;
      this.#port.announce(phase === 'waiting' ? text.of(why) : this.#words(text));
    }
  }
}

/** Where prices come from; that they are made up is always said. */
function origin({ simulated, source = '' }, text) {
  if (!simulated) {
    return source;
  }
  return source === '' || source === 'SIMULATED' ? text.of('simulated') : text.of('simulatedBy', { source });
}
