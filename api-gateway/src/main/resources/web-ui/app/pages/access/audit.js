// Who did what, newest first.
import { html, useState } from '../../view.js';
import { get, useGet, withQuery } from '../../api/client.js';
import { Empty, ErrorNotice, Time, Waiting } from '../../ui/basics.js';
import { words } from '../../ui/format.js';

const PATH = '/api/v1/audit?limit=50';

export function Audit() {
  const { data, error, loading, reload } = useGet(PATH);
  const [more, setMore] = useState({ items: [], next: undefined });
  const next = more.next === undefined ? data?.next : more.next;
  const loadMore = async () => {
    const page = await get(withQuery(PATH, { cursor: next }));
    setMore({ items: [...more.items, ...page.items], next: page.next });
  };
  if (loading) return html`<${Waiting} />`;
  if (error && !data) return html`<${ErrorNotice} error=${error} retry=${reload} />`;
  const records = [...data.items, ...more.items];
  return html`
    ${records.length ? html`<div class="card scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col" class="wide-only">Of what</th><th scope="col" class="n">Answer</th><th scope="col" class="wide-only">Request</th></tr></thead>
      <tbody>${records.map((it) => html`<tr key=${it.id}>
        <th scope="row" class="nowrap"><${Time} at=${it.at} /></th>
        <td class="cell-cut cut"><code>${it.subject}</code> <span class="quiet">${words(it.role)}</span></td>
        <td class="nowrap">${it.method} <code>${it.route}</code></td><td class="wide-only"><code class="quiet">${it.target ?? '–'}</code></td>
        <td class=${`n ${it.status >= 400 ? 'worse' : ''}`}>${it.status}</td><td class="cell-cut cut wide-only"><code class="quiet">${it.requestId}</code></td>
      </tr>`)}</tbody></table></div>` : html`<${Empty} title="Nothing was done yet" />`}
    ${next && html`<div><button class="button" onClick=${loadMore}>Load more</button></div>`}`;
}
