// Which rules were tried, in their order, and which one decided.
import { html } from '../../view.js';
import { Card } from '../../ui/basics.js';
import { words } from '../../ui/format.js';

export const Rules = ({ it }) => html`<div class="grid two">
  <${Trace} title="Kernel" trace=${it.kernelTrace} otherwise=${it.objective.kernel.name ?? it.objective.kernel} />
  <${Trace} title="Divergence" trace=${it.divergenceTrace} otherwise=${it.objective.divergence?.name ?? it.objective.divergence} />
</div>`;

function Trace({ title, trace, otherwise }) {
  const decided = trace.some((rule) => rule.fired && rule.choice === otherwise);
  return html`<${Card} title=${`Rules for the ${title.toLowerCase()}`} note="the first that holds decides" flush>
    <div class="scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col"><span class="unseen">Order</span></th><th scope="col">Choice</th><th scope="col">Rule</th><th scope="col">Held</th></tr></thead>
      <tbody>
        ${trace.map((rule, i) => html`<tr class=${rule.fired && rule.choice === otherwise ? 'chosen' : ''}>
          <td class="n quiet">${i + 1}</td><th scope="row">${words(rule.choice)}</th><td>${rule.rule}<p class="small quiet">${rule.values}</p></td><td>${rule.fired ? 'Yes' : html`<span class="quiet">No</span>`}</td>
        </tr>`)}
        ${!decided && html`<tr class="chosen"><td></td><th scope="row">${words(otherwise)}</th><td>No rule holds</td><td>–</td></tr>`}
      </tbody>
    </table></div>
  <//>`;
}
