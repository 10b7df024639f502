// Spans of several rows on one logarithmic axis: from least to most, with a dot in the middle.
import { html } from '../view.js';
import { count } from '../ui/format.js';

const WIDTH = 440;
const LEFT = 64;
const RIGHT = 24;
const ROW = 30;

/** @param rows {name, low, middle, high, inner?, tone}; inner is a thicker span [from, ..., to] with ticks */
export function Ranges({ rows, unit }) {
  const most = Math.max(...rows.map((row) => row.high), 10);
  const least = Math.max(1, Math.min(...rows.map((row) => row.low)));
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const x = (value) => LEFT + ((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from || 1)) * (WIDTH - LEFT - RIGHT);
  const bottom = rows.length * ROW + 6;
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const sentence = rows.map((row) => `${row.name}: ${count(row.low)} to ${count(row.high)}, middle ${count(Math.round(row.middle))}`).join('; ');
  return html`<svg class="plot ranges" viewBox=${`0 0 ${WIDTH} ${bottom + 22}`} role="img" aria-label=${`In ${unit}. ${sentence}`}>
    ${ticks.map((tick) => html`<line class="rule" x1=${x(tick)} x2=${x(tick)} y1="0" y2=${bottom} /><text x=${x(tick)} y=${bottom + 15} text-anchor="middle">${count(tick)}</text>`)}
    ${rows.map((row, i) => {
    const y = i * ROW + ROW / 2 + 4;
    return html`<g class=${row.tone}>
      <text class="strong" x="0" y=${y + 4}>${row.name}</text>
      <line class="span" x1=${x(row.low)} x2=${x(row.high)} y1=${y} y2=${y} stroke-opacity="0.45" />
      ${row.inner && html`<line class="span" x1=${x(row.inner[0])} x2=${x(row.inner.at(-1))} y1=${y} y2=${y} stroke-width="6" />`}
      <circle class="dot" cx=${x(row.middle)} cy=${y} r="4.5" />
      <text x=${x(row.middle)} y=${y - 8} text-anchor="middle">${count(Math.round(row.middle))}</text>
    </g>`;
  })}
  </svg>`;
}
