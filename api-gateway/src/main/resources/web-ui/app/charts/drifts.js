// A value of each matrix before and after, by layer: a line from where it was to where it is.
import { html } from '../view.js';
import { figure } from '../ui/format.js';

const WIDTH = 600;
const LEFT = 34;
const TOP = 10;
const HEIGHT = 400;

/** @param rows {name, layer, before, after}; @param low, high the band in which values are expected */
export function Drifts({ rows, low, high }) {
  const names = [...new Set(rows.map((row) => row.name))].sort();
  const layers = Math.max(...rows.map((row) => row.layer)) + 1;
  const values = rows.flatMap((row) => [row.before, row.after]).filter((value) => value != null);
  const [least, most] = [Math.min(low, ...values), Math.max(high, ...values)];
  const column = (WIDTH - LEFT) / layers;
  const x = (row) => LEFT + row.layer * column + (names.indexOf(row.name) + 1) * (column / (names.length + 1));
  const y = (value) => TOP + (1 - (value - least) / (most - least)) * (HEIGHT - TOP);
  const every = Math.ceil(layers / 16);
  return html`<figure>
    <div class="legend" aria-hidden="true">${names.map((name, i) => html`<span><i class=${`s${(i % 7) + 1}`}></i>${name.replace(/.*\./, '')}</span>`)}</div>
    <svg class="plot" viewBox=${`0 0 ${WIDTH} ${HEIGHT + 24}`} role="img" aria-label=${`Alpha of ${rows.length} matrices in ${layers} layers: ${figure(Math.min(...values), 3)} to ${figure(Math.max(...values), 3)}; well trained ones lie from ${low} to ${high}`}>
      ${[least, low, high, most].map((value) => html`<line class=${value === low || value === high ? 'threshold' : 'rule'} x1=${LEFT} x2=${WIDTH} y1=${y(value)} y2=${y(value)} /><text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${figure(value, 2)}</text>`)}
      ${rows.map((row) => html`<g class=${`s${(names.indexOf(row.name) % 7) + 1}`}>
        <title>${`${row.name}, layer ${row.layer}: ${figure(row.before, 3)} to ${figure(row.after, 3)}`}</title>
        ${row.before != null && html`<line class="span" stroke-opacity="0.5" x1=${x(row)} x2=${x(row)} y1=${y(row.before)} y2=${y(row.after)} />`}
        <circle class="dot" cx=${x(row)} cy=${y(row.after)} r="3" />
      </g>`)}
      ${Array.from({ length: layers }, (_, i) => i).filter((i) => i % every === 0).map((i) => html`<text x=${LEFT + (i + 0.5) * column} y=${HEIGHT + 18} text-anchor="middle">${i}</text>`)}
    </svg>
  </figure>`;
}
