// What happened, newest first.
import { html, useState } from '../../view.js';
import { Empty, Field, Select, Time } from '../../ui/basics.js';
import { words } from '../../ui/format.js';

const SHOWN = 200;

export default function Log({ events }) {
  const [type, setType] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const types = [...new Set(events.map((event) => event.type))].sort();
  const wanted = events.filter((event) => !type || event.type === type).reverse();
  if (!events.length) return html`<${Empty} title="Nothing has happened yet" />`;
  return html`
    <div class="filters"><${Field} label="Kind" control=${(attributes) => html`<${Select} attributes=${attributes} value=${type} onChange=${setType} options=${[['', 'All'], ...types.map((one) => [one, words(one)])]} />`} /></div>
    <div class="card"><ul class="log" aria-label="Events, newest first">${wanted.slice(0, shown).map((event) => html`<li key=${event.id}>
      <${Time} at=${event.at} clock /><span class=${`type ${event.type}`}>${words(event.type)}</span><span>${event.message}</span>
    </li>`)}</ul></div>
    ${wanted.length > shown && html`<div><button class="button" onClick=${() => setShown(shown + SHOWN)}>Show earlier ones</button></div>`}`;
}
