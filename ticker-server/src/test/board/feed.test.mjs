// A feed that loses its connection in every way, with a clock of our own.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load, ManualClock, settled } from './board.mjs';

const { Feed } = await load('stream/feed.js');

function begin({ since, probe = { status: 200 }, choice } = {}) {
  const world = { clock: new ManualClock(), states: [], frames: [], opened: [], probes: 0, probe };
  world.feed = new Feed(
    {
      open(kind, token, ear) {
        const carrier = { kind, token, ear, said: [], closed: false, say: (frame) => carrier.said.push(frame), close: () => (carrier.closed = true) };
        world.opened.push(carrier);
        return carrier;
      },
      async probe() {
        world.probes++;
        return world.probe;
      },
      clock: world.clock,
      onState: (state) => world.states.push(state),
      onFrame: (messages, place) => world.frames.push({ messages, place }),
      random: () => 0,
    },
    since,
  );
  if (choice) {
    world.feed.choose(choice);
  }
  world.feed.want(new Set(['quotes|AAPL']));
  world.feed.start();
  return world;
}

const welcome = (epoch = 'a', seq = 10) => [{ type: 'welcome', epoch, seq, session: 's', heartbeatMillis: 5_000 }];

async function live(options) {
  const world = begin(options);
  await settled();
  world.opened.at(-1).ear.frame(welcome());
  return world;
}

test('it is live when it is welcomed, and subscribes to all at once', async () => {
  const { feed, opened } = await live();
  assert.equal(feed.state.phase, 'live');
  assert.equal(feed.state.carrier, 'websocket');
  assert.deepEqual(opened[0].said, [[{ type: 'subscribe', channel: 'quotes', symbols: ['AAPL'], maxRate: 10 }]]);
});

test('what is wanted later is said as a difference', async () => {
  const { feed, opened } = await live();
  feed.want(new Set(['quotes|MSFT']));
  assert.deepEqual(opened[0].said[1].map(({ type, symbols }) => [type, symbols]), [
    ['unsubscribe', ['AAPL']],
    ['subscribe', ['MSFT']],
  ]);
  feed.want(new Set(['quotes|MSFT']));
  assert.equal(opened[0].said.length, 2);
});

test('after a loss it waits, comes back, and resumes where it was', async () => {
  const { feed, opened, clock } = await live();
  opened[0].ear.frame([{ type: 'status', symbol: 'AAPL', seq: 44 }]);
  opened[0].ear.closed({ code: 1001 });
  assert.equal(feed.state.phase, 'waiting');
  assert.equal(feed.state.until, clock.now() + 1_000);
  await clock.pass(1_000);
  assert.equal(opened.length, 2);
  opened[1].ear.frame(welcome('a', 90));
  assert.equal(opened[1].said[0][0].since, 'a:44');
});

test('what an old connection still says is not heard', async () => {
  const { feed, opened, clock, frames } = await live();
  opened[0].ear.closed({ code: 0 });
  await clock.pass(1_000);
  const before = frames.length;
  opened[0].ear.frame([{ type: 'status', symbol: 'AAPL', seq: 99 }]);
  opened[0].ear.closed({ code: 4401 });
  assert.equal(frames.length, before);
  assert.notEqual(feed.state.phase, 'signin');
});

test('waits grow until a connection has stayed for ten seconds', async () => {
  const { feed, opened, clock } = await live();
  const waits = [];
  for (let i = 0; i < 7; i++) {
    opened.at(-1).ear.closed({ code: 0 });
    waits.push(feed.state.until - clock.now());
    await clock.pass(waits.at(-1));
    opened.at(-1).ear.frame(welcome());
  }
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  for (let i = 0; i < 11; i++) {
    await clock.pass(1_000);
    opened.at(-1).ear.frame([{ type: 'heartbeat', seq: 20 + i }]);
  }
  opened.at(-1).ear.closed({ code: 0 });
  assert.equal(feed.state.until - clock.now(), 1_000);
});

test('silence makes it stale, a word makes it live, and more silence ends it', async () => {
  const { feed, opened, clock } = await live();
  await clock.pass(9_000);
  assert.equal(feed.state.phase, 'stale');
  opened[0].ear.frame([{ type: 'heartbeat', seq: 11 }]);
  assert.equal(feed.state.phase, 'live');
  await clock.pass(17_100);
  assert.equal(feed.state.phase, 'waiting');
  assert.ok(opened[0].closed);
});

test('a server that asks for a token is not hammered, and is tried at once with one', async () => {
  const world = begin({ probe: { status: 401, code: 'unauthenticated' } });
  await settled();
  assert.equal(world.feed.state.phase, 'signin');
  assert.equal(world.feed.state.why, 'why.tokenNeeded');
  await world.clock.pass(600_000);
  assert.equal(world.probes, 1);
  assert.equal(world.opened.length, 0);
  world.probe = { status: 200 };
  world.feed.show('a.b.c');
  await settled();
  assert.equal(world.opened[0].token, 'a.b.c');
});

