// What is shown: pictures, order, figures, lines, bars.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load, settled } from './board.mjs';

const { change, Market } = await load('market.js');
const { filtered, pressed, sorted } = await load('order.js');
const { decimals, Figures } = await load('figures.js');
const { Trend } = await load('trend.js');
const { Trends } = await load('trends.js');
const { Candles } = await load('candles.js');
const { labelled, range, shown, ticks } = await load('scale.js');
const { MOST, Watchlist } = await load('watchlist.js');

test('a quote laid over the picture keeps the session and drops what there is none of', () => {
  const market = new Market();
  market.take({ type: 'snapshot', symbol: 'A', seq: 1, bid: 1, ask: 2, last: 1.5, previousClose: 1, volume: 7, status: 'open' });
  market.take({ type: 'quote', symbol: 'A', seq: 2, ask: 3, last: 2 });
  assert.deepEqual(market.of('A'), { type: 'snapshot', symbol: 'A', seq: 2, ask: 3, last: 2, previousClose: 1, volume: 7, status: 'open' });
  market.take({ type: 'status', symbol: 'A', seq: 3, status: 'halted' });
  assert.equal(market.of('A').status, 'halted');
  assert.equal(market.of('A').last, 2);
});

test('what was heard before changes nothing', () => {
  const market = new Market();
  market.take({ type: 'snapshot', symbol: 'A', seq: 5, last: 1 });
  market.drain();
  market.take({ type: 'quote', symbol: 'A', seq: 5, last: 9 });
  market.take({ type: 'quote', symbol: 'A', seq: 4, last: 9 });
  assert.equal(market.of('A').last, 1);
  assert.equal(market.drain().size, 0);
});

test('a symbol that is refused has no picture any more', () => {
  const market = new Market();
  market.take({ type: 'snapshot', symbol: 'A', seq: 5, last: 1 });
  market.take({ type: 'subscribed', channel: 'quotes', rejected: [{ symbol: 'A', code: 'not_allowed' }] });
  assert.equal(market.of('A'), undefined);
  assert.equal(market.rejection('A'), 'not_allowed');
});

test('a market keeps only what is watched', () => {
  const market = new Market();
  market.take({ type: 'snapshot', symbol: 'A', seq: 5, last: 1 });
  market.take({ type: 'subscribed', channel: 'quotes', rejected: [{ symbol: 'B', code: 'unknown_symbol' }] });
  assert.equal(market.rejection('B'), 'unknown_symbol');
  assert.deepEqual([...market.drain()], ['A', 'B']);
  market.keep([]);
  assert.equal(market.of('A'), undefined);
  assert.equal(market.rejection('B'), undefined);
});

test('a change is since the previous close, and absent where a price is', () => {
  assert.deepEqual(change({ last: 110, previousClose: 100 }), { change: 10, percent: 10 });
  assert.deepEqual(change({ last: 110 }), {});
  assert.deepEqual(change(undefined), {});
  assert.deepEqual(change({ last: 1, previousClose: 0 }), { change: 1, percent: undefined });
});

test('rows are ordered by a column, and what has no value is last either way', () => {
  const pictures = { A: { last: 2 }, B: {}, C: { last: 9 }, D: { last: 2 } };
  const of = (symbol) => ({ picture: pictures[symbol], name: symbol });
  const list = ['D', 'B', 'C', 'A'];
  assert.deepEqual(sorted(list, null, of), list);
  assert.deepEqual(sorted(list, { key: 'last', down: true }, of), ['C', 'A', 'D', 'B']);
  assert.deepEqual(sorted(list, { key: 'last', down: false }, of), ['A', 'D', 'C', 'B']);
  assert.deepEqual(sorted(list, { key: 'symbol', down: false }, of), ['A', 'B', 'C', 'D']);
});

test('a column pressed three times is as before', () => {
  const once = pressed(null, 'percent');
  assert.deepEqual(once, { key: 'percent', down: true });
  const twice = pressed(once, 'percent');
  assert.deepEqual(twice, { key: 'percent', down: false });
  assert.equal(pressed(twice, 'percent'), null);
  assert.deepEqual(pressed(twice, 'symbol'), { key: 'symbol', down: false });
});

