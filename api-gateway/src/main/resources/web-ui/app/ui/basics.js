// Small pieces: badges, times, notices, figures, tabs, fields.
import { html, useEffect, useRef, useState } from '../view.js';
import { AWAY } from '../api/client.js';
import { clockTime, fullTime, shortTime, words } from './format.js';
import { Icon } from './icons.js';

const TONES = {
  queued: '', received: '', receiving: 'live', fetching: 'live', selecting: 'live', training: 'live', evaluating: 'live', running: 'live', importing: 'live', sending: 'live',
  succeeded: 'good', completed: 'good', failed: 'bad', refused: 'bad', cancelled: '', paused: 'warn', waiting: 'warn',
};

export const State = ({ state, paused }) => {
  const shown = paused ? 'paused' : state;
  return html`<span class=${`badge ${TONES[shown] ?? ''}`}>${words(shown)}</span>`;
};

/** A moment; how long ago it was grows while one looks. */
export function Time({ at, clock = false }) {
  const [, render] = useState(0);
  useEffect(() => {
    const timer = clock ? null : setInterval(() => render((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (!at) return '–';
  return html`<time datetime=${at} onPointerEnter=${(event) => { event.currentTarget.title = fullTime(at); }}>${clock ? clockTime(at) : shortTime(at)}</time>`;
}

export const Tag = ({ children }) => html`<span class="tag">${children}</span>`;

export function Head({ crumbs, title, aside, facts, children }) {
  return html`<header class="head">
    <div>
      ${crumbs && html`<nav class="crumb" aria-label="Breadcrumb">${crumbs}</nav>`}
      <div class="title"><h1>${title}</h1>${aside}</div>
      ${facts && html`<div class="facts">${facts}</div>`}
    </div>
    ${children && html`<div class="actions">${children}</div>`}
  </header>`;
}

export const Card = ({ title, note, aside, flush, children, ...rest }) => html`<section class="card" ...${rest}>
  ${(title || aside) && html`<header><h2>${title}</h2>${note && html`<p>${note}</p>`}${aside}</header>`}
  <div class=${flush ? 'flush' : 'body'}>${children}</div>
</section>`;

export const Section = ({ title, note, aside, children }) => html`<section class="section">
  <header><h2>${title}</h2>${note && html`<p>${note}</p>`}${aside}</header>
  ${children}
</section>`;

export const Empty = ({ title, children }) => html`<div class="empty"><h2>${title}</h2>${children}</div>`;

/** @param tone good, warn, bad or nothing; @param onClose shows a button for it */
export const Notice = ({ tone = '', title, onClose, children, role }) => html`<div class=${`notice ${tone}`} role=${role ?? (tone === 'bad' ? 'alert' : 'status')}>
  <div>${title && html`<strong>${title}</strong>`}${children}</div>
  ${onClose && html`<button class="icon-button close" aria-label="Dismiss" onClick=${onClose}><${Icon} name="close" /></button>`}
</div>`;

/** A problem in its own words, with what it says of each field, and a way to try again. */
export function ErrorNotice({ error, title, hint, retry, onClose }) {
  const listed = error.errors?.length > 1 || (error.errors?.length === 1 && error.errors[0].message !== error.message);
  return html`<${Notice} tone="bad" title=${title ?? (error.status === 0 ? 'No connection' : 'This did not work')} onClose=${onClose}>
    <p>${error.message}</p>
    ${listed && html`<ul>${error.errors.slice(0, 10).map((one) => html`<li>${one.message}</li>`)}</ul>`}
    ${error.errors?.length > 10 && html`<p class="quiet">and ${error.errors.length - 10} more</p>`}
    ${hint && html`<p class="quiet">${hint}</p>`}
    ${error.requestId && error.status >= 500 && html`<p class="quiet small">Request ${error.requestId}</p>`}
    ${retry && html`<p><button class="button small" onClick=${retry}>Try again</button></p>`}
  <//>`;
}

/** In the place of what a module would have shown. */
export const NotLoaded = ({ error }) => html`<${ErrorNotice} error=${error} title="This part did not load"
  hint="The server may be away, or run a newer version than this window: reload it." />`;

/** Said above what is still shown from before. */
export const Stale = ({ error }) => error && html`<${Notice} tone="warn"><p>${error.message === AWAY ? 'The server cannot be reached; what is shown is from before. It is tried again.' : error.message}</p><//>`;

export const Waiting = ({ children = 'Loading…' }) => html`<p class="waiting" role="status">${children}</p>`;

/** @param share 0 to 1; null while nobody knows */
export function Progress({ share, label }) {
  const known = share !== null && share !== undefined;
  return html`<div class=${`progress ${known ? '' : 'unknown'}`} role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${known ? Math.round(share * 100) : undefined}>
    <i style=${known ? { transform: `scaleX(${Math.min(1, share)})` } : undefined}></i>
  </div>`;
}

/** Figures side by side: each [name, value, remark]. */
export const Figures = ({ items }) => html`<dl class="figures">${items.filter(Boolean).map(([name, value, remark]) => html`<div>
  <dt>${name}</dt><dd>${value}${remark && html` <small>${remark}</small>`}</dd>
</div>`)}</dl>`;

/** Links to the parts of a page: each [path, name, count]. */
export const Tabs = ({ label, items, current }) => html`<nav class="tabs" aria-label=${label}>${items.filter(Boolean).map(([path, name, count]) => html`
  <a href=${path} aria-current=${path === current ? 'page' : undefined}>${name}${count !== undefined && html`<span class="count">${count}</span>`}</a>`)}
</nav>`;

let fields = 0;

/** A labelled control with its hint and what is wrong with it. @param control takes the attributes that tie it to them */
export function Field({ label, hint, error, control, className = '' }) {
  const id = useRef(`field-${++fields}`).current;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class=${`field ${className}`}>
    <label for=${id}>${label}</label>
    ${control({ id, class: 'input', 'aria-invalid': error ? 'true' : undefined, 'aria-describedby': described || undefined })}
    ${error && html`<p class="error" id=${`${id}-error`}>${error}</p>`}
    ${hint && html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
  </div>`;
}

/** A choice of few: options are [value, name]. */
export const Select = ({ attributes, value, options, onChange }) => html`<select ...${attributes} onChange=${(event) => onChange(event.target.value)}>
  ${options.map(([option, name]) => html`<option value=${option} selected=${option === value}>${name}</option>`)}
</select>`;

/** A choice that is seen whole: options are [value, name]. */
export function Segments({ legend, name, value, options, onChange }) {
  return html`<fieldset><legend class="unseen">${legend}</legend><div class="segments">
    ${options.map(([option, text]) => html`<label><input type="radio" name=${name} value=${option} checked=${option === value} onChange=${() => onChange(option)} />${text}</label>`)}
  </div></fieldset>`;
}

/** A question before something that cannot be undone. */
export function Confirm({ title, children, action, onConfirm, onClose }) {
  const dialog = useRef();
  useEffect(() => dialog.current.showModal(), []);
  const confirm = (event) => {
    event.preventDefault();
    onConfirm();
    onClose();
  };
  return html`<dialog ref=${dialog} onClose=${onClose} aria-labelledby="confirm-title"><form onSubmit=${confirm}>
    <h2 id="confirm-title">${title}</h2>${children}
    <div class="actions">
      <button type="button" class="button" onClick=${onClose}>Keep it</button>
      <button type="submit" class="button danger">${action}</button>
    </div>
  </form></dialog>`;
}

export const Download = ({ href, name, children = 'Download', ...rest }) => html`<a class="button small" href=${href} download=${name ?? ''} ...${rest}><${Icon} name="download" />${children}</a>`;
