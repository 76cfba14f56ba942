// Live quotes over Server-Sent Events, with the `eventsource` package. It reconnects and resumes by itself.
import { EventSource } from 'eventsource';
import { server, show, symbols } from './quotes.mjs';

const address = new URL('/v1/events', server);
address.searchParams.set('symbols', symbols.join(','));
const events = new EventSource(address);
const take = (event) => {
  if (!show(JSON.parse(event.data))) {
    events.close();
  }
};
events.addEventListener('message', take);
events.addEventListener('notification', take);
events.addEventListener('error', (error) => console.error(error.message ?? 'connection lost, trying again'));
