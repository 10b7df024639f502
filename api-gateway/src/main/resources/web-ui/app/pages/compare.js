// Runs side by side; differences are to the first.
import { html } from '../view.js';
import { useQuery, useTitle } from '../router.js';
import { useGet, withQuery } from '../api/client.js';
import { Card, Empty, ErrorNotice, Head, Notice, Waiting } from '../ui/basics.js';
import { objectiveWords } from '../ui/format.js';
import { metric } from '../ui/metrics.js';
import { LineChart } from '../charts/line.js';

const SHOWN = ['held_out:ranking_accuracy', 'held_out:preference_accuracy', 'held_out:f1.reward.overall', 'held_out:loss', 'held_out:reward.margin.mean', 'held_out:reward.chosen.mean', 'held_out:divergence.kl', 'held_out:calibration.ece', 'train:loss'];
const MOST = 7;

export default function Compare() {
  useTitle('Compare runs');
  const [query, setQuery] = useQuery();
  const chosen = (query.runs ?? '').split(',').filter(Boolean);
  const runs = useGet('/api/v1/results?limit=50');
  const comparison = useGet(chosen.length >= 2 ? withQuery('/api/v1/results/compare', { runs: chosen.join(','), metrics: SHOWN.join(','), maxPoints: 300 }) : null, { every: 5000 });
  const toggle = (id, on) => setQuery({ runs: (on ? [...chosen, id] : chosen.filter((one) => one !== id)).join(',') });
  return html`<div class="column">
    <${Head} title="Compare runs" />
    ${runs.error && !runs.data && html`<${ErrorNotice} error=${runs.error} retry=${runs.reload} />`}
    ${runs.loading && html`<${Waiting} />`}
    ${runs.data?.items.length === 0 && html`<${Empty} title="No run yet"><p>Jobs leave their measurements here.</p><a class="button primary" href="/jobs/new">New job</a><//>`}
    ${runs.data?.items.length > 0 && html`<${Card} title="Runs" note=${chosen.length < 2 ? 'choose at least two; the first is what others are compared with' : `${chosen.length} chosen; differences are to the first`} flush>
      <ul class="picks">${runs.data.items.map((run) => html`<li key=${run.id}><${Pick} run=${run} at=${chosen.indexOf(run.id)} full=${chosen.length >= MOST} toggle=${toggle} /></li>`)}</ul>
    <//>`}
    ${comparison.error && html`<${ErrorNotice} error=${comparison.error} />`}
    ${comparison.loading && html`<${Waiting} />`}
    ${comparison.data && html`<${Comparison} data=${comparison.data} />`}
  </div>`;
}

const Pick = ({ run, at, full, toggle }) => html`<label class="check">
  <input type="checkbox" checked=${at >= 0} disabled=${at < 0 && full} onChange=${(event) => toggle(run.id, event.target.checked)} />
  <span class=${at >= 0 ? `swatch s${at + 1}` : 'swatch'} aria-hidden="true"></span>
  <span class="cut"><strong>${run.name ?? run.id}</strong> <span class="soft">${objectiveWords(run.objective)}</span> <span class="quiet">${run.model}, ${run.datasetName ?? run.datasetId}</span></span>
</label>`;

function Comparison({ data }) {
  const named = data.metrics.filter((one) => one.figures.some((figures) => figures.last.value !== null)).map((one) => ({ ...one, ...titleOf(one) }));
  const several = new Set(data.runs.map((run) => run.datasetId)).size > 1;
  return html`
    ${several && html`<${Notice} tone="warn"><p>These runs were measured on different data sets: their figures are different things.</p><//>`}
    <${Card} title="Last values" flush><div class="scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col">Metric</th>${data.runs.map((run, i) => html`<th scope="col" class="n wraps"><span class=${`swatch s${i + 1}`} aria-hidden="true"></span> <a href=${`/jobs/${run.id}`}>${run.name ?? run.id}</a></th>`)}</tr></thead>
      <tbody>${named.map((one) => html`<tr key=${one.title}><th scope="row">${one.title}</th>${one.figures.map((figures, i) => html`<td class="n">${one.format(figures.last.value)}${i > 0 && html`<${Difference} value=${figures.last.difference} metric=${one} />`}</td>`)}</tr>`)}</tbody>
    </table></div><//>
    <div class="grid">${named.map((one) => html`<${Card} key=${one.title} title=${one.title}>
      <${LineChart} title=${one.title} format=${one.format} sync="compare" series=${data.runs.map((run, i) => ({ name: run.name ?? run.id, tone: `s${i + 1}`, dots: one.split === 'held_out', points: points(one, i) })).filter((series) => series.points.length)} />
    <//>`)}</div>`;
}

function titleOf({ split, name }) {
  const known = metric(name);
  return { title: split === 'train' ? `${known.name} in training` : known.name, format: known.format, higher: known.higher };
}

/** A comparison's curve has a value at every step of any run; a point stands where it changes. */
function points({ steps, curves }, run) {
  return steps.map((step, i) => [step, curves[run][i]]).filter(([, value]) => value !== null);
}

function Difference({ value, metric: { format, higher } }) {
  if (value === null) return null;
  const better = value === 0 ? '' : (value > 0) === higher ? 'better' : 'worse';
  return html`<p class=${`small ${better}`}>${value > 0 ? '+' : ''}${format(value)}${better && html`<span class="unseen"> ${better}</span>`}</p>`;
}
