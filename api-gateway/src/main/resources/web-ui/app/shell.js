// The frame around every page: navigation, theme, and the page that the path names.
import { html, useEffect, useRef, useState } from './view.js';
import { match, useLocation, useModule, useTitle } from './router.js';
import { Icon } from './ui/icons.js';
import { Head, NotLoaded } from './ui/basics.js';
import { hasKey, signOut, useKeyNeeded } from './api/session.js';
import { useUploads } from './api/uploads.js';
import { SignIn } from './sign-in.js';
import { nextTheme, theme } from './ui/theme.js';

const PLACES = [
  ['Work', [['/', 'Overview', 'home'], ['/datasets', 'Data sets', 'data'], ['/jobs', 'Jobs', 'job'], ['/sweeps', 'Sweeps', 'sweep']]],
  ['Results', [['/compare', 'Compare', 'compare'], ['/leaderboard', 'Leaderboard', 'rank'], ['/try', 'Try a model', 'chat']]],
];
// Pages that no place leads to stand below one that does.
const BELOW = { '/recommendations': '/datasets' };
const ADMINISTRATION = ['Administration', [['/access', 'Access', 'key']]];

export function Shell() {
  const { path } = useLocation();
  const keyNeeded = useKeyNeeded();
  const [open, setOpen] = useState(false);
  const main = useRef();
  const first = useRef(true);
  useEffect(() => {
    setOpen(false);
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [path.split('/').slice(0, 3).join('/')]);
  if (keyNeeded) return html`<main><${SignIn} key=${hasKey()} /></main>`;
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    <div class="frame">
      <div class="bar">
        <${Brand} />
        <button class="icon-button" aria-label="Menu" aria-expanded=${open} aria-controls="rail" onClick=${() => setOpen(!open)}>
          <${Icon} name=${open ? 'close' : 'menu'} />
        </button>
      </div>
      <div class=${`rail ${open ? 'open' : ''}`} id="rail">
        <${Brand} />
        <nav aria-label="Pages">${[...PLACES, ...(hasKey() ? [ADMINISTRATION] : [])].map(([title, places]) => html`<${Group} title=${title} places=${places} path=${path} />`)}</nav>
        <footer><a href="/docs">API reference</a>${hasKey() && html`<button class="button small plain" onClick=${signOut}>Sign out</button>`}<${ThemeButton} /></footer>
      </div>
      <main id="main" tabindex="-1" ref=${main}><${Page} path=${path} /></main>
    </div>`;
}

const Brand = () => html`<a class="brand" href="/"><${Icon} name="brand" />Kernelign</a>`;

function Group({ title, places, path }) {
  const top = `/${path.split('/')[1]}`;
  const current = (to) => (BELOW[top] ?? top) === to;
  return html`<div>
    <h2 id=${`nav-${title}`}>${title}</h2>
    <ul aria-labelledby=${`nav-${title}`}>
      ${places.map(([to, name, icon]) => html`<li>
        <a href=${to} aria-current=${current(to) ? 'page' : undefined}><${Icon} name=${icon} />${name}${to === '/datasets' && html`<${Uploading} />`}</a>
      </li>`)}
    </ul>
  </div>`;
}

/** How many uploads are under way, wherever the reader is. */
function Uploading() {
  const busy = useUploads().filter((upload) => upload.busy);
  if (!busy.length) return null;
  const sent = busy.reduce((sum, upload) => sum + upload.sent, 0) / busy.reduce((sum, upload) => sum + upload.size, 0);
  return html`<span class="count" title="Uploading">${Math.round(sent * 100)} %</span>`;
}

function ThemeButton() {
  const [chosen, setChosen] = useState(theme());
  const next = () => setChosen(nextTheme());
  const names = { system: 'as the system', light: 'light', dark: 'dark' };
  return html`<button class="icon-button" onClick=${next} aria-label=${`Theme: ${names[chosen]}. Change it`} title=${`Theme: ${names[chosen]}`}>
    <${Icon} name=${chosen} />
  </button>`;
}

function Page({ path }) {
  const route = match(path);
  const page = useModule(route?.load, path);
  if (!route) return html`<${Nowhere} path=${path} />`;
  if (!page) return html`<p class="column waiting" role="status">Loading…</p>`;
  if (page.error) return html`<div class="column"><${NotLoaded} error=${page.error} /></div>`;
  const { params } = match(page.key);
  return html`<${page.module.default} key=${params.id ?? ''} ...${params} />`;
}

function Nowhere({ path }) {
  useTitle('Nothing here');
  return html`<div class="column"><${Head} title="There is no page here" /><p class="soft">Nothing is at <code>${path}</code>.</p>
    <div><a class="button" href="/">To the overview</a></div></div>`;
}
