/** Where a person says who they are, on a server that asks. The token is kept as long as the tab. */

const KEY = 'live-ticker.token';

/** A signed token (RFC 7515 section 7.1); anything else could not be said in a WebSocket's handshake. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export class SignIn {
  #section;
  #port;

  /**
   * @param {HTMLElement} section
   * @param {object} port
   * @param {() => {text: object}} port.reader
   * @param {(token: string) => void} port.onToken
   */
  constructor(section, port) {
    this.#section = section;
    this.#port = port;
    const input = section.querySelector('#token');
    const wrong = section.querySelector('#token-wrong');
    section.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const token = input.value.trim();
      const fits = TOKEN.test(token);
      wrong.textContent = fits ? '' : port.reader().text.of('tokenForm');
      input.ariaInvalid = String(!fits);
      if (fits) {
        input.value = '';
        port.onToken(token);
      } else {
        input.focus();
      }
    });
  }

  /** @param {import('./stream/feed.js').State} state */
  show({ phase, why }) {
    const asked = phase === 'signin';
    if (asked) {
      this.#section.querySelector('#signin-why').textContent = this.#port.reader().text.of(why);
    }
    if (asked === this.#section.hidden) {
      this.#section.hidden = !asked;
      if (asked && document.activeElement === document.body) {
        this.#section.querySelector('#token').focus();
      }
    }
  }
}

/** @returns {string} the token of this tab; empty if it has none */
export function keptToken() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} token empty to forget */
export function keepToken(token) {
  try {
    if (token) {
      sessionStorage.setItem(KEY, token);
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch {
    // Forbidden: then it is asked for again after a reload.
  }
}
