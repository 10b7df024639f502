// What a line chart is drawn by: uPlot, which pages do not wait for.
import { uPlot } from './uplot.js';
import { count, figure, percent } from '../ui/format.js';
import { colour } from '../ui/theme.js';

const styles = document.createElement('link');
styles.rel = 'stylesheet';
styles.href = new URL('../../lib/uplot.css', import.meta.url);
await new Promise((done) => {
  styles.onload = styles.onerror = done;
  document.head.append(styles);
});

/** A plot of aligned series in an element; onCursor is told the place of the step that is pointed at, or null. */
export const draw = (element, data, { height, ...shown }) => new uPlot(options({ ...shown, width: element.clientWidth, height }), data, element);

/** The steps of all series, and each series' values at them. */
export function aligned(series) {
  const tables = series.flatMap((one) => [one.points, ...(one.low ? [one.low, one.high] : [])]);
  const given = tables.map((points) => [points.map(([x]) => x), points.map(([, y]) => y)]);
  return given.length === 1 ? given[0] : uPlot.join(given);
}

/** The value of a series at a place among the steps, or the latest before. */
export function valueAt(data, series, index, at) {
  const values = data[column(series, index)];
  for (let i = at; i >= 0; i--) if (values?.[i] != null) return values[i];
  return null;
}

/** The column of a series among those that uPlot is given: the interval's ends stand behind its curve. */
function column(series, index) {
  return series.slice(0, index).reduce((sum, one) => sum + (one.low ? 3 : 1), 1);
}

function options({ series, format, sync, range, width, height, onCursor }) {
  const [ink, grid] = [colour('ink-3'), colour('grid')];
  const axis = { stroke: ink, font: '11px Inter, system-ui, sans-serif', grid: { stroke: grid, width: 1 }, ticks: { show: false } };
  const lines = [];
  const bands = [];
  for (const one of series) {
    const stroke = colour(one.tone.replace('s', 'series-'));
    lines.push({ label: one.name, stroke, width: 1.5, spanGaps: true, points: { show: (u, i) => one.dots || u.data[i].filter((value) => value !== null).length < 2, size: 5, fill: stroke } });
    if (one.low) {
      const edge = { stroke: 'transparent', spanGaps: true, points: { show: false } };
      bands.push({ series: [lines.length + 2, lines.length + 1], fill: faint(stroke) });
      lines.push(edge, edge);
    }
  }
  return {
    width,
    height,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { sync: sync ? { key: sync } : undefined, drag: { x: true, y: false }, points: { size: 6 } },
    scales: { x: { time: false, range: (u, least, most) => (u.data[0].length === 1 ? [0, u.data[0][0] || 1] : [Math.min(0, least), Math.max(most, least + 1)]) }, y: { range: (u, least, most) => (range ? padded(range[0] ?? least, range[1] ?? most) : roomy(least, most)) } },
    axes: [
      { ...axis, size: 26, gap: 4, space: 60, values: (u, values) => ticks(values, figure) },
      { ...axis, size: 52, gap: 4, values: (u, values) => ticks(values, format) },
    ],
    series: [{}, ...lines],
    bands,
    hooks: { setCursor: [(u) => onCursor(u.cursor.idx ?? null)] },
  };
}

/** As many decimals as tell the ticks apart. */
function ticks(values, format) {
  const step = Math.abs(values[1] - values[0]) || 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const most = Math.max(...values.map(Math.abs));
  return values.map((value) => {
    if (value === null) return '';
    if (format === percent) return percent(value, Math.max(0, decimals - 2));
    if (most < 1e-2 || most >= 1e6) return figure(value, 3);
    return (decimals ? value.toFixed(decimals) : count(Math.round(value))).replace('-', '−');
  });
}

/** A tenth of the span on both sides; values that are all the same stand in the middle. */
const roomy = (least, most) => (least === null || least === most ? padded(least ?? 0, most ?? 0) : uPlot.rangeNum(least, most, 0.1, true));

const padded = (least, most) => (least === most ? [least - 0.5, most + 0.5] : [least, most]);
const faint = (rgb) => rgb.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.12)');
