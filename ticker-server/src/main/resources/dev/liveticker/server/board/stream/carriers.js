/**
 * What carries a stream: a WebSocket, or an EventSource with POSTs beside it. Both hand over whole frames and then, once,
 * an end.
 *
 * @typedef {{frame: (messages: object[]) => void, closed: (end: {code: number, retryAfter?: number}) => void}} Ear
 * @typedef {{say: (frame: object[]) => void, close: () => void}} Carrier
 * @typedef {(base: URL, token: string, ear: Ear) => Carrier} Opener
 */

/** @type {Opener} */
export function openWebSocket(base, token, ear) {
  const address = new URL('v1/ws', base);
  address.protocol = address.protocol.replace('http', 'ws');
  // A browser's WebSocket cannot send headers: the token goes among the protocols.
  const socket = new WebSocket(address, ['liveticker.v1.json', ...(token ? [`bearer.${token}`] : [])]);
  socket.onmessage = (event) => ear.frame(JSON.parse(event.data));
  socket.onclose = (event) => ear.closed({ code: event.code === 1006 ? 0 : event.code });
  return {
    say: (frame) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame)),
    close() {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close(1000);
    },
  };
}

/**
 * The stream is opened for nothing and told by POSTs what to carry, so that it is spoken to as a WebSocket is. It is
 * never left to reconnect by itself: how long to wait, and since when to resume, is for the feed to say.
 *
 * @type {Opener}
 */
export function openEventSource(base, token, ear) {
  const address = new URL('v1/events', base);
  if (token) {
    address.searchParams.set('access_token', token);
  }
  const events = new EventSource(address);
  const aborting = new AbortController();
  let session = '';
  let saying = Promise.resolve();
  let open = true;

  const end = (code, retryAfter) => {
    if (open) {
      close();
      ear.closed({ code, retryAfter });
    }
  };
  const close = () => {
    open = false;
    events.close();
    aborting.abort();
  };
  const take = (event) => {
    const messages = JSON.parse(event.data);
    session = messages.find((message) => message.type === 'welcome')?.session ?? session;
    ear.frame(messages);
  };
  const post = async (frame) => {
    const answer = await fetch(new URL(`v1/sessions/${session}/messages`, base), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(frame),
      signal: aborting.signal,
    });
    if (!answer.ok) {
      const seconds = Number(answer.headers.get('Retry-After')) || 0;
      end(answer.status === 401 ? 4401 : answer.status === 429 ? 4429 : 0, 1000 * seconds);
    }
  };

  for (const name of ['message', 'notification', 'heartbeat']) {
    events.addEventListener(name, take);
  }
  events.onerror = () => end(0);
  return {
    say(frame) {
      // One after the other, so that they arrive in the order they were said in.
      saying = saying.then(() => open && post(frame)).catch(() => end(0));
    },
    close,
  };
}
