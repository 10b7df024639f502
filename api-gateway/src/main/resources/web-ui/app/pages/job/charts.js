// What the job measures, as curves.
import { html, useMemo } from '../../view.js';
import { Card, Empty, Figures, Notice, Waiting } from '../../ui/basics.js';
import { count, figure, percent } from '../../ui/format.js';
import { LineChart } from '../../charts/line.js';
import { CHARTS, endsOf, firstOf, lastOf, seriesOf } from './curves.js';

export default function Charts({ job, run, curves, loaded, events }) {
  // The same elements as long as the curves are: an event more draws none of them anew.
  const charts = useMemo(() => chartsOf(curves, job.id), [curves, job.id]);
  const explanations = run?.details?.explanations ?? [];
  return html`
    ${explanations.map((sentence) => html`<${Notice} key=${sentence} tone="warn"><p>${sentence}</p><//>`)}
    <${Summary} curves=${loaded || !run ? curves : endsOf(run)} />
    ${!loaded && html`<${Waiting} key=${run ? 'curves' : 'run'} />`}
    ${loaded && charts.length === 0 && html`<${Empty} title="No measurement yet"><p>${lastWords(job, events)}</p><//>`}
    ${loaded && html`<div class="grid">${charts}</div>`}
    ${loaded && charts.length > 0 && html`<p class="small quiet">Every point of every curve: <a href=${`/api/v1/jobs/${job.id}/metrics/export?format=csv`} download>CSV</a>, <a href=${`/api/v1/jobs/${job.id}/metrics/export?format=parquet`} download>Parquet</a></p>`}`;
}

const chartsOf = (curves, job) => CHARTS.map((chart) => [chart, seriesOf(chart, curves)]).filter(([, series]) => series.length)
  .map(([{ title, note, format, range }, series]) => html`<${Card} key=${title} title=${title} note=${note}>
    <${LineChart} title=${title} series=${series} format=${format} range=${range} sync=${job} />
  <//>`);

const lastWords = (job, events) => events.at(-1)?.message ?? 'Curves begin with the first step.';

function Summary({ curves }) {
  const held = (name) => lastOf(curves, 'held_out', name);
  const accuracy = held('ranking_accuracy');
  if (accuracy === undefined) return null;
  const interval = (name) => (held(`${name}.low`) === undefined ? '' : `95 %: ${percent(held(`${name}.low`))} to ${percent(held(`${name}.high`))}`);
  return html`<${Figures} items=${[
    ['Ranking accuracy', percent(accuracy), interval('ranking_accuracy')],
    held('preference_accuracy') !== undefined && ['Preference accuracy', percent(held('preference_accuracy')), interval('preference_accuracy')],
    ['Held-out loss', figure(held('loss')), `from ${figure(firstOf(curves, 'held_out', 'loss'))}`],
    held('reward.margin.mean') !== undefined && ['Reward margin', figure(held('reward.margin.mean'), 3)],
    held('divergence.kl') !== undefined && ['KL from the base', figure(held('divergence.kl'), 3), 'nats'],
    lastOf(curves, 'train', 'tokens_per_second') !== undefined && ['Speed', count(Math.round(lastOf(curves, 'train', 'tokens_per_second'))), 'tokens/s'],
  ]} />`;
}
