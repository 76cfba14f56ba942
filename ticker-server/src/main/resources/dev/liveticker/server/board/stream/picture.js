/** How messages make the whole picture of a symbol. */

/** The fields of a session that a quote states only when they changed. */
const SESSION = ['open', 'high', 'low', 'previousClose', 'status', 'volume'];

/**
 * A quote, or a change of status, laid over the picture of its symbol. Prices are stated as a whole: what a quote does
 * not say there is none of.
 *
 * @param {object} before a snapshot
 * @param {object} message
 * @returns {object} a snapshot
 */
export function laid(before, message) {
  if (message.type === 'status') {
    return { ...before, status: message.status, reason: message.reason };
  }
  const session = Object.fromEntries(SESSION.filter((name) => name in before).map((name) => [name, before[name]]));
  return { ...session, ...message, type: 'snapshot' };
}
