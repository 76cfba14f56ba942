/** What a person reads, in their language. */
import { english } from './english.js';
import { german } from './german.js';

const LANGUAGES = { en: english, de: german };

/** @typedef {'en' | 'de'} Language */

/** The first of a person's languages that there is. @param {readonly string[]} wanted BCP 47 @returns {Language} */
export function preferred(wanted) {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((language) => language in LANGUAGES);
  return known ?? 'en';
}

/**
 * In which country's way figures are written: the person's own, if they speak the language there.
 *
 * @param {Language} language
 * @param {readonly string[]} wanted BCP 47
 * @returns {string}
 */
export function locale(language, wanted) {
  return wanted.find((tag) => tag.slice(0, 2).toLowerCase() === language) ?? language;
}

export class Text {
  /** @type {Language} */
  language;

  /** @param {Language} language */
  constructor(language) {
    this.language = language;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values] for what stands in braces
   * @returns {string}
   */
  of(key, values = {}) {
    const text = LANGUAGES[this.language][key] ?? key;
    return text.replace(/\{(\w+)}/g, (_, name) => String(values[name] ?? ''));
  }

  /** Writes all that stands in the page by itself. @param {ParentNode} root */
  fill(root) {
    document.documentElement.lang = this.language;
    root.querySelectorAll('[data-text]').forEach((element) => (element.textContent = this.of(element.dataset.text)));
    root.querySelectorAll('[data-label]').forEach((element) => (element.ariaLabel = this.of(element.dataset.label)));
    root.querySelectorAll('[data-hint]').forEach((element) => (element.placeholder = this.of(element.dataset.hint)));
  }
}
