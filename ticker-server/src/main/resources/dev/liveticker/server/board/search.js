/** The field that adds symbols: a combobox (ARIA Authoring Practices), fed by the server's instruments. */
import { search } from './instruments.js';

const PAUSE_MILLIS = 150;

export class Search {
  #input;
  #list;
  #port;
  #aborting = new AbortController();
  #timer = 0;
  #found = [];
  #active = -1;

  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {object} port
   * @param {() => {text: object}} port.reader
   * @param {(symbol: string) => boolean} port.watched
   * @param {(symbol: string) => void} port.onPick
   * @param {(words: string) => void} port.announce
   */
  constructor(input, list, port) {
    this.#input = input;
    this.#list = list;
    this.#port = port;
    input.addEventListener('input', () => this.#later());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    // Before the field loses the focus, which closes the list.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) {
        this.#pick(option.dataset.symbol);
      }
    });
  }

  #later() {
    clearTimeout(this.#timer);
    this.#aborting.abort();
    const wanted = this.#input.value.trim();
    if (wanted === '') {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#look(wanted), PAUSE_MILLIS);
  }

  async #look(wanted) {
    const { text } = this.#port.reader();
    const aborting = (this.#aborting = new AbortController());
    try {
      const found = await search(wanted, aborting.signal);
      if (!aborting.signal.aborted) {
        this.#found = found;
        this.#show(found.length === 0 ? text.of('nothingFound') : '');
        this.#port.announce(
          found.length === 0 ? text.of('nothingFound') : text.of('foundCount', { count: found.length }),
        );
      }
    } catch {
      if (!aborting.signal.aborted) {
        this.#found = [];
        this.#show(text.of('searchFailed'));
        this.#port.announce(text.of('searchFailed'));
      }
    }
  }

  #show(note) {
    this.#list.replaceChildren(...this.#found.map((found, i) => this.#option(found, i)));
    if (note) {
      const line = document.createElement('li');
      line.className = 'note';
      // Told by the status; a list of options holds nothing else.
      line.role = 'presentation';
      line.textContent = note;
      this.#list.append(line);
    }
    this.#list.hidden = false;
    this.#input.ariaExpanded = 'true';
    this.#point(this.#found.length > 0 ? 0 : -1);
  }

  #option({ symbol, name }, i) {
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `found-${i}`;
    option.dataset.symbol = symbol;
    const strong = document.createElement('strong');
    strong.textContent = symbol;
    const rest = document.createElement('span');
    rest.textContent = this.#port.watched(symbol) ? `${name} · ${this.#port.reader().text.of('watched')}` : name;
    option.append(strong, ' ', rest);
    return option;
  }

  #point(at) {
    this.#active = at;
    [...this.#list.children].forEach((option, i) => {
      if (option.role === 'option') {
        option.ariaSelected = String(i === at);
      }
    });
    if (at < 0) {
      this.#input.removeAttribute('aria-activedescendant');
    } else {
      this.#input.setAttribute('aria-activedescendant', `found-${at}`);
      this.#list.children[at].scrollIntoView({ block: 'nearest' });
    }
  }

  #key(event) {
    const count = this.#found.length;
    const open = !this.#list.hidden;
    if (event.key === 'Escape') {
      // The first closes the list, the next empties the field, as browsers do.
      if (open) {
        event.preventDefault();
        this.#close();
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && this.#active >= 0) {
        this.#pick(this.#found[this.#active].symbol);
      }
    } else if (open && count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.#point((this.#active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    }
  }

  #pick(symbol) {
    this.#input.value = '';
    this.#close();
    this.#port.onPick(symbol);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#aborting.abort();
    this.#found = [];
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.ariaExpanded = 'false';
    this.#point(-1);
  }
}
