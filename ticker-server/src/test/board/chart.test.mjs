// The chart as it is read by keyboard, without a picture.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load, settled } from './board.mjs';

const { Reader } = await load('reader.js');
const { Chart } = await load('chart.js');

const MINUTE = 60_000_000;
const bar = (minute, close) => ({ start: minute * MINUTE, open: 1, high: 9, low: 1, close, volume: 0, closed: true });
const live = (minute, close) => ({ ...bar(minute, close), type: 'bar', symbol: 'A', interval: '1m' });

/** A chart of A whose history comes when the test says so. */
function charted(t) {
  const nothing = { addEventListener() {} };
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe() {}
    },
    matchMedia: () => nothing,
    addEventListener() {},
  });
  const requests = [];
  t.mock.method(globalThis, 'fetch', () => new Promise((resolve) => requests.push(resolve)));
  const said = [];
  const plot = new EventTarget();
  const reader = new Reader();
  const chart = new Chart({ plot }, { reader: () => reader, of: () => ({}), onDirty() {}, announce: (words) => said.push(words) });
  chart.show('A', '1m');
  return {
    chart,
    said,
    press: (key) => plot.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key })),
    answer: async (status, body) => {
      await settled();
      requests.shift()(new Response(JSON.stringify(body), { status }));
      await settled();
      await settled();
    },
  };
}

test('a key that comes before the bars is told so, and answered when they are there', async (t) => {
  const { said, press, answer } = charted(t);
  assert.equal(press('ArrowLeft'), false, 'the page is not moved by it');
  assert.deepEqual(said, ['Loading …']);
  await answer(200, { bars: [bar(1, 2), bar(2, 3)] });
  assert.equal(said.length, 2);
  assert.match(said[1], /Close 3\.00/);
  press('ArrowLeft');
  assert.match(said[2], /Close 2\.00/);
});

test('a key is told that there is nothing, and why', async (t) => {
  const { chart, said, press, answer } = charted(t);
  press('Home');
  await answer(200, { bars: [] });
  assert.deepEqual(said, ['Loading …', 'Nobody has traded yet.']);
  chart.show('B', '1m');
  press('End');
  await answer(403, {});
  assert.equal(said.length, 4);
  assert.notEqual(said[3], said[2]);
});

test('bars that come unasked are not read aloud', async (t) => {
  const { chart, said, press, answer } = charted(t);
  press('x');
  await answer(200, { bars: [bar(1, 2)] });
  chart.take(live(2, 4));
  assert.deepEqual(said, []);
});

test('the bar that is read stays the same when its history comes', async (t) => {
  const { chart, said, press, answer } = charted(t);
  chart.take(live(5, 7));
  press('ArrowLeft');
  assert.match(said[0], /Close 7\.00/);
  await answer(200, { bars: [bar(3, 2), bar(4, 3)] });
  press('ArrowLeft');
  assert.equal(said.length, 2);
  assert.match(said[1], /Close 3\.00/);
});
