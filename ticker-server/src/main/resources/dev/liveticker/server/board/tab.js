/** This tab's end of the browser's one stream: what it says of itself, and what it is told. */
import { showToken } from './rest.js';
import { keepToken, keptToken } from './signin.js';
import { openLine } from './stream/line.js';

export class Tab {
  #port;
  #token = keptToken();
  #phase = 'connecting';
  #line;

  /**
   * @param {object} port
   * @param {() => object} port.want see stream/wants.js
   * @param {() => string} port.carrier that is chosen
   * @param {(carrier: string) => void} port.onCarrier another tab chose
   * @param {(token: string) => void} port.onToken
   * @param {(state: object) => void} port.onState
   * @param {(server: object) => void} port.onLive told what the server says of itself, after a state that was not live
   * @param {(message: object) => void} port.onMessage of the server
   * @param {() => void} port.onMissed bars came that this tab was not told of
   */
  constructor(port) {
    this.#port = port;
    this.#keep(this.#token);
    this.#line = openLine({
      means: new URLSearchParams(location.search).get('share'),
      hello: () => ({
        type: 'hello',
        want: port.want(),
        visible: !document.hidden,
        carrier: port.carrier(),
        token: this.#token,
      }),
      hear: (message) => this.#hear(message),
      onMeans: (means) => (document.documentElement.dataset.means = means),
    });
  }

  get live() {
    return this.#phase === 'live';
  }

  /** What it shows is other than before. */
  want() {
    this.#line.say({ type: 'want', want: this.#port.want() });
  }

  /** @param {string} carrier */
  choose(carrier) {
    this.#line.say({ type: 'carrier', carrier });
  }

  /** @param {string} token empty to sign out */
  show(token) {
    this.#keep(token);
    this.#line.say({ type: 'token', token });
  }

  retry() {
    this.#line.say({ type: 'retry' });
  }

  #keep(token) {
    this.#token = token;
    showToken(token);
    keepToken(token);
    this.#port.onToken(token);
  }

  #hear(message) {
    switch (message.type) {
      case 'state':
        this.#heed(message.state);
        break;
      case 'settings':
        this.#port.onCarrier(message.carrier);
        this.#keep(message.token);
        break;
      case 'newest':
        message.messages.forEach(this.#port.onMessage);
        if (message.missed) {
          this.#port.onMissed();
        }
        break;
      case 'frame':
        message.messages.forEach(this.#port.onMessage);
        break;
    }
  }

  #heed(state) {
    const arrived = state.phase === 'live' && !this.live;
    this.#phase = state.phase;
    this.#port.onState(state);
    if (arrived) {
      this.#port.onLive(state.server);
    }
  }
}
