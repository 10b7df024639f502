// Searches over fields of a job.
import { html } from '../view.js';
import { useTitle } from '../router.js';
import { useGet } from '../api/client.js';
import { Empty, ErrorNotice, Head, Stale, State, Time, Waiting } from '../ui/basics.js';
import { figure, words } from '../ui/format.js';
import { Icon } from '../ui/icons.js';

export default function Sweeps() {
  useTitle('Sweeps');
  const { data, error, loading, reload } = useGet('/api/v1/sweeps?limit=50', { every: 5000 });
  return html`<div class="column">
    <${Head} title="Sweeps"><a class="button primary" href="/sweeps/new"><${Icon} name="plus" />New sweep</a><//>
    ${data && html`<${Stale} error=${error} />`}
    ${loading && html`<${Waiting} />`}
    ${error && !data && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${data && (data.items.length ? html`<div class="card scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col">Sweep</th><th scope="col">State</th><th scope="col">Search</th><th scope="col">Over</th><th scope="col" class="n">Trials</th><th scope="col" class="n">Best score</th><th scope="col" class="n">Made</th></tr></thead>
      <tbody>${data.items.map((it) => html`<tr key=${it.id}>
        <th scope="row" class="cell-cut cut"><a class="row" href=${`/sweeps/${it.id}`}>${it.name ?? it.id}</a></th><td><${State} state=${it.state} /></td>
        <td>${words(it.spec.search.method)}</td><td class="soft cell-cut cut">${it.spec.dimensions.map((one) => one.field).join(', ')}</td>
        <td class="n">${it.trialsBegun} of ${it.trialsPlanned}</td><td class="n">${figure(it.best?.score)}</td><td class="n nowrap soft"><${Time} at=${it.createdAt} /></td>
      </tr>`)}</tbody></table></div>` : html`<${Empty} title="No sweep yet"><p>A sweep runs jobs over a grid of values, over random ones, or where the scores so far say, and names the best.</p><a class="button primary" href="/sweeps/new">New sweep</a><//>`)}
  </div>`;
}
