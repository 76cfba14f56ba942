import assert from "node:assert/strict";
import { io } from "socket.io-client";
import { heard, run, test } from "./suite.mjs";

const { OPEN, GUARDED, TOKEN, EXPIRED } = process.env;

function client(url, options = {}) {
  return io(url, { forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 500, ...options });
}

async function upgraded(socket) {
  if (socket.io.engine.transport.name !== "websocket") {
    await heard(socket.io.engine, "upgrade");
  }
}

const TRANSPORTS = { polling: ["polling"], websocket: ["websocket"], upgrade: ["polling", "websocket"] };

for (const [how, transports] of Object.entries(TRANSPORTS)) {
  test(`rooms by ${how}`, async () => {
    const socket = client(OPEN, { transports });
    await heard(socket, "connect");
    if (how === "upgrade") {
      await upgraded(socket);
    }
    assert.equal(socket.io.engine.transport.name, transports.at(-1));

    const whole = heard(socket, "quote");
    const trade = heard(socket, "trade");
    const answer = await socket.emitWithAck("join-room", ["aapl", "NOPE"]);
    assert.deepEqual(answer, { accepted: ["AAPL"], rejected: [{ symbol: "NOPE", code: "unknown_symbol" }] });
    assert.equal((await whole).type, "snapshot");
    assert.equal((await whole).symbol, "AAPL");
    const next = await heard(socket, "quote", (quote) => quote.type === "quote");
    assert.ok(next.bid > 0 && next.ask >= next.bid);
    assert.ok((await trade).price > 0);

    const other = heard(socket, "quote", (quote) => quote.symbol === "BTC-USD");
    socket.emit("join-room", "BTC-USD");
    await other;
    assert.deepEqual(await socket.emitWithAck("leave-room", "AAPL"), { accepted: ["AAPL"], rejected: [] });
    const left = [];
    socket.on("quote", (quote) => left.push(quote.symbol));
    while (left.length < 5) {
      await heard(socket, "quote");
    }
    assert.ok(!left.includes("AAPL"));
    socket.disconnect();
  });
}

test("an upgrade in the middle of a stream loses no trade and repeats none", async () => {
  const socket = client(OPEN);
  const ids = [];
  socket.on("trade", (trade) => ids.push(trade.tradeId));
  socket.on("connect", () => socket.emit("join-room", "BTC-USD"));
  await heard(socket, "connect");
  await upgraded(socket);
  while (ids.length < 20) {
    await heard(socket, "trade");
  }
  ids.slice(1).forEach((id, i) => assert.equal(id, ids[i] + 1));
  socket.disconnect();
});

test("what cannot be is said", async () => {
  const socket = client(OPEN);
  await heard(socket, "connect");
  assert.equal((await socket.emitWithAck("dance")).error.code, "unknown_event");
  const error = heard(socket, "error");
  socket.emit("join-room", 7);
  assert.equal((await error).code, "bad_arguments");
  socket.disconnect();
});

test("another namespace is refused", async () => {
  const socket = client(`${OPEN}/admin`);
  assert.equal((await heard(socket, "connect_error")).message, "Invalid namespace");
  socket.disconnect();
});

test("binary is refused", async () => {
  const socket = client(OPEN, { transports: ["websocket"], reconnection: false });
  await heard(socket, "connect");
  const gone = heard(socket, "disconnect");
  const error = heard(socket, "error");
  socket.emit("photo", Buffer.from([1, 2, 3]));
  assert.match((await error).message, /binary/);
  await gone;
});

for (const transports of [["polling"], ["websocket"]]) {
  test(`without a token, with a wrong one and with an old one nobody gets in by ${transports}`, async () => {
    for (const [auth, code] of [
      [undefined, "unauthenticated"],
      [{ token: "wrong" }, "invalid_token"],
      [{ token: EXPIRED }, "token_expired"],
    ]) {
      const socket = client(GUARDED, { auth, transports });
      assert.equal((await heard(socket, "connect_error")).data.code, code);
      assert.ok(!socket.connected);
      socket.disconnect();
    }
  });

  test(`with a token it is let in by ${transports}`, async () => {
    const socket = client(GUARDED, { auth: { token: TOKEN }, transports });
    await heard(socket, "connect");
    assert.deepEqual(await socket.emitWithAck("join-room", "AAPL"), { accepted: ["AAPL"], rejected: [] });
    assert.equal((await socket.emitWithAck("authenticate", { token: TOKEN })).user, "ana");
    socket.disconnect();
  });
}

test("cut off, it comes back by itself and joins again", async () => {
  const socket = client(OPEN);
  socket.on("connect", () => socket.emit("join-room", "AAPL"));
  await heard(socket, "quote");
  const gone = heard(socket, "disconnect");
  const back = heard(socket, "connect");
  const faults = await fetch(`${OPEN}/v1/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "drop", seconds: 1 }),
  });
  assert.equal(faults.status, 200);
  await gone;
  await back;
  assert.equal((await heard(socket, "quote")).symbol, "AAPL");
  socket.disconnect();
});

await run();
