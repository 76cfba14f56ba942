/** What a person chooses once: transport, appearance, language. Kept in this browser. */

const KEYS = { carrier: 'live-ticker.transport', appearance: 'live-ticker.appearance', language: 'live-ticker.language' };

export class Settings {
  #root;

  /**
   * @param {HTMLDetailsElement} root with a group of radio buttons for each
   * @param {{language: string}} otherwise what holds where nothing was chosen
   * @param {(name: 'carrier' | 'appearance' | 'language', value: string) => void} onChange told after a choice
   */
  constructor(root, otherwise, onChange) {
    this.#root = root;
    for (const [name, value] of Object.entries({ carrier: 'auto', appearance: 'system', ...otherwise })) {
      this.set(name, kept(name) ?? value);
    }
    root.addEventListener('change', ({ target }) => {
      keep(target.name, target.value);
      if (target.name === 'appearance') {
        show(target.value);
      }
      onChange(target.name, target.value);
    });
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && root.open) {
        root.open = false;
        root.querySelector('summary').focus();
      }
    });
    document.addEventListener('pointerdown', (event) => {
      if (!root.contains(event.target)) {
        root.open = false;
      }
    });
  }

  /** @param {string} name @returns {string} */
  get(name) {
    return this.#root.querySelector(`[name=${name}]:checked`).value;
  }

  /** Without telling anybody. @param {string} name @param {string} value one that there is not changes nothing */
  set(name, value) {
    const choice = [...this.#root.querySelectorAll(`[name=${name}]`)].find((radio) => radio.value === value);
    if (choice) {
      choice.checked = true;
    }
  }

  /** Another tab chose. @param {string | null} key @returns {string | undefined} the name of what it chose */
  reread(key) {
    const name = Object.keys(KEYS).find((candidate) => KEYS[candidate] === key);
    if (name) {
      this.set(name, kept(name) ?? 'system');
      if (name === 'appearance') {
        show(this.get(name));
      }
    }
    return name;
  }
}

/** See appearance.js, which does so before there is anything to see. */
function show(appearance) {
  if (appearance === 'system') {
    delete document.documentElement.dataset.appearance;
  } else {
    document.documentElement.dataset.appearance = appearance;
  }
}

function kept(name) {
  try {
    return localStorage.getItem(KEYS[name]);
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(KEYS[name], value);
  } catch {
    // Full or forbidden: then it holds until the page is closed.
  }
}
