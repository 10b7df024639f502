// What fits a data set, and everything the choice rests on.
import { html } from '../view.js';
import { navigate, useTitle } from '../router.js';
import { post, useGet } from '../api/client.js';
import { Card, ErrorNotice, Head, Notice, Progress, Stale, State, Time, Waiting } from '../ui/basics.js';
import { count, objectiveWords, percent, words } from '../ui/format.js';
import { Candidates } from './recommendation/candidates.js';
import { DataMap } from './recommendation/data-map.js';
import { Metrics } from './recommendation/metrics.js';
import { Rules } from './recommendation/rules.js';

const whileRunning = (it) => (it && it.state !== 'running' ? 0 : 1000);

export default function Recommendation({ id }) {
  const path = `/api/v1/recommendations/${id}`;
  const running = useGet(path, { every: whileRunning });
  return running.data && !whileRunning(running.data) ? html`<${Answer} it=${running.data} />` : html`<${Measuring} path=${path} ...${running} />`;
}

function Measuring({ path, data, error, reload }) {
  useTitle('Recommendation');
  if (error && !data) return html`<div class="column"><${ErrorNotice} error=${error} retry=${reload} /></div>`;
  if (!data) return html`<div class="column"><${Waiting} /></div>`;
  return html`<div class="column">
    <${Head} title="Measuring the data" aside=${html`<${State} state="running" />`} crumbs=${html`<a href="/datasets">Data sets</a> / <a href=${`/datasets/${data.datasetId}`}>Data set</a>`}>
      <button class="button" onClick=${() => post(`${path}/cancel`).then(reload)}>Cancel</button><//>
    <${Stale} error=${error} />
    <div class="card"><div class="body run">
      <${Progress} share=${data.progress} label="Measuring" />
      <div class="under" role="status"><span>Prompts and responses are embedded by ${data.encoder}; then eight metrics are measured, each with its interval.</span><span>${percent(data.progress, 0)}</span></div>
    </div></div>
  </div>`;
}

function Answer({ it }) {
  const dataset = useGet(`/api/v1/datasets/${it.datasetId}`);
  const name = dataset.data?.name ?? 'Data set';
  useTitle(`Recommendation for ${name}`);
  return html`<div class="column">
    <${Head} title=${it.state === 'succeeded' ? objectiveWords(it.objective) : 'No recommendation'} aside=${it.state !== 'succeeded' && html`<${State} state=${it.state} />`}
      crumbs=${html`<a href="/datasets">Data sets</a> / <a href=${`/datasets/${it.datasetId}`}>${name}</a>`}
      facts=${html`<span>${count(it.pairsUsed)} pairs measured by ${it.encoder}</span><span><${Time} at=${it.finishedAt ?? it.createdAt} /></span>`}>
      ${it.state === 'succeeded' && html`<button class="button primary" onClick=${() => navigate(`/jobs/new?dataset=${it.datasetId}&recommendation=${it.id}`)}>Use this</button>`}
    <//>
    ${it.error && html`<${Notice} tone="bad" title="It could not be measured"><p>${it.error}</p><//>`}
    ${it.state === 'succeeded' && html`
      <div class="split">
        <${Card} title="Why">${it.reasons.map((sentence) => html`<p>${sentence}</p>`)}${it.sampling && html`<p class="quiet small">${it.sampling}</p>`}<//>
        <${Stability} it=${it} />
      </div>
      ${it.warnings.map((warning) => html`<${Notice} key=${warning} tone="warn"><p>${warning}</p><//>`)}
      <${Metrics} it=${it} />
      <${Rules} it=${it} />
      <${Candidates} candidates=${it.candidates} />
      <div class="grid two"><${DataMap} id=${it.id} />
      ${it.alternatives.map((other) => html`<${Card} key=${other.thresholds} title=${`With ${other.thresholds === 'paper' ? "the paper's" : 'relative'} thresholds: ${words(other.kernel)} · ${words(other.divergence)}`}
        note=${`stable in ${percent(other.stability.kernel, 0)} (kernel) and ${percent(other.stability.divergence, 0)} (divergence) of the resamples`}>
        ${other.reasons.map((sentence) => html`<p>${sentence}</p>`)}<//>`)}</div>`}
  </div>`;
}

/** In how many resamples of the data the choice stays what it is. */
const Stability = ({ it }) => html`<${Card} title="How firm it is" note="share of 200 resamples that say the same">
  ${[['Kernel', it.objective.kernel.name ?? it.objective.kernel, it.stability.kernel], ['Divergence', it.objective.divergence?.name ?? it.objective.divergence, it.stability.divergence]].map(([what, choice, share]) => html`
    <div class="gauge"><div class="under"><span>${what}: <strong>${words(choice)}</strong></span><span>${percent(share, 0)}</span></div><${Progress} share=${share} label=${`Stability of the ${what.toLowerCase()}`} /></div>`)}
<//>`;
