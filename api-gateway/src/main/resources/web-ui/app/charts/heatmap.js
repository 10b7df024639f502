// A table whose cells are shaded by their values: the stronger, the better.
import { html } from '../view.js';

/** @param cells row by row {value, best?, href?, title?}; value may be null. @param lowIsGood turns the shading round */
export function Heatmap({ rows, columns, cells, format, label, lowIsGood = false }) {
  const values = cells.flat().map((cell) => cell.value).filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const strength = (value) => {
    const share = most === least ? 1 : (value - least) / (most - least);
    return lowIsGood ? 1 - share : share;
  };
  return html`<table class="heat"><caption class="unseen">${label}</caption>
    <thead><tr><td></td>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.map((row, r) => html`<tr><th scope="row">${row}</th>${cells[r].map((cell) => html`<${Cell} cell=${cell} format=${format} strength=${cell.value === null ? null : strength(cell.value)} />`)}</tr>`)}</tbody>
  </table>`;
}

function Cell({ cell, strength, format }) {
  const text = cell.value === null ? '–' : format(cell.value);
  const style = strength === null ? undefined : { background: `color-mix(in oklab, var(--heat) ${Math.round(8 + strength * 62)}%, var(--surface))` };
  return html`<td class=${`${cell.best ? 'best' : ''} ${strength === null ? '' : 'told'}`} style=${style} title=${cell.title}>${cell.href ? html`<a href=${cell.href}>${text}</a>` : text}${cell.best && html`<span class="unseen"> best</span>`}</td>`;
}
