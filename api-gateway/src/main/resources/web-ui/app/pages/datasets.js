// The data sets that are here, and how more come in.
import { html, useEffect, useState } from '../view.js';
import { useTitle } from '../router.js';
import { get, useGet, withQuery } from '../api/client.js';
import { useUploads } from '../api/uploads.js';
import { Empty, ErrorNotice, Head, Section, Stale, Tag, Time, Waiting } from '../ui/basics.js';
import { count, percent } from '../ui/format.js';
import { UploadForm } from './datasets/upload-form.js';
import { UploadList } from './datasets/upload-list.js';

const PATH = '/api/v1/datasets?limit=50';

export default function Datasets() {
  useTitle('Data sets');
  const { data, error, loading, reload } = useGet(PATH);
  const uploads = useUploads();
  const done = uploads.filter((upload) => upload.state === 'completed').length;
  useEffect(() => {
    if (done) reload();
  }, [done]);
  const [more, setMore] = useState({ items: [], next: undefined });
  const next = more.next === undefined ? data?.next : more.next;
  const loadMore = async () => {
    const page = await get(withQuery(PATH, { cursor: next }));
    setMore({ items: [...more.items, ...page.items], next: page.next });
  };
  const items = data && [...data.items, ...more.items];
  return html`<div class="column">
    <${Head} title="Data sets" />
    <${UploadForm} />
    <${UploadList} uploads=${uploads} />
    <${Section} title="Stored">
      ${data && html`<${Stale} error=${error} />`}
      ${loading && html`<${Waiting} />`}
      ${error && !data && html`<${ErrorNotice} error=${error} retry=${reload} />`}
      ${items && (items.length ? html`<div class="card scroll" tabindex="0"><${Table} items=${items} /></div>` : html`<${Empty} title="No data set yet">
        <p>Preference pairs in the layout of TRL, HH-RLHF, OpenAI, UltraFeedback and a dozen others are recognised by their columns.</p>
      <//>`)}
      ${next && html`<div><button class="button" onClick=${loadMore}>Load more</button></div>`}
    <//>
  </div>`;
}

const Table = ({ items }) => html`<table class="list">
  <thead><tr>
    <th scope="col">Name</th><th scope="col">Layout</th><th scope="col" class="n">Pairs</th><th scope="col" class="n">To train on</th>
    <th scope="col" class="n">Held out</th><th scope="col" class="n">Bad rows</th><th scope="col" class="n">Uploaded</th>
  </tr></thead>
  <tbody>${items.map((it) => html`<tr key=${it.id}>
    <th scope="row" class="cell-cut cut"><a class="row" href=${`/datasets/${it.id}`}>${it.name ?? it.id}</a></th>
    <td><${Tag}>${it.format}<//></td>
    <td class="n">${count(it.pairs)}</td><td class="n">${count(it.trainPairs)}</td><td class="n">${count(it.heldOutPairs)}</td>
    <td class="n">${it.badRows ? html`${count(it.badRows)} <span class="quiet">${percent(it.badRows / it.rows)}</span>` : '0'}</td>
    <td class="n nowrap soft"><${Time} at=${it.createdAt} /></td>
  </tr>`)}</tbody>
</table>`;
