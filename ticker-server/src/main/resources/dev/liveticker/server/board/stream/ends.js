/** What the end of a connection means, by docs/protocol.md, "Ends". */

/**
 * @typedef {{next: 'again' | 'signin' | 'refused', why: string, atLeast: number}} Verdict
 *   why is a key of the texts; atLeast, in milliseconds, the least time to wait
 */

const CROWDED_MILLIS = 5_000;

/** @param {string} why @param {number} [atLeast] @returns {Verdict} */
const again = (why, atLeast = 0) => ({ next: 'again', why, atLeast });

/**
 * Of a WebSocket, or of an event stream, which ends without a code.
 *
 * @param {number} code a close code; 0 where there was none
 * @param {string} [error] the code of the last `error` the server sent, if any
 * @param {number} [retryAfter] milliseconds it asked for
 * @returns {Verdict}
 */
export function ofClose(code, error = '', retryAfter = 0) {
  switch (code) {
    case 1000:
    case 1001:
      return again('why.goingAway');
    case 1008:
    case 4401:
      return { next: 'signin', why: signin(error), atLeast: 0 };
    case 4403:
      return { next: 'refused', why: 'why.forbidden', atLeast: 0 };
    case 4400:
    case 1009:
      return { next: 'refused', why: 'why.misunderstood', atLeast: 0 };
    case 4408:
      return again('why.tooSlow');
    case 4429:
      return again('why.rateLimited', Math.max(retryAfter, CROWDED_MILLIS));
    case 1013:
      return again('why.overloaded', Math.max(retryAfter, CROWDED_MILLIS));
    default:
      return error === 'token_expired' || error === 'invalid_token'
        ? { next: 'signin', why: signin(error), atLeast: 0 }
        : again('why.lost', retryAfter);
  }
}

/**
 * Of a request over HTTP.
 *
 * @param {{status: number, code?: string, retryAfter?: number}} answer status 0 where none came; retryAfter in
 *   milliseconds
 * @returns {Verdict | null} null if there is nothing wrong
 */
export function ofStatus({ status, code = '', retryAfter = 0 }) {
  if (status >= 200 && status < 300) {
    return null;
  }
  switch (status) {
    case 0:
      return again('why.unreachable');
    case 401:
      return { next: 'signin', why: signin(code), atLeast: 0 };
    case 403:
      return { next: 'refused', why: 'why.forbidden', atLeast: 0 };
    case 429:
      return again('why.rateLimited', retryAfter);
    case 503:
      return again(code === 'overloaded' ? 'why.overloaded' : 'why.goingAway', retryAfter);
    default:
      return again('why.failed', retryAfter);
  }
}

/** @param {string} code @returns {string} */
function signin(code) {
  return { token_expired: 'why.tokenExpired', invalid_token: 'why.tokenInvalid' }[code] ?? 'why.tokenNeeded';
}
