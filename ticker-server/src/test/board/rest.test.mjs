// Questions to the server, by a fetch of our own.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load, settled } from './board.mjs';

const { ask } = await load('rest.js');
const { openEventSource } = await load('stream/carriers.js');

const answer = (status, body, headers = {}) => new Response(JSON.stringify(body), { status, headers });

/** Holds each request until it is answered, or its signal ends it. */
function server(t) {
  const requests = [];
  t.mock.method(globalThis, 'fetch', (address, { signal }) => {
    const { promise, resolve, reject } = later();
    signal.addEventListener('abort', () => reject(signal.reason));
    requests.push({ address, signal, answer: resolve });
    return promise;
  });
  return requests;
}

function later() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

test('no more than four are asked at once, and each gets its answer', async (t) => {
  const requests = server(t);
  const answers = Promise.all([1, 2, 3, 4, 5, 6].map((n) => ask('v1/bars', { n })));
  await settled();
  assert.equal(requests.length, 4);
  // One that is answered, and one that is asked in the same moment.
  requests[0].answer(answer(200, 1));
  const seventh = Promise.resolve().then(() => ask('v1/bars', { n: 7 }));
  await settled();
  assert.equal(requests.length, 5);
  for (let i = 1; i < 7; i++) {
    requests[i].answer(answer(200, 0));
    await settled();
  }
  assert.equal(requests.length, 7);
  await answers;
  assert.equal(await seventh, 0);
});

test('a request that gets no answer is given up, and its place is free', async (t) => {
  const patience = new AbortController();
  t.mock.method(AbortSignal, 'timeout', () => patience.signal);
  const requests = server(t);
  const dead = [1, 2, 3, 4].map((n) => ask('v1/bars', { n }));
  const next = ask('v1/bars', { n: 5 });
  await settled();
  AbortSignal.timeout.mock.mockImplementation(() => new AbortController().signal);
  patience.abort(new DOMException('', 'TimeoutError'));
  for (const request of dead) {
    await assert.rejects(request, { status: 0 });
  }
  await settled();
  requests[4].answer(answer(200, 5));
  assert.equal(await next, 5);
});

test('who waits as the server asked can be called off', async (t) => {
  const requests = server(t);
  const calling = new AbortController();
  const asked = ask('v1/bars', {}, calling.signal);
  await settled();
  requests[0].answer(answer(429, {}, { 'Retry-After': '30' }));
  await settled();
  calling.abort();
  await assert.rejects(asked, { name: 'AbortError' });
  assert.equal(requests.length, 1);
});

test('an event stream that is told a date to come again waits as long as any other', async (t) => {
  const requests = server(t);
  globalThis.EventSource = class {
    listeners = {};
    constructor() {
      globalThis.EventSource.newest = this;
    }
    addEventListener(name, run) {
      this.listeners[name] = run;
    }
    close() {}
  };
  t.after(() => delete globalThis.EventSource);
  const ends = [];
  const carrier = openEventSource(new URL('http://x/'), '', { frame: () => {}, closed: (end) => ends.push(end) });
  carrier.say([]);
  await settled();
  requests[0].answer(answer(503, {}, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }));
  await settled();
  await settled();
  assert.deepEqual(ends, [{ code: 0, retryAfter: 0 }]);
});
