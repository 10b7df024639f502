// The best runs by one metric, and the best of each kernel with each divergence.
import { html } from '../view.js';
import { useQuery, useTitle } from '../router.js';
import { useGet, withQuery } from '../api/client.js';
import { Card, Empty, ErrorNotice, Field, Head, Notice, Select, State, Time, Waiting } from '../ui/basics.js';
import { count, words } from '../ui/format.js';
import { METRICS, metric } from '../ui/metrics.js';
import { Heatmap } from '../charts/heatmap.js';

export default function Leaderboard() {
  useTitle('Leaderboard');
  const [query, setQuery] = useQuery();
  const name = query.metric ?? 'ranking_accuracy';
  const known = metric(name);
  const path = withQuery('/api/v1/leaderboard', { metric: name, goal: known.higher ? 'maximise' : 'minimise', by: query.by, datasetId: query.dataset, limit: 100 });
  const { data, error, loading, reload } = useGet(path, { every: 10_000 });
  const datasets = useGet('/api/v1/datasets?limit=100');
  const select = (field, options, fallback = '') => (attributes) => html`<${Select} attributes=${attributes} value=${query[field] ?? fallback} options=${options} onChange=${(value) => setQuery({ [field]: value })} />`;
  return html`<div class="column">
    <${Head} title="Leaderboard" />
    <div class="filters" role="search">
      <${Field} label="Metric" control=${select('metric', METRICS.map((one) => [one, metric(one).name]), 'ranking_accuracy')} />
      <${Field} label="Data set" control=${select('dataset', [['', 'All'], ...(datasets.data?.items ?? []).map((one) => [one.id, one.name ?? one.id])])} />
      <${Field} label="Value" control=${select('by', [['', 'Of the last step'], ['best', 'The best of all steps']])} />
    </div>
    ${!query.dataset && data?.length > 0 && new Set(data.map((one) => one.datasetId)).size > 1 && html`<${Notice}><p>Figures of different data sets are different things; choose one to rank its runs.</p><//>`}
    ${loading && html`<${Waiting} />`}
    ${error && !data && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${data?.length === 0 && html`<${Empty} title="No run has this figure"><p>Runs stand here once they have measured it.</p><//>`}
    ${data?.length > 0 && html`<${Grid} entries=${data} known=${known} /><${Ranks} entries=${data} known=${known} />`}
  </div>`;
}

function Grid({ entries, known }) {
  const label = (name) => (name === null || name === 'none' ? 'none' : name);
  const kernels = [...new Set(entries.map((one) => label(one.kernel)))];
  const divergences = [...new Set(entries.map((one) => label(one.divergence)))];
  const cells = kernels.map((kernel) => divergences.map((divergence) => {
    const runs = entries.filter((one) => label(one.kernel) === kernel && label(one.divergence) === divergence);
    const best = runs[0];
    return { value: best?.value ?? null, best: best?.rank === 1, href: best && `/jobs/${best.run}`, title: best && `${best.name ?? best.run}, the best of ${count(runs.length)}` };
  }));
  const titles = (names, none) => names.map((name) => (name === 'none' ? none : words(name)));
  return html`<${Card} title="Kernel by divergence" note="the best run of each; the stronger, the better">
    <div class="scroll" tabindex="0"><${Heatmap} rows=${titles(kernels, 'DPO')} columns=${titles(divergences, 'No divergence')} cells=${cells} format=${known.format} lowIsGood=${!known.higher} label=${`${known.name} by kernel and divergence`} /></div>
  <//>`;
}

function Ranks({ entries, known }) {
  const values = entries.map((one) => one.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const share = (value) => (most === least ? 1 : (value - least) / (most - least));
  return html`<div class="card scroll" tabindex="0"><table class="list">
    <thead><tr><th scope="col" class="n">Rank</th><th scope="col">Run</th><th scope="col">Kernel</th><th scope="col">Divergence</th><th scope="col" class="wide-only">Model</th><th scope="col" class="wide-only">Data set</th>
      <th scope="col" class="n">${known.name}</th><th scope="col" class="wide-only"><span class="unseen">Bar</span></th><th scope="col" class="n wide-only">Step</th><th scope="col">State</th><th scope="col" class="n wide-only">Made</th></tr></thead>
    <tbody>${entries.map((one) => html`<tr key=${one.run}>
      <td class="n">${one.rank}</td><th scope="row" class="cell-cut cut"><a class="row" href=${`/jobs/${one.run}`}>${one.name ?? one.run}</a></th>
      <td class="nowrap">${one.kernel && one.kernel !== 'none' ? words(one.kernel) : 'DPO'}</td><td class="nowrap">${one.divergence && one.divergence !== 'none' ? words(one.divergence) : '–'}</td>
      <td class="soft wide-only nowrap">${one.model}</td><td class="soft wide-only cell-cut cut">${one.datasetName ?? one.datasetId}</td>
      <td class="n"><strong>${known.format(one.value)}</strong></td>
      <td class="bar-cell wide-only" aria-hidden="true"><i style=${{ width: `${8 + 92 * (known.higher ? share(one.value) : 1 - share(one.value))}%` }}></i></td>
      <td class="n wide-only">${count(one.step)}</td><td><${State} state=${one.state} /></td><td class="n nowrap soft wide-only"><${Time} at=${one.createdAt} /></td>
    </tr>`)}</tbody>
  </table></div>`;
}
