// One value with its interval and marks to compare it with, on an axis of its own.
import { html } from '../view.js';
import { figure } from '../ui/format.js';

const WIDTH = 240;
const HEIGHT = 34;
const EDGE = 14;
const LABEL = 32;

/** Marks whose numbers would lie on each other keep their lines. */
function apart(marks, x) {
  const shown = [];
  for (const mark of [...marks].sort((a, b) => a - b)) if (!shown.length || x(mark) - x(shown.at(-1)) > LABEL) shown.push(mark);
  return shown;
}

export function Interval({ value, low, high, marks, label }) {
  const all = [value, low, high, ...marks];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const pad = (most - least || 1) * 0.06;
  const x = (at) => EDGE + ((at - least + pad) / (most - least + 2 * pad)) * (WIDTH - 2 * EDGE);
  const y = 12;
  return html`<svg class="plot interval" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${`${label} ${figure(value)}, interval ${figure(low)} to ${figure(high)}; thresholds ${marks.map((mark) => figure(mark)).join(', ') || 'none'}`}>
    <line class="rule" x1=${EDGE} x2=${WIDTH - EDGE} y1=${y} y2=${y} />
    ${marks.map((mark) => html`<line class="threshold" x1=${x(mark)} x2=${x(mark)} y1="1" y2="23" />`)}
    ${apart(marks, x).map((mark) => html`<text x=${x(mark)} y=${HEIGHT - 1} text-anchor="middle">${figure(mark, 3)}</text>`)}
    <g class="s1">
      <line class="span" x1=${x(low)} x2=${x(high)} y1=${y} y2=${y} />
      <line class="span" x1=${x(low)} x2=${x(low)} y1=${y - 4} y2=${y + 4} /><line class="span" x1=${x(high)} x2=${x(high)} y1=${y - 4} y2=${y + 4} />
      <circle class="dot" cx=${x(value)} cy=${y} r="4.5" />
    </g>
  </svg>`;
}
