import assert from "node:assert/strict";
import { Alpaca } from "@alpacahq/alpaca-trade-api";
import { heard, run, test } from "./suite.mjs";

const { OPEN, GUARDED, TOKEN } = process.env;

function stream(server, secret, options = {}) {
  const alpaca = new Alpaca({ keyId: "any", secret });
  return alpaca.marketData.stockStream({ url: `${server.replace(/^http/, "ws")}/alpaca/v2/iex`, ...options });
}

test("quotes, trades and bars are streamed with only the address changed", async () => {
  const socket = stream(OPEN, "any");
  const quote = heard(socket, "quote");
  const trade = heard(socket, "trade");
  const bar = heard(socket, "bar");
  const day = heard(socket, "daily_bar");
  const subscribed = heard(socket, "subscription");
  const errors = [];
  socket.onError((error) => errors.push(error));
  socket.subscribeForQuotes(["AAPL"]);
  socket.subscribeForTrades(["AAPL", "BTC-USD"]);
  socket.subscribeForBars(["*"]);
  socket.subscribeForDailyBars(["AAPL"]);
  socket.connect();

  const subscription = await subscribed;
  assert.deepEqual(subscription.quotes, ["AAPL"]);
  assert.deepEqual(subscription.trades, ["AAPL", "BTC-USD"]);
  assert.deepEqual(subscription.bars, ["*"]);
  const top = await quote;
  assert.equal(top.symbol, "AAPL");
  assert.ok(top.bidPrice > 0 && top.askPrice >= top.bidPrice && top.bidSize > 0);
  const traded = await trade;
  assert.ok(traded.price > 0 && traded.size > 0);
  assert.match(traded.idRaw, /^\d+$/);
  assert.match(traded.timestampRaw, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
  assert.deepEqual(traded.conditions, ["@"]);
  for (const each of [await bar, await day]) {
    assert.ok(each.high >= each.low && each.open >= each.low && each.close <= each.high);
    assert.ok(each.volume > 0 && each.tradeCount > 0);
    assert.equal(each.timestamp.getUTCSeconds(), 0);
  }

  socket.unsubscribeFromTrades(["BTC-USD"]);
  assert.deepEqual((await heard(socket, "subscription")).trades, ["AAPL"]);
  assert.deepEqual(errors, []);
  socket.disconnect();
});

test("a token is the secret", async () => {
  const socket = stream(GUARDED, TOKEN);
  const quote = heard(socket, "quote");
  socket.subscribeForQuotes(["AAPL"]);
  socket.connect();
  assert.equal((await socket.waitForAuthenticationResult(10_000)).status, "authenticated");
  assert.equal((await quote).symbol, "AAPL");
  socket.disconnect();
});

test("with a wrong secret nobody gets in", async () => {
  const socket = stream(GUARDED, "wrong");
  socket.connect();
  const result = await socket.waitForAuthenticationResult(10_000);
  assert.equal(result.status, "server_rejected");
  assert.equal(result.code, 402);
  socket.disconnect();
});

test("cut off, it comes back by itself and goes on", async () => {
  const socket = stream(OPEN, "any", { initialReconnectMs: 200, backoff: false });
  const first = heard(socket, "quote");
  socket.subscribeForQuotes(["AAPL"]);
  socket.connect();
  await first;
  const back = heard(socket, "reconnected");
  const faults = await fetch(`${OPEN}/v1/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "drop", seconds: 1 }),
  });
  assert.equal(faults.status, 200);
  await back;
  assert.equal((await heard(socket, "quote")).symbol, "AAPL");
  socket.disconnect();
});

await run();