test('a filter finds symbols and names, whatever case and accents', () => {
  const names = { NESN: 'Nestlé', AAPL: 'Apple Inc.' };
  const of = (symbol) => ({ name: names[symbol] });
  assert.deepEqual(filtered(['NESN', 'AAPL'], 'nestle', of), ['NESN']);
  assert.deepEqual(filtered(['NESN', 'AAPL'], ' aap ', of), ['AAPL']);
  assert.deepEqual(filtered(['NESN', 'AAPL'], '', of), ['NESN', 'AAPL']);
  assert.deepEqual(filtered(['NESN', 'AAPL'], 'x', of), []);
});

test('a price has as many decimals as its smallest step', () => {
  assert.deepEqual([1, 0.5, 0.25, 0.01, 0.0001, 0.00001, 0.000001, 5].map(decimals), [0, 1, 2, 2, 4, 5, 6, 0]);
});

test('figures are written as in the reader\'s country, with a sign as wide as the other', () => {
  const en = new Figures('en');
  const de = new Figures('de');
  assert.equal(en.price(1234.5, 2), '1,234.50');
  assert.equal(de.price(1234.5, 2), '1.234,50');
  assert.equal(en.signed(1.25, 2), '+1.25');
  assert.equal(en.signed(-1.25, 2), '\u22121.25');
  assert.equal(en.signed(0, 2), '0.00');
  assert.equal(en.percent(-0.5), '\u22120.50%');
  assert.equal(en.short(1_203_344), '1.2M');
  assert.equal(en.price(undefined, 2), '\u2013');
  assert.equal(en.percent(undefined), '\u2013');
});

test('a trend has a point a minute, the newest moving, and an hour at most', () => {
  const minute = 60_000_000;
  const trend = new Trend();
  assert.equal(trend.path(70, 20), '');
  trend.add(5 * minute, 10);
  trend.add(5 * minute + 1, 12);
  trend.fill([{ start: 3 * minute, close: 8 }, { start: 4 * minute, close: 9 }]);
  assert.equal(trend.path(10, 4), 'M0.0 4.0L5.0 3.0L10.0 0.0');
  assert.equal(trend.direction, 1);
  trend.add(4 * minute, 1);
  assert.equal(trend.direction, 1);
  for (let i = 6; i < 500; i++) {
    trend.add(i * minute, 20 - i);
  }
  assert.equal(trend.path(70, 20).match(/[ML]/g).length, 60);
  assert.equal(trend.direction, -1);
});

function trends() {
  const world = { now: 0, asked: [], bars: [], refusal: null };
  world.trends = new Trends(
    async (_, { symbol }) => {
      world.asked.push(symbol);
      if (world.refusal) {
        throw world.refusal;
      }
      return { bars: world.bars };
    },
    () => world.now,
  );
  world.load = async () => {
    world.trends.load(['A'], () => {});
    await settled();
    return world.asked.splice(0).length;
  };
  return world;
}

test('the past of a trend is read once, and again where nothing was heard for minutes', async () => {
  const minute = 60_000_000;
  const world = trends();
  world.bars = [{ start: 0, close: 1 }, { start: minute, close: 2 }];
  assert.equal(await world.load(), 1);
  for (let i = 2; i < 10; i++) {
    world.now += 60_000;
    world.trends.add('A', i * minute, 2);
    assert.equal(await world.load(), 0);
  }
  world.now += 200_000;
  // The first price after the hole.
  world.trends.add('A', 13 * minute, 2);
  world.bars = Array.from({ length: 13 }, (_, i) => ({ start: i * minute, close: 2 }));
  assert.equal(await world.load(), 1);
  assert.equal(world.trends.of('A').path(70, 20).match(/[ML]/g).length, 14);
  assert.equal(await world.load(), 0);
});

test('a trend that could not be had is asked for again, one that is refused is not', async () => {
  const world = trends();
  world.refusal = { status: 0 };
  assert.equal(await world.load(), 1);
  world.refusal = { status: 403 };
  assert.equal(await world.load(), 1);
  assert.equal(await world.load(), 0);
  world.trends.keep([]);
  assert.equal(await world.load(), 1);
});

