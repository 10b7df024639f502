// The eight metrics, each with its interval against the thresholds that rules compare it with.
import { html } from '../../view.js';
import { Card } from '../../ui/basics.js';
import { figure, words } from '../../ui/format.js';
import { Interval } from '../../charts/interval.js';

const NAMES = { pnd: 'PND', pnav: 'PNAV', tat: 'TAT', nag: 'NAG', supportOverlap: 'Support overlap', drift: 'Drift', kurtosis: 'Kurtosis', smoothness: 'Smoothness' };
const SIGNS = { above: '>', below: '<', at_most: '≤', near_zero: '| | <' };

export const Metrics = ({ it }) => html`<${Card} title="What was measured" flush note=${`95 % intervals; dashed: thresholds (${it.thresholds === 'paper' ? "the paper's" : 'thirds of a reference collection'})`}>
  <div class="scroll" tabindex="0"><table class="list stack">
    <thead><tr><th scope="col">Metric</th><th scope="col" class="n">Value</th><th scope="col" class="n">95 % interval</th><th scope="col" class="plot-cell"><span class="unseen">Plot</span></th><th scope="col">Rules compare it with</th></tr></thead>
    <tbody>${it.metrics.map((metric) => html`<${Row} key=${metric.name} metric=${metric} />`)}</tbody>
  </table></div>
<//>`;

function Row({ metric }) {
  const name = NAMES[metric.name] ?? words(metric.name);
  const thresholds = metric.thresholds ?? [];
  const marks = [...new Set(thresholds.flatMap((one) => (one.comparison === 'near_zero' ? [-one.threshold, one.threshold] : [one.threshold])))];
  return html`<tr>
    <th scope="row">${name}<p class="small quiet meaning">${metric.meaning}</p></th>
    <td class="n"><strong>${metric.value === null ? 'cannot be said' : figure(metric.value)}</strong></td>
    <td class="n nowrap" title=${metric.intervalBias}>${metric.interval ? `${figure(metric.interval.low)} to ${figure(metric.interval.high)}` : '–'}</td>
    <td class="plot-cell">${metric.value !== null && html`<${Interval} value=${metric.value} low=${metric.interval?.low ?? metric.value} high=${metric.interval?.high ?? metric.value} marks=${marks} label=${name} />`}</td>
    <td><div class="tags">${thresholds.map((one) => html`<span class=${`tag ${one.holds ? 'holds' : ''}`} title=${one.holds ? 'holds' : 'does not hold'}>${words(one.choice)}: ${SIGNS[one.comparison]} ${figure(one.threshold, 3)}${one.holds ? html` <b aria-label="holds">✓</b>` : ''}</span>`)}</div></td>
  </tr>`;
}
