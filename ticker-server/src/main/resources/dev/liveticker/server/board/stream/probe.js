/** Asks the server why a stream cannot be had: a browser tells nobody the status a WebSocket's handshake ended with. */

const PATIENCE_MILLIS = 8_000;

/**
 * @param {URL} base
 * @param {string} token may be empty
 * @returns {Promise<{status: number, code?: string, retryAfter?: number}>} status 0 if no answer came; retryAfter in
 *   milliseconds
 */
export async function probe(base, token) {
  try {
    // A question that asks for a token where the server does, and whose answer is short.
    const answer = await fetch(new URL('v1/instruments?query=~', base), {
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
      cache: 'no-store',
    });
    const problem = answer.ok ? {} : await answer.json().catch(() => ({}));
    return {
      status: answer.status,
      code: problem.code,
      retryAfter: 1000 * (Number(answer.headers.get('Retry-After')) || 0),
    };
  } catch {
    return { status: 0 };
  }
}
