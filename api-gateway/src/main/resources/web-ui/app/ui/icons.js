import { html } from '../view.js';

const PATHS = {
  brand: html`<path d="M3 18c4.5 0 5-12 9-12s4.5 12 9 12" /><path d="M12 6v12" stroke-dasharray="1.5 3" />`,
  home: html`<rect x="3" y="3" width="7" height="9" rx="1" /><rect x="14" y="3" width="7" height="5" rx="1" /><rect x="14" y="12" width="7" height="9" rx="1" /><rect x="3" y="16" width="7" height="5" rx="1" />`,
  data: html`<ellipse cx="12" cy="5" rx="8" ry="3" /><path d="M4 5v14c0 1.7 3.6 3 8 3s8-1.3 8-3V5M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3" />`,
  job: html`<path d="M3 20V4M3 20h18M7 16l4-5 3 3 6-8" />`,
  sweep: html`<rect x="3" y="3" width="7" height="7" rx="1" /><rect x="14" y="3" width="7" height="7" rx="1" /><rect x="3" y="14" width="7" height="7" rx="1" /><path d="M14 17.5h7M17.5 14v7" />`,
  compare: html`<path d="M8 3 4 7l4 4M4 7h16M16 21l4-4-4-4M20 17H4" />`,
  rank: html`<path d="M6 20v-6M12 20V4M18 20v-10" />`,
  chat: html`<path d="M21 12a8 8 0 0 1-8 8H4l2.2-3.3A8 8 0 1 1 21 12Z" />`,
  upload: html`<path d="M12 16V4M7 9l5-5 5 5M4 20h16" />`,
  download: html`<path d="M12 4v12M7 11l5 5 5-5M4 20h16" />`,
  plus: html`<path d="M12 5v14M5 12h14" />`,
  key: html`<circle cx="8" cy="15" r="4" /><path d="m11 12 9-9M16 7l3 3M13 10l2 2" />`,
  menu: html`<path d="M4 7h16M4 12h16M4 17h16" />`,
  close: html`<path d="m6 6 12 12M18 6 6 18" />`,
  light: html`<circle cx="12" cy="12" r="4" /><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5" />`,
  dark: html`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />`,
  system: html`<circle cx="12" cy="12" r="9" /><path d="M12 3v18" /><path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor" />`,
};

/** A line drawing of a name above; says nothing to screen readers. */
export const Icon = ({ name }) => html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
