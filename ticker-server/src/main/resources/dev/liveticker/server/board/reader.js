/** Who reads the page: their language, and how they write figures. */
import { Figures } from './figures.js';
import { locale, Text } from './text.js';

export class Reader {
  text = new Text('en');
  figures = new Figures('en');

  /** @param {import('./text.js').Language} language @param {readonly string[]} preferences BCP 47 */
  speak(language, preferences) {
    this.text = new Text(language);
    this.figures = new Figures(locale(language, preferences));
    this.text.fill(document);
  }
}
