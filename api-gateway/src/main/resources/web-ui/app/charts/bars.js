import { html } from '../view.js';

/** Shares as bars: rows are [name, share, value as text]; the longest bar is the largest share. */
export function Bars({ rows }) {
  const most = Math.max(...rows.map(([, share]) => share), 1e-9);
  return html`<dl class="bars">${rows.map(([name, share, value]) => html`
    <dt>${name}</dt><dd class="track" aria-hidden="true"><i style=${{ width: `${(share / most) * 100}%` }}></i></dd><dd class="value">${value}</dd>`)}</dl>`;
}
