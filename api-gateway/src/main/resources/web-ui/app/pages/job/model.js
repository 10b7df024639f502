// Where the hidden states of chosen and rejected responses lie, and what training did to the spectra of the weights.
import { html, useState } from '../../view.js';
import { useGet } from '../../api/client.js';
import { Card, Empty, ErrorNotice, Waiting } from '../../ui/basics.js';
import { figure, percent } from '../../ui/format.js';
import { Drifts } from '../../charts/drifts.js';
import { Scatter } from '../../charts/scatter.js';

export default function Model({ job, run, loaded }) {
  const done = job.state === 'succeeded';
  const scatter = useGet(done ? `/api/v1/jobs/${job.id}/artifacts/embedding_scatter.json` : null);
  const matrices = run?.details?.spectra?.matrices ?? [];
  if (!done) return html`<${Empty} title="Not yet"><p>Hidden states and spectra are laid out once the job has succeeded.</p><//>`;
  return html`
    ${(scatter.loading || !loaded) && html`<${Waiting} />`}
    ${scatter.error && html`<${ErrorNotice} error=${scatter.error} retry=${scatter.reload} />`}
    <div class="grid two">
      ${scatter.data?.snapshots.length > 0 && html`<${States} data=${scatter.data} />`}
      ${matrices.length > 0 && html`<${Spectra} matrices=${matrices} drift=${run.details.spectra.drift} />`}
    </div>
    ${run && !matrices.length && html`<p class="quiet small">The model's matrices are too small for a power law to be fitted to their spectra.</p>`}`;
}

function States({ data }) {
  const [at, setAt] = useState(data.snapshots.length - 1);
  const shot = data.snapshots[at];
  const all = data.snapshots.flatMap((one) => one.points);
  const groups = [['chosen', 'Chosen', 's1'], ['rejected', 'Rejected', 's2']].map(([side, name, tone]) => ({ name, tone, points: shot.points.filter((point) => point.side === side) }));
  const moment = shot.step === 0 ? 'before training' : `step ${shot.step}, epoch ${figure(shot.epoch, 2)}`;
  return html`<${Card} title="Hidden states of held-out responses" note=${`the plane that holds ${percent(data.explainedX + data.explainedY, 0)} of their variance at the end`}>
    <${Scatter} groups=${groups} all=${all} label=${`Hidden states of responses, ${moment}`} />
    ${data.snapshots.length > 1 && html`<label class="field"><span class="label">${moment}</span>
      <input type="range" min="0" max=${data.snapshots.length - 1} value=${at} onInput=${(event) => setAt(Number(event.target.value))} aria-valuetext=${moment} /></label>`}
  <//>`;
}

const LAYER = /layers\.(\d+)\./;

function Spectra({ matrices, drift }) {
  const rows = matrices.map((one) => ({ name: one.matrix.replace(/^model\.layers\.\d+\./, ''), layer: Number(LAYER.exec(one.matrix)?.[1] ?? 0), before: one.alphaBefore, after: one.alpha }));
  return html`<${Card} title="Weighted alpha by layer" note=${`drift ${figure(drift.weightedAlpha, 3)}; most moved: ${drift.mostMoved}`}>
    <${Drifts} rows=${rows} low=${2} high=${6} />
  <//>`;
}
