/** How far a stream was heard: a position, `epoch:seq`, to resume from. See docs/protocol.md, "Resume". */

export class Place {
  #epoch = '';
  #seq = 0;

  /** @param {string} [text] a position to begin with */
  constructor(text = '') {
    const colon = text.indexOf(':');
    if (colon > 0) {
      this.#epoch = text.slice(0, colon);
      this.#seq = Number(text.slice(colon + 1)) || 0;
    }
  }

  /**
   * Goes on by what was heard. Only messages that come in order count: a quote's number says nothing. A welcome says
   * where a new stream begins; in a numbering we know it says nothing, since what we missed is still to come.
   *
   * @param {object} message
   */
  take(message) {
    switch (message.type) {
      case 'welcome':
        if (message.epoch !== this.#epoch) {
          this.#epoch = message.epoch;
          this.#seq = message.seq;
        }
        break;
      case 'bar':
        if (message.closed) {
          this.#reach(message.seq);
        }
        break;
      case 'trade':
      case 'status':
      case 'heartbeat':
        this.#reach(message.seq);
        break;
    }
  }

  #reach(seq) {
    this.#seq = Math.max(this.#seq, seq);
  }

  get known() {
    return this.#epoch !== '';
  }

  toString() {
    return this.known ? `${this.#epoch}:${this.#seq}` : '';
  }
}
