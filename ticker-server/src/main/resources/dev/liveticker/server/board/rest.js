/** Questions to the server's REST side: few at a time, with the token, and patient when told to wait. */

const AT_ONCE = 4;
const LONGEST_WAIT_MILLIS = 30_000;
const TRIES = 3;

/** For an answer to be here whole: a dead one is not to hold its place for ever. */
const PATIENCE_MILLIS = 20_000;

/** Where the server is: the folder above. */
const base = new URL('../', import.meta.url);

/** What the server answered instead. */
export class Refused extends Error {
  /** @param {number} status 0 if no answer came @param {string} code */
  constructor(status, code) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

let token = '';
let running = 0;
/** @type {(() => void)[]} */
const waiting = [];

/** @param {string} shown with each request from now on; empty for none */
export function showToken(shown) {
  token = shown;
}

/**
 * @param {string} path such as `v1/bars`
 * @param {Record<string, string | number>} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the answer's JSON
 * @throws {Refused}
 */
export async function ask(path, query, signal) {
  const address = new URL(path, base);
  Object.entries(query).forEach(([name, value]) => address.searchParams.set(name, String(value)));
  while (running >= AT_ONCE) {
    await new Promise((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await patiently(address, signal);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function patiently(address, signal) {
  for (let attempt = 1; ; attempt++) {
    const { ok, status, retryAfter, body } = await once(address, signal);
    if (ok) {
      return body;
    }
    if (retryAfter === 0 || attempt === TRIES) {
      throw new Refused(status, body.code ?? '');
    }
    await pause(Math.min(retryAfter, LONGEST_WAIT_MILLIS), signal);
  }
}

async function once(address, signal) {
  const patience = AbortSignal.timeout(PATIENCE_MILLIS);
  try {
    const answer = await fetch(address, {
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      cache: 'no-store',
    });
    return {
      ok: answer.ok,
      status: answer.status,
      retryAfter: 1000 * (Number(answer.headers.get('Retry-After')) || 0),
      body: answer.ok ? await answer.json() : await answer.json().catch(() => ({})),
    };
  } catch (error) {
    throw signal?.aborted ? error : new Refused(0, 'unreachable');
  }
}

/** Waits, or fails at once with the signal's reason. */
function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal?.aborted) {
      end();
    }
    signal?.addEventListener('abort', end, { once: true });
  });
}
