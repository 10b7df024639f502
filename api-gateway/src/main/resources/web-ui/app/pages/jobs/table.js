// Jobs as rows.
import { html } from '../../view.js';
import { State, Time } from '../../ui/basics.js';
import { duration, figure, objectiveWords, percent, secondsBetween } from '../../ui/format.js';

export const JobTable = ({ jobs }) => html`<table class="list">
  <thead><tr>
    <th scope="col">Job</th><th scope="col">State</th><th scope="col" class="wide-only">Objective</th><th scope="col" class="wide-only">Model</th>
    <th scope="col" class="n">Ranking accuracy</th><th scope="col" class="n wide-only">Loss</th><th scope="col" class="n wide-only">Steps</th>
    <th scope="col" class="n wide-only">Took</th><th scope="col" class="n wide-only">Made</th>
  </tr></thead>
  <tbody>${jobs.map((job) => html`<tr key=${job.id}>
    <th scope="row" class="cell-cut cut"><a class="row" href=${`/jobs/${job.id}`}>${job.name ?? job.id}</a></th>
    <td><${State} state=${job.state} paused=${job.paused} /></td>
    <td class="nowrap soft wide-only">${objectiveWords(job.spec.objective)}</td>
    <td class="cell-cut cut soft wide-only">${job.model}</td>
    <td class="n">${percent(job.progress?.accuracy)}</td>
    <td class="n wide-only">${figure(job.progress?.loss)}</td>
    <td class="n wide-only">${job.progress ? job.progress.step : '–'}</td>
    <td class="n nowrap wide-only">${duration(secondsBetween(job.startedAt, job.finishedAt ?? (job.startedAt ? undefined : null)))}</td>
    <td class="n nowrap soft wide-only"><${Time} at=${job.createdAt} /></td>
  </tr>`)}</tbody>
</table>`;