test('bars come in any order, an open one moves, a closed one does not', () => {
  const bar = (start, close, closed = true) => ({ start, close, closed });
  const candles = new Candles();
  candles.take(bar(30, 3, false));
  candles.take(bar(10, 1));
  candles.take(bar(20, 2));
  candles.take(bar(30, 4, false));
  candles.take(bar(10, 9, false));
  assert.deepEqual(candles.bars.map((b) => b.close), [1, 2, 4]);
  candles.fill([bar(0, 0), bar(10, 1), bar(20, 2)]);
  assert.deepEqual(candles.bars.map((b) => b.start), [0, 10, 20, 30]);
  for (let i = 0; i < 3_000; i++) {
    candles.take(bar(100 + i, i));
  }
  assert.equal(candles.bars.length, 1_500);
  assert.equal(candles.newest.close, 2_999);
});

test('lines of a scale are round, within, and not too many', () => {
  assert.deepEqual(ticks(98.3, 103.9, 6, 0.01), [99, 100, 101, 102, 103]);
  assert.deepEqual(ticks(1, 1, 5, 0.01), []);
  for (const [low, high] of [[0.74211, 0.74229], [1e5, 1.3e5], [-2, 3], [99.99, 100.01]]) {
    const lines = ticks(low, high, 6, 0.00001);
    assert.ok(lines.length >= 2 && lines.length <= 7, `${lines}`);
    assert.ok(lines.every((line) => line >= low - 1e-9 && line <= high + 1e-9), `${lines}`);
  }
});

test('a range is never nothing', () => {
  const { low, high } = range([{ low: 5, high: 5 }]);
  assert.ok(low < 5 && high > 5);
});

test('which bars are shown follows the newest, or stays in the past', () => {
  assert.deepEqual(shown(100, 30, 0), { from: 70, to: 100 });
  assert.deepEqual(shown(100, 30, 20), { from: 50, to: 80 });
  assert.deepEqual(shown(100, 30, 95), { from: 0, to: 30 });
  assert.deepEqual(shown(10, 30, 0), { from: 0, to: 10 });
  assert.deepEqual(shown(0, 30, 0), { from: 0, to: 0 });
  assert.deepEqual(labelled(3, 10, 2.5), [3, 6, 9]);
});

function storage(given) {
  const kept = new Map(given ? [['live-ticker.watchlist', given]] : []);
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), kept };
}

test('a watchlist is kept, and what was broken there is not believed', () => {
  const kept = storage();
  const list = new Watchlist(() => kept);
  assert.ok(list.fresh);
  assert.ok(list.add('AAPL'));
  assert.ok(!list.add('AAPL'));
  assert.ok(!list.add('<script>'));
  assert.ok(!list.fresh);
  assert.deepEqual(new Watchlist(() => kept).symbols, ['AAPL']);
  for (const broken of ['{', '{"a":1}', '7', 'null']) {
    assert.ok(new Watchlist(() => storage(broken)).fresh, broken);
  }
  assert.deepEqual(new Watchlist(() => storage('["AAPL",5,null,"a b","AAPL"]')).symbols, ['AAPL']);
});

test('a watchlist has a most, and works where nothing can be kept', () => {
  const list = new Watchlist(() => {
    throw new Error('forbidden');
  });
  let told = 0;
  list.onChange(() => told++);
  for (let i = 0; i < MOST + 5; i++) {
    list.add(`S${i}`);
  }
  assert.equal(list.symbols.length, MOST);
  assert.equal(told, MOST);
  list.remove('S0');
  assert.equal(list.symbols.length, MOST - 1);
});

test('another tab\'s change is seen', () => {
  const kept = storage();
  const here = new Watchlist(() => kept);
  const there = new Watchlist(() => kept);
  let told = 0;
  here.onChange(() => told++);
  there.add('T');
  here.reread('something else');
  assert.equal(told, 0);
  here.reread('live-ticker.watchlist');
  assert.deepEqual(here.symbols, ['T']);
});
