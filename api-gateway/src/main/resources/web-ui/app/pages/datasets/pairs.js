// The pairs, one at a time, side by side; j and k go through them.
import { html, useEffect, useState } from '../../view.js';
import { useQuery } from '../../router.js';
import { get, useGet, withQuery } from '../../api/client.js';
import { Empty, ErrorNotice, Field, Select, Tag, Waiting } from '../../ui/basics.js';
import { count, words } from '../../ui/format.js';
import { Response, Talk } from '../../ui/talk.js';

export function Pairs({ id, report }) {
  const [query, setQuery] = useQuery();
  const [contains, setContains] = useState(query.contains ?? '');
  const path = withQuery(`/api/v1/datasets/${id}/pairs`, { split: query.split, task: query.task, contains: query.contains, limit: 20 });
  const first = useGet(path);
  const [more, setMore] = useState({ path, items: [], next: undefined });
  const rest = more.path === path ? more : { items: [], next: undefined };
  const pairs = [...(first.data?.items ?? []), ...rest.items];
  const next = rest.next === undefined ? first.data?.next : rest.next;
  const at = Math.min(Number(query.at ?? 0), Math.max(0, pairs.length - 1));
  const loadMore = async () => {
    const page = await get(withQuery(path, { cursor: next }));
    setMore({ path, items: [...rest.items, ...page.items], next: page.next });
    return page.items.length;
  };
  const go = async (to) => {
    if (to < 0) return;
    if (to >= pairs.length && !(next && await loadMore())) return;
    setQuery({ at: to || '' });
  };
  useEffect(() => {
    const key = (event) => {
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'j' || event.key === 'k') go(at + (event.key === 'j' ? 1 : -1));
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
  const filtered = query.split || query.task || query.contains;
  const all = filtered || !report ? `${pairs.length}${next ? ' and more' : ''}` : count(report.pairs);
  const tasks = Object.keys(report?.profile?.tasks ?? {});
  const search = (event) => {
    event.preventDefault();
    setQuery({ contains, at: '' });
  };
  return html`
    <form class="filters" role="search" onSubmit=${search}>
      <${Field} label="Side" control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.split ?? ''} onChange=${(split) => setQuery({ split, at: '' })} options=${[['', 'Both'], ['train', 'To train on'], ['held_out', 'Held out']]} />`} />
      ${tasks.length > 0 && html`<${Field} label="Task" control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.task ?? ''} onChange=${(task) => setQuery({ task, at: '' })} options=${[['', 'All'], ...tasks.map((task) => [task, task])]} />`} />`}
      <${Field} label="With the words" control=${(attributes) => html`<input ...${attributes} type="search" value=${contains} onInput=${(event) => setContains(event.target.value)} onSearch=${search} />`} />
      <button class="button">Search</button>
    </form>
    ${first.loading && html`<${Waiting} />`}
    ${first.error && html`<${ErrorNotice} error=${first.error} retry=${first.reload} />`}
    ${first.data && !pairs.length && !next && html`<${Empty} title="No such pair"><p>None is as you filter.</p><//>`}
    ${first.data && !pairs.length && next && html`<${Empty} title="None so far"><p>A part of the data set was searched.</p><button class="button" onClick=${loadMore}>Search on</button><//>`}
    ${pairs[at] && html`<${Pair} pair=${pairs[at]} aside=${html`
      <span class="quiet number">${at + 1} of ${all}</span>
      <button class="button small" disabled=${at === 0} onClick=${() => go(at - 1)}>Previous <kbd class="quiet">k</kbd></button>
      <button class="button small" disabled=${at + 1 >= pairs.length && !next} onClick=${() => go(at + 1)}>Next <kbd class="quiet">j</kbd></button>`} />`}`;
}

const Pair = ({ pair, aside }) => html`<article class="section" aria-label="Pair">
  <header><div class="tags"><${Tag}>${pair.split === 'train' ? 'To train on' : 'Held out'}<//>${pair.task && html`<${Tag}>${pair.task}<//>`}${pair.label && html`<${Tag}>${words(pair.label)}<//>`}</div>
    <div class="actions">${aside}</div></header>
  <div class="card"><div class="body"><${Talk} turns=${pair.prompt} /></div></div>
  <div class="pair"><${Response} title="Chosen" turns=${pair.chosen} /><${Response} title="Rejected" kind="rejected" turns=${pair.rejected} /></div>
</article>`;
