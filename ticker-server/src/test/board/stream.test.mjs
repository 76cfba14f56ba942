// How the stream is kept: waiting, ends, positions, subscriptions.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './board.mjs';

const { backoff } = await load('stream/backoff.js');
const { ofClose, ofStatus } = await load('stream/ends.js');
const { Place } = await load('stream/place.js');
const { concerns, frame, keys, union } = await load('stream/wants.js');
const { means } = await load('stream/line.js');

test('a wait is above nothing and at most a second doubled with each attempt, and half a minute in all', () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const ceiling = Math.min(30_000, 1_000 * 2 ** attempt);
    assert.equal(backoff(attempt, 0, () => 0), ceiling);
    const least = backoff(attempt, 0, () => 1 - 2 ** -53);
    assert.ok(least > 0 && least <= 1, `${least}`);
    for (let i = 0; i < 50; i++) {
      const wait = backoff(attempt);
      assert.ok(wait > 0 && wait <= ceiling);
    }
  }
});

test('a wait is never less than the server asked for', () => {
  assert.equal(backoff(0, 7_000, () => 0.5), 7_000);
});

test('ends mean what the protocol says', () => {
  assert.equal(ofClose(1001).next, 'again');
  assert.equal(ofClose(0).why, 'why.lost');
  assert.equal(ofClose(4401).next, 'signin');
  assert.equal(ofClose(1008).next, 'signin');
  assert.equal(ofClose(4401, 'token_expired').why, 'why.tokenExpired');
  assert.equal(ofClose(0, 'token_expired').next, 'signin');
  for (const code of [4403, 4400, 1009]) {
    assert.equal(ofClose(code).next, 'refused');
  }
  assert.equal(ofClose(4408).next, 'again');
  assert.equal(ofClose(4429, 'rate_limited', 9_000).atLeast, 9_000);
  assert.ok(ofClose(4429).atLeast > 0);
  assert.ok(ofClose(1013).atLeast > 0);
});

test('answers over HTTP mean what the protocol says', () => {
  assert.equal(ofStatus({ status: 200 }), null);
  assert.equal(ofStatus({ status: 0 }).why, 'why.unreachable');
  assert.deepEqual(ofStatus({ status: 401, code: 'invalid_token' }), { next: 'signin', why: 'why.tokenInvalid', atLeast: 0 });
  assert.equal(ofStatus({ status: 403 }).next, 'refused');
  assert.equal(ofStatus({ status: 429, retryAfter: 3_000 }).atLeast, 3_000);
  assert.equal(ofStatus({ status: 503, code: 'overloaded', retryAfter: 1_000 }).why, 'why.overloaded');
  assert.equal(ofStatus({ status: 503, code: 'cut_off', retryAfter: 1_000 }).why, 'why.goingAway');
  assert.equal(ofStatus({ status: 503, retryAfter: 1_000 }).atLeast, 1_000);
  assert.equal(ofStatus({ status: 500 }).next, 'again');
});

test('a place moves with what comes in order, and a quote says nothing', () => {
  const place = new Place();
  assert.equal(place.toString(), '');
  place.take({ type: 'welcome', epoch: 'a', seq: 10 });
  place.take({ type: 'quote', seq: 99 });
  place.take({ type: 'bar', seq: 98, closed: false });
  assert.equal(place.toString(), 'a:10');
  place.take({ type: 'bar', seq: 20, closed: true });
  place.take({ type: 'status', seq: 19 });
  place.take({ type: 'heartbeat', seq: 21 });
  assert.equal(place.toString(), 'a:21');
});

test('a welcome in the same numbering skips nothing of what is still to come', () => {
  const place = new Place('a:10');
  place.take({ type: 'welcome', epoch: 'a', seq: 500 });
  assert.equal(place.toString(), 'a:10');
  place.take({ type: 'welcome', epoch: 'b', seq: 3 });
  assert.equal(place.toString(), 'b:3');
});

test('subscriptions are one message for each channel and interval', () => {
  const wanted = keys({ quotes: ['AAPL', 'EURUSD=X'], bars: [{ symbol: 'AAPL', interval: '5m' }] });
  const said = frame('subscribe', wanted, 'a:10');
  assert.equal(said.length, 2);
  assert.deepEqual({ ...said[0], maxRate: 0 }, { type: 'subscribe', channel: 'quotes', symbols: ['AAPL', 'EURUSD=X'], maxRate: 0, since: 'a:10' });
  assert.equal(said[1].interval, '5m');
  assert.deepEqual(frame('unsubscribe', new Set(['bars 1h|T'])), [{ type: 'unsubscribe', channel: 'bars', symbols: ['T'], interval: '1h' }]);
  assert.deepEqual(frame('subscribe', new Set()), []);
});

test('wants of many tabs are united', () => {
  const all = union([keys({ quotes: ['A', 'B'], bars: [] }), keys({ quotes: ['B', 'C'], bars: [] })]);
  assert.deepEqual([...all], ['quotes|A', 'quotes|B', 'quotes|C']);
});

test('a tab is told what it shows and nothing else', () => {
  const wanted = keys({ quotes: ['AAPL'], bars: [{ symbol: 'AAPL', interval: '5m' }] });
  assert.ok(concerns(wanted, { type: 'quote', symbol: 'AAPL' }));
  assert.ok(!concerns(wanted, { type: 'quote', symbol: 'MSFT' }));
  assert.ok(concerns(wanted, { type: 'bar', symbol: 'AAPL', interval: '5m' }));
  assert.ok(!concerns(wanted, { type: 'bar', symbol: 'AAPL', interval: '1m' }));
  assert.ok(concerns(wanted, { type: 'gap' }));
  assert.ok(!concerns(wanted, { type: 'heartbeat' }));
  assert.ok(!concerns(wanted, { type: 'something.new' }));
});

test('tabs share a worker where there are any, else elect, else are alone', () => {
  const all = { SharedWorker: 1, BroadcastChannel: 1, navigator: { locks: {} } };
  assert.equal(means(null, all), 'worker');
  assert.equal(means('elected', all), 'elected');
  assert.equal(means('nonsense', all), 'worker');
  assert.equal(means(null, { BroadcastChannel: 1, navigator: { locks: {} } }), 'elected');
  assert.equal(means(null, { BroadcastChannel: 1, navigator: {} }), 'alone');
  assert.equal(means('worker', { navigator: {} }), 'alone');
});
