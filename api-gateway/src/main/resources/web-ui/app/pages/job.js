// One job, live: how far it is, what it measures, what it left.
import { html, useState } from '../view.js';
import { useModule, useTitle } from '../router.js';
import { post } from '../api/client.js';
import { Confirm, ErrorNotice, Head, NotLoaded, Notice, Progress, Stale, State, Tabs, Tag, Time, Waiting } from '../ui/basics.js';
import { count, duration, objectiveWords, secondsBetween, words } from '../ui/format.js';
import { ended, useJob } from './job/use-job.js';

const STAGES = ['queued', 'selecting', 'training', 'evaluating', 'succeeded'];
const PARTS = {
  charts: () => import('./job/charts.js'),
  model: () => import('./job/model.js'),
  samples: () => import('./job/samples.js'),
  log: () => import('./job/log.js'),
  artifacts: () => import('./job/artifacts.js'),
  spec: () => import('./job/spec.js'),
};

export default function Job({ id, tab = 'charts' }) {
  const state = useJob(id);
  const part = useModule(PARTS[tab] ?? PARTS.charts, tab);
  const { job, error, reload, events, connection } = state;
  const title = job?.name ?? id;
  useTitle(job ? `${title} · ${words(job.paused ? 'paused' : job.state)}` : 'Job');
  if (!job) return html`<div class="column">${error ? html`<${ErrorNotice} error=${error} retry=${reload} />` : html`<${Waiting} />`}</div>`;
  const base = `/jobs/${id}`;
  return html`<div class="column">
    <${Head} title=${title} aside=${html`<${State} state=${job.state} paused=${job.paused} />`} crumbs=${html`<a href="/jobs">Jobs</a>`}
      facts=${html`<span>${objectiveWords(job.spec.objective)}</span><span>${job.model}</span><a href=${`/datasets/${job.datasetId}`}>Data set</a>
        ${job.recommendationId && html`<a href=${`/recommendations/${job.recommendationId}`}>Recommendation</a>`}
        <span>Made <${Time} at=${job.createdAt} /></span>
        ${Object.entries(job.tags ?? {}).map(([name, value]) => html`<${Tag}>${name}: ${value}<//>`)}`}>
      <${Actions} job=${job} change=${state.change} again=${state.again} />
    <//>
    <${Stale} error=${error} />
    ${!error && connection === 'lost' && html`<${Notice} tone="warn"><p>The connection to the job's log is lost. It is tried again; what happens meanwhile will be caught up on.</p><//>`}
    ${job.error && html`<${Notice} tone="bad" title="The job failed"><p>${job.error}</p><//>`}
    <${Course} job=${job} />
    <${Tabs} label="Parts of the job" current=${tab === 'charts' ? base : `${base}/${tab}`} items=${[
    [base, 'Measurements'], [`${base}/model`, 'Inside the model'], [`${base}/samples`, 'Samples'],
    [`${base}/log`, 'Log', count(events.length)], [`${base}/artifacts`, 'Artifacts'], [`${base}/spec`, 'Spec'],
  ]} />
    ${!part && html`<${Waiting} />`}
    ${part?.error && html`<${NotLoaded} error=${part.error} />`}
    ${part?.module && html`<${part.module.default} ...${state} />`}
  </div>`;
}

/** Where it stands: its stages, its steps, its time. */
function Course({ job }) {
  const { step = 0, totalSteps = 0, secondsLeft } = job.progress ?? {};
  const at = STAGES.indexOf(job.state);
  const share = totalSteps ? step / totalSteps : null;
  return html`<div class="card"><div class="body run">
    <div class="top">
      <ol class="steps" aria-label="Stages">${STAGES.map((stage, i) => html`<li class=${i === at ? 'now' : i < at ? 'done' : ''} aria-current=${i === at ? 'step' : undefined}>${words(stage)}</li>`)}</ol>
    </div>
    ${(!ended(job) || totalSteps > 0) && html`<${Progress} share=${ended(job) ? share ?? 1 : share} label="Steps" />`}
    <div class="under">
      <span>${totalSteps ? `Step ${count(step)} of ${count(totalSteps)}` : words(job.state)}</span>
      ${job.queue && html`<span>Place ${count(job.queue.position)} in the queue${job.queue.expectedStart ? html`, from about <${Time} at=${job.queue.expectedStart} clock />` : ''}</span>`}
      ${job.attempt > 1 && html`<span>Attempt ${job.attempt}</span>`}
      <span>${job.startedAt ? `${duration(secondsBetween(job.startedAt, job.finishedAt))}${ended(job) ? '' : ' so far'}` : 'Not started'}${!ended(job) && secondsLeft != null ? `, about ${duration(secondsLeft)} left` : ''}</span>
    </div>
  </div></div>`;
}

function Actions({ job, change, again }) {
  const [failure, setFailure] = useState(null);
  const [asked, setAsked] = useState(false);
  const order = (what, then = change) => post(`/api/v1/jobs/${job.id}/${what}`).then(then, setFailure);
  return html`
    ${!ended(job) && (job.paused
    ? html`<button class="button" onClick=${() => order('resume')}>Resume</button>`
    : html`<button class="button" onClick=${() => order('pause')}>Pause</button>`)}
    ${!ended(job) && html`<button class="button danger" onClick=${() => setAsked(true)}>Cancel</button>`}
    ${['failed', 'cancelled'].includes(job.state) && html`<button class="button" onClick=${() => order('retry', again)}>Retry</button>`}
    ${ended(job) && html`<a class="button" href=${`/jobs/new?from=${job.id}`}>Run again…</a>`}
    ${job.state === 'succeeded' && html`<a class="button primary" href=${`/api/v1/jobs/${job.id}/artifacts/${product(job)}`} download>Download ${job.spec.training.method === 'full' ? 'the model' : 'the adapter'}</a>`}
    ${asked && html`<${Confirm} title="Cancel this job?" action="Cancel the job" onConfirm=${() => order('cancel')} onClose=${() => setAsked(false)}>
      <p>It stops after its step, and its place goes to others. A retry goes on from its newest checkpoint.</p><//>`}
    ${failure && html`<${ErrorNotice} error=${failure} onClose=${() => setFailure(null)} />`}`;
}

const product = (job) => (job.spec.training.method === 'full' ? 'model/model.safetensors' : 'adapter_model.safetensors');
