// What the chosen kernel makes of a margin, and how hard it pushes there, as its parameters move.
import { html, useEffect, useState } from '../../view.js';
import { post } from '../../api/client.js';
import { LineChart } from '../../charts/line.js';
import { figure } from '../../ui/format.js';

const REST = 150;

export function PsiPlot({ objective }) {
  const [curve, setCurve] = useState(null);
  const { kernel, formulation } = objective;
  const asked = JSON.stringify({ kernel, formulation });
  useEffect(() => {
    const abort = new AbortController();
    // What is wrong with the kernel is said at its field; the last curve stays meanwhile.
    const timer = setTimeout(() => post('/api/v1/objectives/psi', JSON.parse(asked), { signal: abort.signal }).then(setCurve, () => {}), REST);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  if (!curve) return null;
  const line = (name, values, tone) => ({ name, tone, points: values.map((value, i) => [curve.margins[i], value]) });
  const paper = formulation === 'paper';
  const series = [line(paper ? 'κ(z)' : 'ψ(m)', curve.psi, 's1'), line('Slope', curve.slope, 's2')];
  return html`<div><h3>What the kernel makes of a margin</h3><p class="quiet small">The slope says how hard a pair is pushed: 1 is DPO's, 0 is not at all.</p>
    <${LineChart} title="psi and its slope by margin" series=${series} x=${paper ? 'log ratio' : 'margin'} format=${figure} height=${180} /></div>`;
}
