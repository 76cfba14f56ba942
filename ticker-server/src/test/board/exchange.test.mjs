// Many tabs, one feed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './board.mjs';

const { Exchange } = await load('stream/exchange.js');

function begin() {
  const world = { wanted: new Set(), chosen: '', token: '', retried: 0, posts: [], now: 0 };
  const feed = {
    state: { phase: 'live' },
    want: (wanted) => (world.wanted = wanted),
    choose: (choice) => (world.chosen = choice),
    show: (token) => (world.token = token),
    retry: () => world.retried++,
  };
  world.exchange = new Exchange(feed, (tab, message) => world.posts.push({ tab, ...message }), () => world.now);
  world.hello = (tab, quotes, more = {}) =>
    world.exchange.hear(tab, { type: 'hello', want: { quotes, bars: [] }, visible: true, carrier: 'auto', token: '', ...more });
  world.drain = () => world.posts.splice(0);
  return world;
}

const snapshot = (symbol, last) => ({ type: 'snapshot', symbol, seq: 1, last, previousClose: 1 });

test('the feed wants what any tab wants, and no more when one is gone', () => {
  const world = begin();
  const wanted = () => [...world.wanted].map((key) => key.split('|')[1]).join('');
  world.hello('1', ['A', 'B']);
  world.hello('2', ['B', 'C']);
  assert.equal(wanted(), 'ABC');
  world.exchange.hear('2', { type: 'want', want: { quotes: ['C'], bars: [] } });
  world.exchange.gone('1');
  assert.equal(wanted(), 'C');
  world.exchange.hear('2', { type: 'bye' });
  assert.equal(wanted(), '');
});

test('each tab hears of its own symbols', () => {
  const world = begin();
  world.hello('1', ['A']);
  world.hello('2', ['B']);
  world.drain();
  world.exchange.onFrame([snapshot('A', 1), snapshot('B', 2)]);
  assert.deepEqual(world.drain().map(({ tab, messages }) => [tab, messages.map((m) => m.symbol)]), [['1', ['A']], ['2', ['B']]]);
});

test('a tab that comes later gets the newest picture at once', () => {
  const world = begin();
  world.hello('1', ['A']);
  world.exchange.onFrame([snapshot('A', 1), { type: 'quote', symbol: 'A', seq: 2, last: 5 }]);
  world.drain();
  world.hello('2', ['A']);
  const newest = world.drain().find((post) => post.type === 'newest');
  assert.equal(newest.tab, '2');
  assert.deepEqual(newest.messages, [{ type: 'snapshot', symbol: 'A', seq: 2, last: 5, previousClose: 1 }]);
});

test('a hidden tab is told only the state, and when it is seen again what it missed', () => {
  const world = begin();
  world.hello('1', ['A'], { want: { quotes: ['A'], bars: [{ symbol: 'A', interval: '1m' }] } });
  world.exchange.hear('1', { type: 'visible', visible: false });
  world.drain();
  world.exchange.onFrame([snapshot('A', 7), { type: 'bar', symbol: 'A', interval: '1m', start: 1, closed: true }]);
  world.exchange.onState({ phase: 'stale' });
  assert.deepEqual(world.drain().map((post) => post.type), ['state']);
  world.exchange.hear('1', { type: 'visible', visible: true });
  const [newest] = world.drain();
  assert.equal(newest.missed, true);
  assert.deepEqual(newest.messages.map((message) => message.type), ['snapshot', 'bar']);
  world.exchange.hear('1', { type: 'visible', visible: true });
  assert.equal(world.drain()[0].missed, false);
});

test('what nobody wants any more is forgotten', () => {
  const world = begin();
  world.hello('1', ['A']);
  world.exchange.onFrame([snapshot('A', 1)]);
  world.exchange.hear('1', { type: 'want', want: { quotes: [], bars: [] } });
  world.drain();
  world.exchange.hear('1', { type: 'want', want: { quotes: ['A'], bars: [] } });
  assert.deepEqual(world.drain()[0].messages, []);
});

test('why there is no price is told to who comes later, too', () => {
  const world = begin();
  world.hello('1', ['NOPE']);
  world.exchange.onFrame([{ type: 'subscribed', channel: 'quotes', symbols: [], rejected: [{ symbol: 'NOPE', code: 'unknown_symbol' }] }]);
  world.drain();
  world.hello('2', ['NOPE']);
  const newest = world.drain().find((post) => post.type === 'newest');
  assert.equal(newest.messages[0].rejected[0].code, 'unknown_symbol');
});

test('transport and token hold for all tabs', () => {
  const world = begin();
  world.hello('1', [], { token: 'a.b.c', carrier: 'sse' });
  world.hello('2', []);
  assert.equal(world.token, 'a.b.c');
  assert.equal(world.chosen, 'sse');
  const told = world.drain().filter((post) => post.type === 'settings').at(-1);
  assert.deepEqual(told, { tab: '2', type: 'settings', carrier: 'sse', token: 'a.b.c' });
  world.exchange.hear('2', { type: 'carrier', carrier: 'websocket' });
  assert.equal(world.chosen, 'websocket');
  assert.deepEqual(world.drain().map((post) => post.tab), ['1', '2']);
});

test('a tab that was silent for minutes is taken to be gone', () => {
  const world = begin();
  world.hello('1', ['A']);
  world.hello('2', ['B']);
  world.now = 150_000;
  world.exchange.hear('2', { type: 'alive' });
  world.now = 250_000;
  world.exchange.sweep();
  assert.deepEqual(world.exchange.tabs, ['2']);
  assert.deepEqual([...world.wanted], ['quotes|B']);
});

test('whoever is unknown says nothing', () => {
  const world = begin();
  world.exchange.hear('9', { type: 'retry' });
  world.exchange.hear('9', { type: 'want', want: { quotes: ['A'], bars: [] } });
  assert.equal(world.retried, 0);
  assert.equal(world.wanted.size, 0);
});
