// Files on their way to the server, by tus: what arrived stays, and a broken connection goes on where it broke.
import { get, Problem, problemOf, withQuery } from './client.js';
import { authorization } from './session.js';
import { useEffect, useState } from '../view.js';

const protocol = () => ({ 'Tus-Resumable': '1.0.0', ...authorization() });
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;
const ASK_EVERY = 700;

const uploads = new Set();
const listeners = new Set();

function tell(upload, change) {
  Object.assign(upload, change);
  listeners.forEach((listener) => listener());
}

/** All uploads of this window, newest first. */
export function useUploads() {
  const [, render] = useState(0);
  useEffect(() => {
    const listener = () => render((n) => n + 1);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return [...uploads].reverse();
}

/**
 * Begins an upload. Its state is sending, waiting (the connection is lost), importing, completed (datasetId), refused or
 * failed (problem).
 */
export function upload(file, options) {
  const it = { file, options, name: file.name, size: file.size, sent: 0, rows: 0, state: 'sending', busy: true, wait: FIRST_WAIT };
  uploads.add(it);
  tell(it, {});
  run(it);
  return it;
}

/** Ends an upload, or takes one that has ended off the list. */
export function dismiss(it) {
  it.gone = true;
  it.request?.abort();
  if (it.busy && it.url) fetch(it.url, { method: 'DELETE', headers: protocol() }).catch(() => {});
  uploads.delete(it);
  tell(it, { busy: false });
}

/** Ends the wait for the next try. */
export const retryNow = (it) => it.hurry?.();

async function run(it) {
  while (!it.gone) {
    try {
      await step(it);
      if (!it.busy) return;
    } catch (error) {
      if (it.gone) return;
      if (error instanceof Problem && error.status && error.status !== 409 && error.status < 500) {
        tell(it, { state: 'failed', busy: false, problem: error });
        return;
      }
      await pause(it);
    }
  }
}

/** Waits before the next try, longer each time; the network's return or the reader ends the wait. */
async function pause(it) {
  tell(it, { state: 'waiting', retryAt: Date.now() + it.wait });
  await new Promise((done) => {
    const timer = setTimeout(done, it.wait);
    it.hurry = () => {
      clearTimeout(timer);
      done();
    };
    addEventListener('online', it.hurry, { once: true });
  });
  removeEventListener('online', it.hurry);
  it.wait = Math.min(it.wait * 2, LONGEST_WAIT);
}

async function step(it) {
  if (!it.url) it.url = await create(it);
  if (it.state === 'waiting' || it.state === 'sending') {
    const sent = it.state === 'waiting' ? await offset(it) : it.sent;
    if (sent < it.size || it.size === 0) {
      tell(it, { state: 'sending', sent });
      await sendFrom(it, sent);
    }
    tell(it, { state: 'importing', sent: it.size });
  }
  await imported(it);
}

async function create(it) {
  const name = btoa(String.fromCodePoint(...new TextEncoder().encode(it.name)));
  const response = await fetch(withQuery('/api/v1/uploads', it.options), {
    method: 'POST',
    headers: { ...protocol(), 'Upload-Length': String(it.size), 'Upload-Metadata': `filename ${name}` },
  });
  if (!response.ok) throw await problemOf(response);
  return response.headers.get('Location');
}

async function offset(it) {
  const response = await fetch(it.url, { method: 'HEAD', headers: protocol() });
  if (!response.ok) throw new Problem(response.status, { detail: 'The server has forgotten this upload: it lay too long. Upload the file again.' });
  return Number(response.headers.get('Upload-Offset'));
}

/** By XMLHttpRequest, which alone tells how much has been sent. */
function sendFrom(it, from) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    it.request = request;
    request.open('PATCH', it.url);
    Object.entries({ ...protocol(), 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) })
      .forEach(([header, value]) => request.setRequestHeader(header, value));
    request.upload.onprogress = (event) => {
      it.wait = FIRST_WAIT;
      tell(it, { sent: from + event.loaded });
    };
    request.onload = () => {
      if (request.status < 300) done();
      else fail(new Problem(request.status, json(request.responseText)));
    };
    request.onerror = () => fail(new Error('lost'));
    request.onabort = request.onerror;
    request.send(it.file.slice(from));
  });
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function imported(it) {
  while (!it.gone) {
    const view = await get(it.url);
    if (view.state === 'completed') {
      tell(it, { state: 'completed', busy: false, datasetId: view.datasetId, rows: view.rowsValidated });
      return;
    }
    if (view.state === 'refused' || view.state === 'failed') {
      tell(it, { state: view.state, busy: false, problem: new Problem(view.problem?.status ?? 422, view.problem ?? {}) });
      return;
    }
    tell(it, { state: 'importing', rows: view.rowsValidated });
    await new Promise((done) => setTimeout(done, ASK_EVERY));
  }
}
