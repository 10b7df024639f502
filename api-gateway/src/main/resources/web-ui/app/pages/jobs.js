// All jobs, by state and data set.
import { html, useEffect, useState } from '../view.js';
import { useQuery, useTitle } from '../router.js';
import { get, useGet, withQuery } from '../api/client.js';
import { Empty, ErrorNotice, Field, Head, Select, Stale, Waiting } from '../ui/basics.js';
import { words } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { JobTable } from './jobs/table.js';

const STATES = ['queued', 'selecting', 'training', 'evaluating', 'succeeded', 'failed', 'cancelled'];

export default function Jobs() {
  useTitle('Jobs');
  const [query, setQuery] = useQuery();
  const path = withQuery('/api/v1/jobs', { state: query.state, datasetId: query.dataset, limit: 50 });
  const { data, error, loading, reload } = useGet(path, { every: 5000 });
  const datasets = useGet('/api/v1/datasets?limit=100');
  const [more, setMore] = useState({ path, items: [], next: undefined });
  useEffect(() => setMore({ path, items: [], next: undefined }), [path]);
  const next = more.next === undefined ? data?.next : more.next;
  const loadMore = async () => {
    const page = await get(withQuery(path, { cursor: next }));
    setMore({ path, items: [...more.items, ...page.items], next: page.next });
  };
  const jobs = data && [...data.items, ...more.items.filter((old) => !data.items.some((job) => job.id === old.id))];
  return html`<div class="column">
    <${Head} title="Jobs"><a class="button primary" href="/jobs/new"><${Icon} name="plus" />New job</a><//>
    <div class="filters" role="search">
      <${Field} label="State" control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.state ?? ''} onChange=${(state) => setQuery({ state })}
        options=${[['', 'All'], ...STATES.map((state) => [state, words(state)])]} />`} />
      <${Field} label="Data set" control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.dataset ?? ''} onChange=${(dataset) => setQuery({ dataset })}
        options=${[['', 'All'], ...(datasets.data?.items ?? []).map((dataset) => [dataset.id, dataset.name])]} />`} />
    </div>
    ${data && html`<${Stale} error=${error} />`}
    ${loading && html`<${Waiting} />`}
    ${error && !data && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${jobs && (jobs.length
    ? html`<div class="card scroll" tabindex="0"><${JobTable} jobs=${jobs} /></div>`
    : html`<${Empty} title="No job"><p>${query.state || query.dataset ? 'None is as you filter.' : 'Nothing has been trained yet.'}</p><//>`)}
    ${next && html`<div><button class="button" onClick=${loadMore}>Load more</button></div>`}
  </div>`;
}
