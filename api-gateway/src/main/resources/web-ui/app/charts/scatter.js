// Points of a few groups in a plane, axes without units.
import { html } from '../view.js';

const SIZE = 420;
const EDGE = 14;

/** @param groups {name, tone, points: {x, y}}; @param all the points that the frame has room for */
export function Scatter({ groups, all, label }) {
  const span = (axis) => {
    const values = all.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [[x0, x1], [y0, y1]] = [span('x'), span('y')];
  const x = (value) => EDGE + ((value - x0) / (x1 - x0 || 1)) * (SIZE * 1.4 - 2 * EDGE);
  const y = (value) => SIZE - EDGE - ((value - y0) / (y1 - y0 || 1)) * (SIZE - 2 * EDGE);
  return html`<figure>
    <div class="legend" aria-hidden="true">${groups.map((group) => html`<span><i class=${group.tone}></i>${group.name} <b>${group.points.length}</b></span>`)}</div>
    <svg class="plot" viewBox=${`0 0 ${SIZE * 1.4} ${SIZE}`} role="img" aria-label=${label}>
      <line class="rule" x1=${x(0)} x2=${x(0)} y1="0" y2=${SIZE} /><line class="rule" x1="0" x2=${SIZE * 1.4} y1=${y(0)} y2=${y(0)} />
      ${groups.map((group) => html`<g class=${group.tone} fill-opacity="0.65">${group.points.map((point) => html`<circle class="dot" cx=${x(point.x).toFixed(1)} cy=${y(point.y).toFixed(1)} r="3" />`)}</g>`)}
    </svg>
  </figure>`;
}
