// Curves by step; the legend follows the cursor, which all charts of a page share.
import { html, useEffect, useLayoutEffect, useRef, useState } from '../view.js';
import { count, figure } from '../ui/format.js';
import { onTheme } from '../ui/theme.js';

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
  const plotter = usePlotter(place);
  const shape = series.map((one) => `${one.name}/${one.tone}/${Boolean(one.low)}/${Boolean(one.dots)}`).join();
  const data = plotter?.aligned(series);

  useLayoutEffect(() => {
    if (!plotter) return undefined;
    const build = () => {
      plot.current?.destroy();
      plot.current = plotter.draw(place.current, data, { series, format, sync, range, height, onCursor: setCursor });
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
  }, [shape, sync, plotter]);
  useEffect(() => plot.current?.setData(data), [series]);

  const at = cursor === null || data?.[0][cursor] === undefined ? null : cursor;
  const told = series.map((one, i) => ({ ...one, value: at === null ? one.points.at(-1)?.[1] : plotter.valueAt(data, series, i, at) }));
  return html`<figure class="chart" role="img" aria-busy=${!plotter} aria-label=${`${title}. ${summary(series, format, x)}`}>
    <div class="legend" aria-hidden="true">${told.map((one) => html`<span><i class=${one.tone}></i>${one.name} <b>${format(one.value)}</b></span>`)}
      ${at !== null && html`<span class="quiet">${x} ${count(data[0][at])}</span>`}</div>
    <div ref=${place} style=${{ minHeight: `${height}px` }}></div>
  </figure>`;
}

/** What draws, once an element has come near the window: what is far below is not drawn yet. */
function usePlotter(element) {
  const [plotter, setPlotter] = useState(null);
  useLayoutEffect(() => {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      import('./plot.js').then(setPlotter);
    }, { rootMargin: AHEAD });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return plotter;
}

function summary(series, format, x) {
  return series.map(({ name, points }) => {
    if (!points.length) return `${name}: no value yet`;
    return `${name}: ${format(points[0][1])} at ${x} ${figure(points[0][0])}, ${format(points.at(-1)[1])} at ${x} ${figure(points.at(-1)[0])}`;
  }).join('; ');
}
