// Curves by step, drawn by uPlot; the legend follows the cursor, which all charts of a page share.
import uPlot from 'uplot';
import { html, useEffect, useLayoutEffect, useRef, useState } from '../view.js';
import { count, figure, percent } from '../ui/format.js';
import { colour, onTheme } from '../ui/theme.js';

const styles = document.createElement('link');
styles.rel = 'stylesheet';
styles.href = new URL('../../lib/uplot.css', import.meta.url);
document.head.append(styles);

const HEIGHT = 208;
const AHEAD = '200px';

/**
 * @param series {name, tone, points: [[x, y], ...], low?, high?: points of an interval, dots?}
 * @param format of values; figure unless told otherwise
 * @param x name of the horizontal axis
 * @param sync charts of the same name share a cursor
 * @param range [least, most] of the vertical axis; either may be null
 */
export function LineChart({ title, series, format = figure, x = 'step', sync, range, height = HEIGHT }) {
  const place = useRef();
  const plot = useRef();
  const [cursor, setCursor] = useState(null);
  const near = useNear(place);
  const shape = series.map((one) => `${one.name}/${one.tone}/${Boolean(one.low)}/${Boolean(one.dots)}`).join();
  const data = aligned(series);

  useLayoutEffect(() => {
    if (!near) return undefined;
    const build = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options({ series, format, sync, range, width: place.current.clientWidth, height, onCursor: setCursor }), data, place.current);
    };
    build();
    const size = new ResizeObserver(() => plot.current.setSize({ width: place.current.clientWidth, height }));
    size.observe(place.current);
    const stop = onTheme(build);
    return () => {
      stop();
      size.disconnect();
      plot.current.destroy();
      plot.current = null;
    };
  }, [shape, sync, near]);
  useEffect(() => plot.current?.setData(data), [series]);

  const at = cursor === null || data[0][cursor] === undefined ? null : cursor;
  const told = series.map((one, i) => ({ ...one, value: at === null ? one.points.at(-1)?.[1] : valueAt(data, column(series, i), at) }));
  return html`<figure class="chart" role="img" aria-busy=${!near} aria-label=${`${title}. ${summary(series, format, x)}`}>
    <div class="legend" aria-hidden="true">${told.map((one) => html`<span><i class=${one.tone}></i>${one.name} <b>${format(one.value)}</b></span>`)}
      ${at !== null && html`<span class="quiet">${x} ${count(data[0][at])}</span>`}</div>
    <div ref=${place} style=${{ minHeight: `${height}px` }}></div>
  </figure>`;
}

/** Whether an element has come near the window: what is far below is not drawn yet. */
function useNear(element) {
  const [near, setNear] = useState(false);
  useLayoutEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setNear(true), { rootMargin: AHEAD });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return near;
}

/** The column of a series among those that uPlot is given: the interval's ends stand behind its curve. */
function column(series, index) {
  return series.slice(0, index).reduce((sum, one) => sum + (one.low ? 3 : 1), 1);
}

function aligned(series) {
  const tables = series.flatMap((one) => [one.points, ...(one.low ? [one.low, one.high] : [])]);
  const given = tables.map((points) => [points.map(([x]) => x), points.map(([, y]) => y)]);
  return given.length === 1 ? given[0] : uPlot.join(given);
}

function valueAt(data, index, at) {
  for (let i = at; i >= 0; i--) if (data[index]?.[i] != null) return data[index][i];
  return null;
}

function summary(series, format, x) {
  return series.map(({ name, points }) => {
    if (!points.length) return `${name}: no value yet`;
    return `${name}: ${format(points[0][1])} at ${x} ${figure(points[0][0])}, ${format(points.at(-1)[1])} at ${x} ${figure(points.at(-1)[0])}`;
  }).join('; ');
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
      { ...axis, size: 26, gap: 4, space: 60 },
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
    return most < 1e-2 || most >= 1e5 ? figure(value, 3) : value.toFixed(decimals).replace('-', '−');
  });
}

/** A tenth of the span on both sides; values that are all the same stand in the middle. */
const roomy = (least, most) => (least === null || least === most ? padded(least ?? 0, most ?? 0) : uPlot.rangeNum(least, most, 0.1, true));

const padded = (least, most) => (least === most ? [least - 0.5, most + 0.5] : [least, most]);
const faint = (rgb) => rgb.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.12)');
