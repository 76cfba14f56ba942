/** The board, put together. */
import { Chart } from './chart.js';
import { Connection } from './connection.js';
import { Emptiness } from './emptiness.js';
import { beginning, Instruments } from './instruments.js';
import { Market } from './market.js';
import { Pulse } from './pulse.js';
import { Quotation } from './quotation.js';
import { Reader } from './reader.js';
import { ask } from './rest.js';
import { Search } from './search.js';
import { Settings } from './settings.js';
import { SignIn } from './signin.js';
import { Tab } from './tab.js';
import { Table } from './table.js';
import { preferred } from './text.js';
import { Trends } from './trends.js';
import { MOST, Watchlist } from './watchlist.js';

const $ = (id) => document.getElementById(id);
const announce = (words) => ($('announce').textContent = words);

const settings = new Settings($('settings'), { language: preferred(navigator.languages) }, chosen);
const reader = new Reader();
reader.speak(settings.get('language'), navigator.languages);
const read = () => reader;

const watchlist = new Watchlist(() => localStorage);
const market = new Market();
const instruments = new Instruments();
const trends = new Trends(ask);
const of = (symbol) => ({
  picture: market.of(symbol),
  instrument: instruments.of(symbol),
  rejection: market.rejection(symbol),
  trend: trends.of(symbol),
});

const pulse = new Pulse(draw);
const emptiness = new Emptiness($('empty'), reader);
const table = new Table($('market').querySelector('table'), $('row'), {
  symbols: () => watchlist.symbols,
  of,
  reader: read,
  onChoose: choose,
  onRemove: remove,
});
const chart = new Chart(
  { plot: $('plot'), canvas: $('plot').querySelector('canvas'), readout: $('readout'), state: $('chart-state') },
  { reader: read, of, onDirty: () => pulse.ask(), announce },
);
const quotation = new Quotation($('chart'), read);
const connection = new Connection(
  { words: $('words'), retry: $('retry'), source: $('source'), asof: $('asof') },
  { reader: read, announce, onRetry: () => tab.retry() },
);
const signIn = new SignIn($('signin'), { reader: read, onToken: (token) => tab.show(token) });
new Search($('search'), $('found'), {
  reader: read,
  watched: (symbol) => watchlist.symbols.includes(symbol),
  onPick: add,
  announce,
});

let epoch = '';
let shown = '';
const tab = new Tab({
  want: () => ({ quotes: watchlist.symbols, bars: chart.wants }),
  carrier: () => settings.get('carrier'),
  onCarrier: (carrier) => settings.set('carrier', carrier),
  onToken: identify,
  onState(state) {
    connection.show(state);
    signIn.show(state);
  },
  onLive: arrive,
  onMessage: take,
  onMissed: () => chart.load(),
});

$('filter').addEventListener('input', (event) => {
  table.filter(event.target.value);
  explain();
});
$('restore').addEventListener('click', begin);
$('signout').addEventListener('click', () => tab.show(''));
$('chart').addEventListener('change', () => plot(chart.symbol));
document.addEventListener('visibilitychange', enquire);
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.target.closest('input')) {
    event.preventDefault();
    $('search').focus();
  }
});
addEventListener('storage', ({ key }) => {
  watchlist.reread(key);
  if (settings.reread(key) === 'language') {
    chosen('language');
  }
  pulse.ask();
});
watchlist.onChange(listChanged);
listChanged();

/** Another token may allow other symbols: once it is let in, all is asked anew. */
function identify(token) {
  $('signout').hidden = token === '';
  if (token !== shown) {
    shown = token;
    epoch = '';
    trends.keep([]);
  }
}

function take(message) {
  market.take(message);
  chart.take(message);
  pulse.ask();
}

/** The server is there: what it could not be asked before is asked now. */
function arrive(server) {
  if (server.epoch !== epoch) {
    // It began anew, and may have another past.
    epoch = server.epoch;
    trends.keep([]);
    chart.load();
  } else {
    chart.mend();
  }
  if (watchlist.fresh) {
    begin();
  }
  enquire();
}

function enquire() {
  if (tab.live && !document.hidden) {
    const known = (symbol) => {
      table.update([symbol]);
      pulse.ask();
    };
    instruments.load(watchlist.symbols, known);
    trends.load(watchlist.symbols, known);
  }
}

async function begin() {
  try {
    const symbols = await beginning();
    emptiness.learn(symbols.length === 0);
    watchlist.set(symbols);
  } catch {
    // The connection says what is wrong; with it comes the next try.
    explain();
  }
}

function listChanged() {
  market.keep(watchlist.symbols);
  trends.keep(watchlist.symbols);
  table.arrange();
  if (watchlist.symbols.includes(chart.symbol)) {
    tab.want();
  } else {
    choose(watchlist.symbols[0] ?? '');
  }
  enquire();
  explain();
  pulse.ask();
}

function explain() {
  emptiness.show({ rows: table.size, watchlist, filter: $('filter').value });
}

function add(symbol) {
  const added = watchlist.add(symbol);
  if (!added && watchlist.full) {
    announce(reader.text.of('full', { most: MOST }));
    return;
  }
  choose(symbol);
  announce(reader.text.of(added ? 'added' : 'chooseSymbol', { symbol }));
}

function remove(symbol) {
  watchlist.remove(symbol);
  announce(reader.text.of('removed', { symbol }));
  if (watchlist.symbols.length === 0) {
    $('search').focus();
  }
}

function choose(symbol) {
  table.choose(symbol);
  plot(symbol);
}

function plot(symbol) {
  $('chart').hidden = symbol === '';
  $('chart-title').textContent = symbol;
  chart.show(symbol, $('chart').querySelector('[name=interval]:checked').value);
  tab.want();
  pulse.ask();
}

function chosen(name, value) {
  if (name === 'carrier') {
    tab.choose(value);
  } else if (name === 'language') {
    reader.speak(settings.get('language'), navigator.languages);
    table.rewrite();
    connection.write();
    explain();
  }
  pulse.ask();
}

function draw() {
  const changed = market.drain();
  for (const symbol of changed) {
    const { time, last } = market.of(symbol) ?? {};
    if (last !== undefined) {
      trends.add(symbol, time, last);
    }
  }
  table.update(changed);
  if (chart.symbol) {
    quotation.write(of(chart.symbol));
    chart.draw();
  }
}
