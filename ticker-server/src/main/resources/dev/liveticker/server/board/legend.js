/** A bar in words. */

/**
 * @param {import('./candles.js').Bar | undefined} bar
 * @param {string} interval
 * @param {number} places decimals
 * @param {import('./reader.js').Reader} reader
 * @returns {string} when it was, its prices, its volume; empty if there is none
 */
export function legend(bar, interval, places, { text, figures }) {
  if (!bar) {
    return '';
  }
  const price = (name) => `${text.of(name)} ${figures.price(bar[name], places)}`;
  const when = interval === '1d' ? figures.day(bar.start) : figures.moment(bar.start);
  const volume = bar.volume > 0 ? [`${text.of('volume')} ${figures.short(bar.volume)}`] : [];
  return [when, price('open'), price('high'), price('low'), price('close'), ...volume].join(' · ');
}

/**
 * What is written below a bar.
 *
 * @param {import('./candles.js').Bar} bar
 * @param {string} interval
 * @param {import('./figures.js').Figures} figures
 * @returns {string}
 */
export function mark(bar, interval, figures) {
  return figures.time(
    bar.start,
    interval === '1d' ? { month: 'short', day: 'numeric' } : { hour: '2-digit', minute: '2-digit' },
  );
}
