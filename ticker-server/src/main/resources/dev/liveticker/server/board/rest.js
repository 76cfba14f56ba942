/** Questions to the server's REST side: few at a time, with the token, and patient when told to wait. */

const AT_ONCE = 4;
const LONGEST_WAIT_MILLIS = 30_000;
const TRIES = 3;

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
  if (running >= AT_ONCE) {
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
    const answer = await fetch(address, {
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      signal,
      cache: 'no-store',
    }).catch((error) => {
      throw error.name === 'AbortError' ? error : new Refused(0, 'unreachable');
    });
    if (answer.ok) {
      return answer.json();
    }
    const retryAfter = 1000 * Number(answer.headers.get('Retry-After'));
    if (!(retryAfter > 0) || attempt === TRIES) {
      const problem = await answer.json().catch(() => ({}));
      throw new Refused(answer.status, problem.code ?? '');
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(retryAfter, LONGEST_WAIT_MILLIS)));
  }
}
