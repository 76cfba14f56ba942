// The page itself: its words in both languages, its colours, and what must not be in it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { files, load } from './board.mjs';

const { english } = await load('english.js');
const { german } = await load('german.js');
const { locale, preferred, Text } = await load('text.js');

const page = files.get('index.html');
const scripts = [...files].filter(([name]) => name.endsWith('.js') && !['english.js', 'german.js'].includes(name));

test('both languages have the same words, with the same places in them', () => {
  assert.deepEqual(Object.keys(german), Object.keys(english));
  const places = (text) => (text.match(/\{\w+}/g) ?? []).sort();
  for (const key of Object.keys(english)) {
    assert.deepEqual(places(german[key]), places(english[key]), key);
    assert.ok(german[key].length > 0);
  }
});

test('every word the page asks for is there, and none is there for nothing', () => {
  const inPage = [...page.matchAll(/data-(?:text|label|hint)="([^"]+)"/g)].map((match) => match[1]);
  inPage.forEach((key) => assert.ok(key in english, key));
  const all = scripts.map(([, text]) => text).join('\n');
  for (const key of Object.keys(english)) {
    const stem = key.startsWith('phase.') ? 'phase.$' : key.startsWith('rejected.') ? 'rejected.$' : `'${key}'`;
    assert.ok(inPage.includes(key) || all.includes(stem), `${key} is used`);
  }
});

test('a language is chosen by what a person prefers, and figures by where they speak it', () => {
  assert.equal(preferred(['fr-FR', 'de-AT', 'en']), 'de');
  assert.equal(preferred(['fr']), 'en');
  assert.equal(locale('en', ['de-DE', 'en-GB']), 'en-GB');
  assert.equal(locale('de', ['en-US']), 'de');
  assert.equal(new Text('de').of('removeSymbol', { symbol: 'T' }), 'T entfernen');
  assert.equal(new Text('en').of('phase.waiting', { why: 'Gone.', seconds: 0 }), 'Gone. Again in 0 s');
});

/** By WCAG 2.2, "relative luminance". */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const tokens = Object.fromEntries(
  [...files.get('tokens.css').matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, [light, dark]]),
);

test('words can be read on their ground, light and dark', () => {
  const pairs = {
    '--text': ['--ground', '--card', '--raised', '--chosen', '--flash-up', '--flash-down'],
    '--muted': ['--ground', '--card', '--raised', '--chosen'],
    '--up': ['--card', '--raised', '--chosen'],
    '--down': ['--card', '--raised', '--chosen'],
    '--on-accent': ['--accent'],
    '--on-notice': ['--notice'],
    '--accent': ['--card'],
    '--card': ['--up', '--down', '--accent'],
  };
  for (const [ink, grounds] of Object.entries(pairs)) {
    for (const ground of grounds) {
      for (const at of [0, 1]) {
        const measured = contrast(tokens[ink][at], tokens[ground][at]);
        assert.ok(measured >= 4.5, `${ink} on ${ground}, ${at ? 'dark' : 'light'}: ${measured.toFixed(2)}`);
      }
    }
  }
});

test('what is no word but has to be seen stands out, light and dark', () => {
  for (const [ink, ground] of [['--edge', '--card'], ['--accent', '--ground'], ['--accent', '--chosen'], ['--up', '--ground'], ['--down', '--ground']]) {
    for (const at of [0, 1]) {
      const measured = contrast(tokens[ink][at], tokens[ground][at]);
      assert.ok(measured >= 3, `${ink} on ${ground}, ${at ? 'dark' : 'light'}: ${measured.toFixed(2)}`);
    }
  }
});

test('every colour that is used is a token, and every token is used', () => {
  const styles = ['board.css', 'table.css'].map((name) => files.get(name)).join('\n');
  const used = new Set([...`${styles}${files.get('paint.js')}`.matchAll(/(--[a-z-]+)/g)].map((match) => match[1]));
  const known = new Set([...files.get('tokens.css').matchAll(/(--[a-z-]+):/g)].map((match) => match[1]));
  used.forEach((name) => assert.ok(known.has(name), `${name} is a token`));
  known.forEach((name) => assert.ok(used.has(name), `${name} is used`));
  assert.doesNotMatch(styles, /#[0-9a-f]{3,8}\b(?=[;,) ])/i);
});

test('nothing in the page runs or is styled in line, and no text becomes markup', () => {
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i);
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)/i);
  for (const [name, text] of scripts) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.cssText/, name);
  }
});

test('nothing is fetched from elsewhere', () => {
  for (const [name, text] of files) {
    assert.doesNotMatch(text.replaceAll('http://www.w3.org/2000/svg', ''), /(https?|wss?):\/\//, name);
  }
});

test('every module says what it is for and stays small', () => {
  for (const [name, text] of scripts) {
    assert.match(text, /^\/\*/, name);
    assert.ok(text.split('\n').length <= 256, `${name} is short`);
  }
});

test('every field has a name, every button says what it does', () => {
  for (const [input] of page.matchAll(/<input(?![^>]*type="radio")[^>]*>/g)) {
    const id = input.match(/id="([^"]+)"/)[1];
    assert.ok(/data-label=/.test(input) || page.includes(`for="${id}"`), input);
  }
  for (const [, content] of page.matchAll(/<button[^>]*>(.*?)<\/button>/gs)) {
    assert.ok(content.trim().length > 0, content);
  }
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, of] of page.matchAll(/aria-(?:labelledby|describedby|controls)="([^"]+)"/g)) {
    of.split(' ').forEach((id) => assert.ok(ids.includes(id), id));
  }
});
