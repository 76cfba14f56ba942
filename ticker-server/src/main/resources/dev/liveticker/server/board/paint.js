/** Draws candles on a canvas. Rising ones are hollow and falling ones filled, so that colour is not all that tells. */
import { labelled, range, ticks } from './scale.js';

const RIGHT = 68;
const BOTTOM = 22;
const TOP = 8;
const VOLUME_SHARE = 0.16;
const LABEL_WIDTH = 76;
const PRICE_STEP = 44;
const FONT = '11px system-ui, sans-serif';

/**
 * @typedef {object} Picture
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {import('./candles.js').Bar[]} bars those shown
 * @property {number} places in which they stand: more than there are bars if there are few
 * @property {number} hovered index of the bar that is read; -1 for none
 * @property {number} [last] the newest price
 * @property {number} tickSize
 * @property {(price: number) => string} price in words
 * @property {(bar: object) => string} label of a bar, below it
 */

/** Where things are. @param {Picture} picture */
export function layout({ width, height, places }) {
  const plot = { left: 0, right: width - RIGHT, top: TOP, bottom: height - BOTTOM };
  const step = (plot.right - plot.left) / places;
  return { ...plot, step, x: (i) => plot.left + (i + 0.5) * step };
}

/**
 * @param {CanvasRenderingContext2D} g scaled so that its unit is a CSS pixel
 * @param {Picture} picture
 * @param {(name: string) => string} colour of a token
 */
export function paint(g, picture, colour) {
  const { width, height, bars } = picture;
  g.clearRect(0, 0, width, height);
  if (bars.length === 0) {
    return;
  }
  g.font = FONT;
  g.textBaseline = 'middle';
  const area = layout(picture);
  const { low, high } = range(bars);
  const y = (price) => area.bottom - ((price - low) / (high - low)) * (area.bottom - area.top);
  grid(g, picture, area, { low, high, y }, colour);
  volumes(g, bars, area, colour);
  candles(g, bars, area, y, colour);
  if (picture.last !== undefined && picture.last >= low && picture.last <= high) {
    const newest = bars.at(-1);
    marker(g, picture, area, y(picture.last), picture.last, colour(newest.close >= newest.open ? '--up' : '--down'), colour);
  }
  if (picture.hovered >= 0 && picture.hovered < bars.length) {
    crosshair(g, picture, area, y, colour);
  }
}

/** A line between pixels is blurred; this puts it on one. */
const crisp = (at) => Math.round(at) + 0.5;

function line(g, x1, y1, x2, y2) {
  g.beginPath();
  g.moveTo(x1, y1);
  g.lineTo(x2, y2);
  g.stroke();
}

function grid(g, picture, area, { low, high, y }, colour) {
  g.lineWidth = 1;
  g.strokeStyle = colour('--line');
  g.fillStyle = colour('--muted');
  g.textAlign = 'left';
  for (const price of ticks(low, high, (area.bottom - area.top) / PRICE_STEP, picture.tickSize)) {
    line(g, area.left, crisp(y(price)), area.right, crisp(y(price)));
    // Not half behind the newest price.
    if (picture.last === undefined || Math.abs(y(price) - y(picture.last)) > 14) {
      g.fillText(picture.price(price), area.right + 8, y(price));
    }
  }
  g.textAlign = 'center';
  for (const i of labelled(0, picture.bars.length, LABEL_WIDTH / area.step)) {
    const x = area.x(i);
    if (x > LABEL_WIDTH / 2 && x < area.right - LABEL_WIDTH / 3) {
      g.fillText(picture.label(picture.bars[i]), x, area.bottom + BOTTOM / 2 + 2);
    }
  }
}

function volumes(g, bars, area, colour) {
  const most = Math.max(...bars.map((bar) => bar.volume ?? 0));
  if (most === 0) {
    return;
  }
  const full = (area.bottom - area.top) * VOLUME_SHARE;
  const wide = Math.max(1, area.step * 0.6);
  g.fillStyle = colour('--line');
  bars.forEach((bar, i) => {
    const tall = ((bar.volume ?? 0) / most) * full;
    g.fillRect(area.x(i) - wide / 2, area.bottom - tall, wide, tall);
  });
}

function candles(g, bars, area, y, colour) {
  const wide = Math.max(1, Math.min(13, Math.floor(area.step * 0.7)));
  const paper = colour('--card');
  const inks = { up: colour('--up'), down: colour('--down') };
  bars.forEach((bar, i) => {
    const rises = bar.close >= bar.open;
    const x = crisp(area.x(i));
    g.strokeStyle = g.fillStyle = rises ? inks.up : inks.down;
    line(g, x, y(bar.high), x, y(bar.low));
    const top = Math.round(y(Math.max(bar.open, bar.close)));
    const tall = Math.max(1, Math.round(y(Math.min(bar.open, bar.close))) - top);
    const left = Math.round(x - wide / 2);
    if (wide < 4 || tall < 3) {
      g.fillRect(left, top, wide, tall);
    } else if (rises) {
      g.fillStyle = paper;
      g.fillRect(left, top, wide, tall);
      g.strokeRect(left + 0.5, top + 0.5, wide - 1, tall - 1);
    } else {
      g.fillRect(left, top, wide, tall);
    }
  });
}

/** A price on the scale, with a line to it. */
function marker(g, picture, area, at, price, ink, colour) {
  g.strokeStyle = ink;
  g.setLineDash([2, 3]);
  line(g, area.left, crisp(at), area.right, crisp(at));
  g.setLineDash([]);
  g.fillStyle = ink;
  g.fillRect(area.right, at - 9, RIGHT, 18);
  g.fillStyle = colour('--card');
  g.textAlign = 'left';
  g.fillText(picture.price(price), area.right + 8, at);
}

function crosshair(g, picture, area, y, colour) {
  const bar = picture.bars[picture.hovered];
  const x = crisp(area.x(picture.hovered));
  g.strokeStyle = colour('--muted');
  g.setLineDash([4, 3]);
  line(g, x, area.top, x, area.bottom);
  g.setLineDash([]);
  marker(g, picture, area, y(bar.close), bar.close, colour('--accent'), colour);
}
