// A job that runs, in a card: how far it is, and how its loss falls.
import { html } from '../../view.js';
import { useGet, withQuery } from '../../api/client.js';
import { Progress, State } from '../../ui/basics.js';
import { duration, figure, objectiveWords, percent } from '../../ui/format.js';
import { Spark } from '../../charts/spark.js';

export function RunningJob({ job }) {
  const { step = 0, totalSteps = 0, loss, accuracy, secondsLeft } = job.progress ?? {};
  const curve = useGet(step === 0 ? null : withQuery(`/api/v1/jobs/${job.id}/metrics`, { split: 'train', name: 'loss', maxPoints: 80 }), { every: 4000 });
  return html`<a class="card run" href=${`/jobs/${job.id}`}>
    <span class="top"><span class="name cut">${job.name ?? job.id}</span><${State} state=${job.state} /></span>
    <span class="under"><span class="cut">${objectiveWords(job.spec.objective)}</span><span class="cut">${job.model}</span></span>
    <${Spark} points=${curve.data?.points} />
    <${Progress} share=${totalSteps ? step / totalSteps : null} label=${`Progress of ${job.name ?? job.id}`} />
    <span class="under">
      <span>${totalSteps ? `Step ${step} of ${totalSteps}` : 'Preparing'}</span>
      <span>${loss != null && `Loss ${figure(loss)}`}</span>
      <span>${accuracy != null && `Ranks ${percent(accuracy)} right`}</span>
      <span>${secondsLeft != null && `${duration(secondsLeft)} left`}</span>
    </span>
  </a>`;
}
