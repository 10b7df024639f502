// Server-sent events, with Last-Event-ID after every break, and words for when the connection is lost.
import { problemOf, Problem } from './client.js';
import { authorization } from './session.js';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;
const SILENCE = 45_000;

/**
 * Follows a stream of events from the one after lastId on.
 *
 * @param onEvents takes lists of events as they come
 * @param onConnection hears open, lost (it is tried again), ended (there will be no more) or refused, with a Problem
 * @returns how to stop
 */
export function follow(path, { lastId = 0, onEvents, onConnection }) {
  const stop = new AbortController();
  let last = lastId;
  let wait = FIRST_WAIT;

  const read = async () => {
    const attempt = new AbortController();
    const silence = watchdog(() => attempt.abort());
    stop.signal.addEventListener('abort', () => attempt.abort());
    try {
      const response = await fetch(path, { headers: { Accept: 'text/event-stream', ...authorization(), 'Last-Event-ID': String(last) }, signal: attempt.signal });
      if (!response.ok) throw await problemOf(response);
      onConnection('open');
      wait = FIRST_WAIT;
      for await (const batch of batches(response.body, silence.fed)) {
        const told = batch.filter((event) => event.name !== 'end');
        if (told.length) {
          last = told.at(-1).id ?? last;
          onEvents(told.map((event) => JSON.parse(event.data)));
        }
        if (told.length < batch.length) return true;
      }
      return false;
    } finally {
      silence.stop();
    }
  };

  (async () => {
    while (!stop.signal.aborted) {
      try {
        if (await read()) {
          onConnection('ended');
          return;
        }
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof Problem && error.status >= 400 && error.status < 500) {
          onConnection('refused', error);
          return;
        }
      }
      if (stop.signal.aborted) return;
      onConnection('lost');
      await new Promise((done) => setTimeout(done, wait * (0.75 + Math.random() / 2)));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  })();
  return () => stop.abort();
}

function watchdog(bite) {
  let timer;
  const fed = () => {
    clearTimeout(timer);
    timer = setTimeout(bite, SILENCE);
  };
  fed();
  return { fed, stop: () => clearTimeout(timer) };
}

/** The events of a body, those together that came together. */
async function* batches(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    const events = blocks.map(parse).filter((event) => event.data !== '');
    if (events.length) yield events;
  }
}

function parse(block) {
  const event = { id: undefined, name: 'message', data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (field === 'id') event.id = value;
    else if (field === 'event') event.name = value;
    else if (field === 'data') event.data += value;
  }
  return event;
}
