// Which page is at which path; the address bar is the only state of navigation.
import { useEffect, useState } from './view.js';
import { download } from './api/downloads.js';

const ROUTES = [
  ['/', () => import('./pages/home.js')],
  ['/datasets', () => import('./pages/datasets.js')],
  ['/datasets/:id', () => import('./pages/dataset.js')],
  ['/datasets/:id/:tab', () => import('./pages/dataset.js')],
  ['/recommendations/:id', () => import('./pages/recommendation.js')],
  ['/jobs', () => import('./pages/jobs.js')],
  ['/jobs/new', () => import('./pages/new-job.js')],
  ['/jobs/:id', () => import('./pages/job.js')],
  ['/jobs/:id/:tab', () => import('./pages/job.js')],
  ['/sweeps', () => import('./pages/sweeps.js')],
  ['/sweeps/new', () => import('./pages/new-sweep.js')],
  ['/sweeps/:id', () => import('./pages/sweep.js')],
  ['/compare', () => import('./pages/compare.js')],
  ['/leaderboard', () => import('./pages/leaderboard.js')],
  ['/access', () => import('./pages/access.js')],
  ['/access/:tab', () => import('./pages/access.js')],
  ['/try', () => import('./pages/try.js')],
  ['/try/:id', () => import('./pages/try.js')],
].map(([pattern, load]) => ({ pattern: pattern.split('/'), load }));

// What the server answers itself.
const ELSEWHERE = /^\/(api|v1|docs|openapi|swagger-ui|actuator|assets)(\/|$)/;

const listeners = new Set();
const tell = () => listeners.forEach((listener) => listener());

/** The route of a path: its module's loader and its parameters; nothing where there is no page. */
export function match(path) {
  const parts = path.replace(/(.)\/$/, '$1').split('/');
  for (const { pattern, load } of ROUTES) {
    if (pattern.length === parts.length && pattern.every((part, i) => part.startsWith(':') ? parts[i] : part === parts[i])) {
      const named = pattern.map((part, i) => [part.slice(1), decodeURIComponent(parts[i])]);
      return { load, params: Object.fromEntries(named.filter((_, i) => pattern[i].startsWith(':'))) };
    }
  }
  return null;
}

/** Goes to a path of ours; with replace it takes the place of the present one in the history. */
export function navigate(url, { replace = false } = {}) {
  if (url !== location.pathname + location.search) {
    history[replace ? 'replaceState' : 'pushState'](null, '', url);
    tell();
  }
}

/** The present path and query, rendered anew when they change. */
export function useLocation() {
  const [, render] = useState(0);
  useEffect(() => {
    const listener = () => render((n) => n + 1);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** The query as an object, and how to change some of it: an empty value leaves the URL. */
export function useQuery() {
  const { query } = useLocation();
  const change = (values) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '' || value == null) next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    navigate(location.pathname + (text && `?${text}`), { replace: true });
  };
  return [Object.fromEntries(query), change];
}

/**
 * What a loader of modules gives, {module} or {error}, loaded anew when the key changes; what was there before stays until the new
 * one is here. Null before the first.
 */
export function useModule(load, key) {
  const [loaded, setLoaded] = useState(null);
  useEffect(() => {
    let stale = false;
    load?.().then(
      (module) => stale || setLoaded({ key, module }),
      (error) => stale || setLoaded({ key, error }),
    );
    return () => {
      stale = true;
    };
  }, [key]);
  return loaded;
}

export function useTitle(title) {
  useEffect(() => {
    document.title = title ? `${title} · Kernelign` : 'Kernelign';
  }, [title]);
}

addEventListener('popstate', tell);
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.target || link.origin !== location.origin) return;
  if (link.hasAttribute('download')) {
    if (download(link)) event.preventDefault();
    return;
  }
  if (ELSEWHERE.test(link.pathname) || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
});
