// A curve without axes, for cards.
import { html } from '../view.js';

const WIDTH = 100;
const HEIGHT = 30;

/** @param points {step, value}, by step; nothing is drawn of fewer than two */
export function Spark({ points = [] }) {
  if (points.length < 2) return html`<svg class="spark" viewBox="0 0 100 30" aria-hidden="true"></svg>`;
  const values = points.map((point) => point.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [points[0].step, points.at(-1).step];
  const x = (step) => ((step - from) / (to - from || 1)) * WIDTH;
  const y = (value) => HEIGHT - 2 - ((value - least) / (most - least || 1)) * (HEIGHT - 4);
  const line = points.map((point, i) => `${i ? 'L' : 'M'}${x(point.step).toFixed(2)} ${y(point.value).toFixed(2)}`).join('');
  return html`<svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
    <path class="area" d=${`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} /><path d=${line} />
  </svg>`;
}
