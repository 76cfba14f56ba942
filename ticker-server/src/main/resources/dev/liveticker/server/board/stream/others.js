/** What a tab keeps of the others' words, so that it knows what they want should it come to lead. */

export class Others {
  /** @type {Map<string, object>} by tab: the hello that it would say now */
  #hellos = new Map();

  /** @param {string} from a tab @param {object} said see exchange.js */
  hear(from, said) {
    switch (said.type) {
      case 'bye':
        this.gone(from);
        break;
      case 'hello':
      case 'want':
      case 'visible': {
        const { missed, ...known } = said;
        this.#hellos.set(from, { ...this.#hellos.get(from), ...known, type: 'hello' });
        break;
      }
      case 'carrier':
      case 'token':
        this.settle(said);
        break;
    }
  }

  /**
   * Carrier and token are the same for all: who said a token first and signed out since is not to sign in again.
   *
   * @param {{carrier?: string, token?: string}} settings those that changed
   */
  settle({ carrier, token }) {
    for (const hello of this.#hellos.values()) {
      hello.carrier = carrier ?? hello.carrier;
      hello.token = token ?? hello.token;
    }
  }

  /** @param {string} tab */
  gone(tab) {
    this.#hellos.delete(tab);
  }

  /** @returns {[string, object][]} tabs and their hellos; without those that only said something in between */
  get hellos() {
    return [...this.#hellos].filter(([, hello]) => hello.want);
  }
}