test('a token that ran out is asked for anew', async () => {
  const { feed, opened } = await live();
  opened[0].ear.frame([{ type: 'error', code: 'token_expired', message: '' }]);
  opened[0].ear.closed({ code: 4401 });
  assert.equal(feed.state.phase, 'signin');
  assert.equal(feed.state.why, 'why.tokenExpired');
});

test('a server that is full is waited for as long as it asks', async () => {
  const world = begin({ probe: { status: 503, retryAfter: 12_000 } });
  await settled();
  assert.equal(world.feed.state.phase, 'waiting');
  assert.equal(world.feed.state.until, world.clock.now() + 12_000);
});

test('where no WebSocket comes through, an event stream is tried at once, and later a WebSocket again', async () => {
  const { feed, opened, clock } = begin();
  await settled();
  assert.equal(opened[0].kind, 'websocket');
  opened[0].ear.closed({ code: 0 });
  await settled();
  assert.equal(opened[1].kind, 'sse');
  opened[1].ear.frame(welcome());
  assert.equal(feed.state.carrier, 'sse');
  for (let i = 0; i < 301; i++) {
    await clock.pass(1_000);
    opened[1].ear.frame([{ type: 'heartbeat', seq: i }]);
  }
  opened[1].ear.closed({ code: 0 });
  await clock.pass(1_000);
  assert.equal(opened[2].kind, 'websocket');
});

test('who chose a transport keeps it', async () => {
  const { opened, clock } = begin({ choice: 'websocket' });
  await settled();
  opened[0].ear.closed({ code: 0 });
  await clock.pass(30_000);
  assert.ok(opened.length > 1);
  assert.deepEqual([...new Set(opened.map((carrier) => carrier.kind))], ['websocket']);
});

test('another transport takes over where the one before was', async () => {
  const { feed, opened } = await live();
  opened[0].ear.frame([{ type: 'heartbeat', seq: 33 }]);
  feed.choose('sse');
  await settled();
  assert.ok(opened[0].closed);
  assert.equal(opened[1].kind, 'sse');
  opened[1].ear.frame(welcome('a', 40));
  assert.equal(opened[1].said[0][0].since, 'a:33');
});

test('a connection that is never welcomed is given up', async () => {
  const { feed, opened, clock } = begin({ choice: 'sse' });
  await settled();
  await clock.pass(10_000);
  assert.ok(opened[0].closed);
  assert.equal(feed.state.phase, 'waiting');
});

test('what was said too fast is said again when the server allows', async () => {
  const { feed, opened, clock } = await live();
  opened[0].ear.frame([{ type: 'error', code: 'rate_limited', message: '', retryAfterMillis: 2_000 }]);
  assert.equal(feed.state.why, 'why.rateLimited');
  await clock.pass(3_000);
  assert.equal(feed.state.why, '');
  assert.equal(opened[0].said.length, 2);
});

test('what was said to be left out is said again, too, on the connection it was said on', async () => {
  const { feed, opened, clock } = await live();
  feed.want(new Set(['quotes|MSFT']));
  const limited = [{ type: 'error', code: 'rate_limited', message: '', retryAfterMillis: 2_000 }];
  opened[0].ear.frame(limited);
  await clock.pass(3_000);
  assert.deepEqual(opened[0].said.at(-1).map(({ type, symbols }) => [type, symbols]), [
    ['unsubscribe', ['AAPL']],
    ['subscribe', ['MSFT']],
  ]);
  feed.want(new Set(['quotes|AAPL']));
  opened[0].ear.frame(limited);
  await clock.pass(3_000);
  assert.deepEqual(opened[0].said.at(-1).map(({ type, symbols }) => [type, symbols]), [
    ['unsubscribe', ['MSFT']],
    ['subscribe', ['AAPL']],
  ]);
  opened[0].ear.closed({ code: 1001 });
  await clock.pass(1_000);
  opened[1].ear.frame(welcome());
  opened[1].ear.frame(limited);
  await clock.pass(3_000);
  assert.deepEqual(opened[1].said.at(-1).map(({ type }) => type), ['subscribe']);
});

test('it goes on from a position it is given', async () => {
  const { opened } = await live({ since: 'a:7' });
  assert.equal(opened[0].said[0][0].since, 'a:7');
});

test('once stopped it says and does nothing', async () => {
  const { feed, opened, clock, states } = await live();
  const before = states.length;
  feed.stop();
  feed.retry();
  feed.show('x.y.z');
  await clock.pass(100_000);
  assert.ok(opened[0].closed);
  assert.equal(opened.length, 1);
  assert.equal(states.length, before);
});
