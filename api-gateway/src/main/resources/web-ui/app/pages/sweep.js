// One sweep: its trials, the best of them, and its scores over two dimensions.
import { html, useState } from '../view.js';
import { useQuery, useTitle } from '../router.js';
import { post, useGet, withQuery } from '../api/client.js';
import { Card, Confirm, ErrorNotice, Field, Figures, Head, Notice, Progress, Select, Stale, State, Time, Waiting } from '../ui/basics.js';
import { figure, words } from '../ui/format.js';
import { metric } from '../ui/metrics.js';
import { Heatmap } from '../charts/heatmap.js';

const OVER = ['succeeded', 'failed', 'cancelled'];

export default function Sweep({ id }) {
  const path = `/api/v1/sweeps/${id}`;
  const { data: sweep, error, reload } = useGet(path, { every: 2000 });
  const [failure, setFailure] = useState(null);
  const [asked, setAsked] = useState(false);
  useTitle(sweep?.name ?? 'Sweep');
  if (!sweep) return html`<div class="column">${error ? html`<${ErrorNotice} error=${error} retry=${reload} />` : html`<${Waiting} />`}</div>`;
  const over = OVER.includes(sweep.state);
  const { name, goal } = sweep.spec.metric;
  return html`<div class="column">
    <${Head} title=${sweep.name ?? id} aside=${html`<${State} state=${sweep.state} />`} crumbs=${html`<a href="/sweeps">Sweeps</a>`}
      facts=${html`<span>${words(sweep.spec.search.method)} over ${sweep.spec.dimensions.map((one) => one.field).join(', ')}</span><a href=${`/datasets/${sweep.datasetId}`}>Data set</a><span>Made <${Time} at=${sweep.createdAt} /></span>`}>
      ${!over && html`<button class="button danger" onClick=${() => setAsked(true)}>Cancel</button>`}
      ${sweep.best?.jobs.length > 0 && html`<a class="button primary" href=${`/jobs/${sweep.best.jobs[0]}`}>Best trial</a>`}
    <//>
    <${Stale} error=${error} />
    ${asked && html`<${Confirm} title="Cancel this sweep?" action="Cancel the sweep" onClose=${() => setAsked(false)} onConfirm=${() => post(`${path}/cancel`).then(reload, setFailure)}><p>No more trials begin, and those that run are cancelled.</p><//>`}
    ${failure && html`<${ErrorNotice} error=${failure} onClose=${() => setFailure(null)} />`}
    ${sweep.error && html`<${Notice} tone="bad" title="The sweep failed"><p>${sweep.error}</p><//>`}
    <${Figures} items=${[['Trials', `${sweep.trialsBegun} of ${sweep.trialsPlanned}`], ['Metric', metric(name).name, words(goal)], ['Best score', sweep.best ? metric(name).format(sweep.best.score) : '–', sweep.best && `trial ${sweep.best.number}`]]} />
    ${!over && html`<${Progress} share=${sweep.trialsBegun / sweep.trialsPlanned} label="Trials begun" />`}
    ${sweep.spec.dimensions.length > 1 && sweep.best && html`<${Map} path=${path} sweep=${sweep} />`}
    <${Trials} sweep=${sweep} />
  </div>`;
}

function Map({ path, sweep }) {
  const [query, setQuery] = useQuery();
  const heat = useGet(withQuery(`${path}/heatmap`, { rows: query.rows, columns: query.columns }), { every: 5000 });
  const fields = sweep.spec.dimensions.map((one) => [one.field, one.field]);
  const choose = (name, value) => (attributes) => html`<${Select} attributes=${attributes} value=${value} options=${fields} onChange=${(next) => setQuery({ [name]: next })} />`;
  if (heat.error && !heat.data) return html`<${ErrorNotice} error=${heat.error} />`;
  if (!heat.data) return html`<${Waiting} />`;
  const { rows, columns, rowLabels, columnLabels, cells, goal } = heat.data;
  const known = metric(heat.data.metric);
  const values = cells.flat().map((cell) => cell.mean).filter((value) => value !== null);
  const best = goal === 'maximise' ? Math.max(...values) : Math.min(...values);
  return html`<${Card} title="Mean score over two dimensions" note="the stronger, the better">
    ${fields.length > 2 && html`<div class="filters"><${Field} label="Rows" control=${choose('rows', rows)} /><${Field} label="Columns" control=${choose('columns', columns)} /></div>`}
    <div class="scroll" tabindex="0"><${Heatmap} rows=${rowLabels} columns=${columnLabels} format=${known.format} lowIsGood=${goal !== 'maximise'} label=${`${known.name}: ${rows} by ${columns}`}
      cells=${cells.map((line) => line.map((cell) => ({ value: cell.mean, best: cell.mean === best, title: `${cell.scores} of ${cell.trials} trials have a score` })))} /></div>
  <//>`;
}

function Trials({ sweep }) {
  const fields = sweep.spec.dimensions.map((one) => one.field);
  const known = metric(sweep.spec.metric.name);
  return html`<${Card} title="Trials" flush><div class="scroll" tabindex="0"><table class="list">
    <thead><tr><th scope="col" class="n">Trial</th><th scope="col">State</th>${fields.map((field) => html`<th scope="col">${field}</th>`)}<th scope="col" class="n">${known.name}</th><th scope="col">Jobs</th></tr></thead>
    <tbody>${sweep.trials.map((trial) => html`<tr key=${trial.number} class=${trial.number === sweep.best?.number ? 'chosen' : ''}>
      <td class="n">${trial.number}</td><td><${State} state=${trial.state} /></td>${fields.map((field) => html`<td>${valueText(trial.values[field])}</td>`)}
      <td class="n"><strong>${known.format(trial.score)}</strong>${trial.standardError !== null && html` <span class="quiet">± ${figure(trial.standardError, 2)}</span>`}</td>
      <td>${trial.jobs.map((job, i) => html`${i > 0 && ', '}<a href=${`/jobs/${job}`}>${trial.jobs.length > 1 ? i + 1 : 'Job'}</a>`)}${trial.error && html`<p class="small quiet">${trial.error}</p>`}</td>
    </tr>`)}</tbody>
  </table></div><//>`;
}

const valueText = (value) => (typeof value === 'number' ? figure(value) : typeof value === 'string' ? value : JSON.stringify(value));
