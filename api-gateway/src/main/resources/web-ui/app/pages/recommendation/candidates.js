// All candidates by how well the rules for them hold: as a grid, and in their order.
import { html, useState } from '../../view.js';
import { Card } from '../../ui/basics.js';
import { words } from '../../ui/format.js';
import { Heatmap } from '../../charts/heatmap.js';

const FIRST = 10;

export function Candidates({ candidates }) {
  const [all, setAll] = useState(false);
  const kernels = [...new Set(candidates.map((one) => one.kernel))];
  const divergences = [...new Set(candidates.map((one) => one.divergence))];
  const at = (kernel, divergence) => candidates.find((one) => one.kernel === kernel && one.divergence === divergence);
  const cells = kernels.map((kernel) => divergences.map((divergence) => {
    const one = at(kernel, divergence);
    return { value: one?.score ?? null, best: Boolean(one?.recommended) };
  }));
  return html`<${Card} title=${`The ${candidates.length} candidates`} note="how well the rules for both hold, 0 to 1">
    <div class="scroll" tabindex="0"><${Heatmap} rows=${kernels.map((kernel) => (kernel === 'none' ? 'DPO' : words(kernel)))} columns=${divergences.map(words)} cells=${cells} format=${(value) => value.toFixed(2)} label="Score by kernel and divergence" /></div>
    <ol class="ranked">${candidates.slice(0, all ? undefined : FIRST).map((one, i) => html`<li class=${one.recommended ? 'chosen' : ''}>
      <span class="quiet number">${i + 1}</span><span>${one.kernel === 'none' ? 'DPO' : words(one.kernel)} · ${words(one.divergence)}</span>
      <span class="number">${one.score === null ? html`<span class="quiet">no rule</span>` : one.score.toFixed(3)}</span></li>`)}</ol>
    <button class="button small" aria-expanded=${all} onClick=${() => setAll(!all)}>${all ? 'Only the first' : `All ${candidates.length}`}</button>
  <//>`;
}
