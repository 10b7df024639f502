// What runs, what waits, and what came of the last jobs.
import { html } from '../view.js';
import { useTitle } from '../router.js';
import { useGet } from '../api/client.js';
import { Empty, ErrorNotice, Head, Section, Stale, State, Waiting } from '../ui/basics.js';
import { Icon } from '../ui/icons.js';
import { JobTable } from './jobs/table.js';
import { RunningJob } from './jobs/running.js';

const ENDED = ['succeeded', 'failed', 'cancelled'];

export default function Home() {
  useTitle('Overview');
  const { data, error, loading, reload } = useGet('/api/v1/jobs?limit=50', { every: 2000 });
  return html`<div class="column">
    <${Head} title="Overview">
      <a class="button" href="/datasets"><${Icon} name="upload" />Upload data</a>
      <a class="button primary" href="/jobs/new"><${Icon} name="plus" />New job</a>
    <//>
    ${data && html`<${Stale} error=${error} />`}
    ${loading && html`<${Waiting} />`}
    ${error && !data && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${data && (data.items.length ? html`<${Board} jobs=${data.items} />` : html`<${FirstSteps} />`)}
  </div>`;
}

const position = (job) => job.queue?.position ?? Infinity;

function Board({ jobs }) {
  const running = jobs.filter((job) => !job.paused && !ENDED.includes(job.state) && job.state !== 'queued');
  const waiting = jobs.filter((job) => !ENDED.includes(job.state) && (job.paused || job.state === 'queued')).reverse().sort((a, b) => position(a) - position(b));
  const ended = jobs.filter((job) => ENDED.includes(job.state)).slice(0, 12);
  return html`
    <${Section} title="Running" note=${running.length ? '' : 'Nothing runs at the moment.'}>
      ${running.length > 0 && html`<div class="grid">${running.map((job) => html`<${RunningJob} key=${job.id} job=${job} />`)}</div>`}
    <//>
    ${waiting.length > 0 && html`<${Section} title="Queue" note="In the order in which they will start; paused ones wait for you.">
      <div class="card"><ul class="log">${waiting.map((job, i) => html`<${Waiter} key=${job.id} job=${job} place=${i + 1} />`)}</ul></div>
    <//>`}
    ${ended.length > 0 && html`<${Section} title="Recent results" aside=${html`<a href="/jobs">All jobs</a>`}>
      <div class="card scroll" tabindex="0"><${JobTable} jobs=${ended} /></div>
    <//>`}`;
}

const Waiter = ({ job, place }) => html`<li>
  <span class="quiet number">${place}</span><span><${State} state=${job.state} paused=${job.paused} /></span>
  <a class="row cut" href=${`/jobs/${job.id}`}>${job.name ?? job.id}</a>
</li>`;

const FirstSteps = () => html`<${Empty} title="Nothing has been trained yet">
  <p>Upload preference pairs as you have them. Every row is checked; then the data say which kernel and divergence fit them, and a
    job aligns a model with that objective.</p>
  <a class="button primary" href="/datasets">Upload a data set</a>
<//>`;
