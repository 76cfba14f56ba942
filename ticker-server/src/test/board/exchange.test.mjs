// Many tabs, one feed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './board.mjs';

const { Exchange } = await load('stream/exchange.js');
const { Others } = await load('stream/others.js');

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

test('whoever is unknown changes nothing, and is told to say hello', () => {
  const world = begin();
  world.exchange.hear('9', { type: 'retry' });
  world.exchange.hear('9', { type: 'want', want: { quotes: ['A'], bars: [] } });
  world.exchange.hear('9', { type: 'bye' });
  assert.equal(world.retried, 0);
  assert.equal(world.wanted.size, 0);
  assert.deepEqual(world.drain(), [{ tab: '9', type: 'unknown' }, { tab: '9', type: 'unknown' }]);
});

test('a tab that was taken to be gone comes back, and is told that it missed something', () => {
  const world = begin();
  world.hello('1', ['A']);
  world.now = 250_000;
  world.exchange.sweep();
  world.drain();
  world.exchange.hear('1', { type: 'alive' });
  assert.deepEqual(world.drain(), [{ tab: '1', type: 'unknown' }]);
  world.hello('1', ['A'], { missed: true });
  assert.equal(world.drain().find((post) => post.type === 'newest').missed, true);
  world.exchange.onFrame([snapshot('A', 1)]);
  assert.equal(world.drain().length, 1);
});

test('a tab that is hidden as it says hello may have missed something', () => {
  const world = begin();
  world.hello('1', ['A'], { visible: false });
  world.drain();
  world.exchange.hear('1', { type: 'visible', visible: true });
  assert.equal(world.drain()[0].missed, true);
});

test('a sign-out is not undone by a tab that still has the token', () => {
  const world = begin();
  world.hello('1', [], { token: 'a.b.c' });
  world.exchange.hear('1', { type: 'token', token: '' });
  world.drain();
  world.hello('2', [], { token: 'a.b.c' });
  assert.equal(world.token, '');
  assert.equal(world.drain().find((post) => post.type === 'settings').token, '');
  world.exchange.hear('2', { type: 'token', token: 'd.e.f' });
  assert.equal(world.token, 'd.e.f');
});

test('what is known of the others is their last hello with all that they said since', () => {
  const others = new Others();
  const hello = { type: 'hello', want: { quotes: ['A'], bars: [] }, visible: true, carrier: 'auto', token: '', missed: true };
  others.hear('1', hello);
  others.hear('2', hello);
  others.hear('3', { type: 'visible', visible: true });
  others.hear('1', { type: 'want', want: { quotes: ['B'], bars: [] } });
  others.hear('1', { type: 'alive' });
  others.hear('2', { type: 'bye' });
  assert.deepEqual(others.hellos, [['1', { type: 'hello', want: { quotes: ['B'], bars: [] }, visible: true, carrier: 'auto', token: '' }]]);
});

test('a token or transport that one of the others or the leader chose is that of all', () => {
  const others = new Others();
  const settings = () => others.hellos.map(([, { token, carrier }]) => `${token} ${carrier}`);
  for (const tab of ['1', '2']) {
    others.hear(tab, { type: 'hello', want: { quotes: [], bars: [] }, visible: true, carrier: 'auto', token: 'a.b.c' });
  }
  others.hear('1', { type: 'token', token: '' });
  others.hear('2', { type: 'carrier', carrier: 'sse' });
  assert.deepEqual(settings(), [' sse', ' sse']);
  others.settle({ carrier: 'websocket', token: 'd.e.f' });
  assert.deepEqual(settings(), ['d.e.f websocket', 'd.e.f websocket']);
});
