// Speaks to the API; what it refuses becomes a Problem that names each field.
import { useEffect, useRef, useState } from '../view.js';
import { authorization, keyRefused } from './session.js';

/** Why a request came to nothing: problem details (RFC 9457), or that nobody answered (status 0). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.status = status;
    this.body = body;
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
  }

  /** What is wrong with a field, by its path; nothing where it is right. */
  at(field) {
    return this.errors.find((error) => error.field === field)?.message;
  }

  /** Whether something is wrong with an object, or with anything in it. */
  within(path) {
    return this.errors.some((error) => error.field === path || error.field.startsWith(`${path}.`));
  }
}

export const AWAY = 'The server cannot be reached. Is it running, and is the network there?';

export async function problemOf(response) {
  if (response.status === 401) keyRefused();
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body);
}

async function send(method, path, { body, headers, signal } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      headers: { Accept: 'application/json', ...authorization(), ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, { detail: AWAY });
  }
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? null : response.json();
}

const asked = new Map();

/** Begins to read what a page that is still loading will: the first get of that path takes this answer, unless it has failed before. */
export function getAhead(path) {
  const answer = send('GET', path);
  answer.catch(() => asked.delete(path));
  asked.set(path, answer);
  return answer;
}

export function get(path, options) {
  const answer = asked.get(path);
  asked.delete(path);
  return answer ?? send('GET', path, options);
}

export const post = (path, body, options) => send('POST', path, { ...options, body });
export const put = (path, body) => send('PUT', path, { body });
export const remove = (path) => send('DELETE', path);

/** A path with those of the values that are there as its query. */
export function withQuery(path, values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== '') query.append(name, one);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** All items of a listing that is told page by page; at most so many. */
export async function allOf(path, most = 1000) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(withQuery(path, { limit: 100, cursor }));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < most);
  return items;
}

/**
 * What a request answers, asked anew when its path changes and every so many milliseconds while the page is looked at; a function,
 * one and the same at each call, tells them of the answer or of null before there is one, 0 for never.
 * Of an answer that was there, a later failure takes nothing away. A path of null asks nothing.
 */
export function useGet(path, { every = 0, read = get } = {}) {
  const [state, setState] = useState({ path, data: null, error: null });
  const [turn, setTurn] = useState(0);
  const timing = useRef();
  useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    let answer = null;
    const again = () => {
      const wait = typeof every === 'function' ? every(answer) : every;
      if (wait) timing.current = setTimeout(ask, document.hidden ? wait * 5 : wait);
    };
    const ask = () => read(path, { signal: abort.signal }).then(
      (data) => {
        answer = data;
        setState({ path, data, error: null });
        again();
      },
      (error) => {
        if (error.name === 'AbortError') return;
        setState((old) => ({ path, data: old.path === path ? old.data : null, error }));
        again();
      },
    );
    ask();
    return () => {
      abort.abort();
      clearTimeout(timing.current);
    };
  }, [path, every, turn]);
  const fresh = state.path === path;
  return {
    data: fresh ? state.data : null,
    error: fresh ? state.error : null,
    loading: path !== null && (!fresh || (state.data === null && state.error === null)),
    reload: () => setTurn((n) => n + 1),
  };
}
