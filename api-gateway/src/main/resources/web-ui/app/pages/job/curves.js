// Which curves a job's charts show, loaded once and continued by its events.
import { get, withQuery } from '../../api/client.js';
import { percent } from '../../ui/format.js';

const interval = (name) => ({ low: `${name}.low`, high: `${name}.high` });
const quantiles = (name) => ({ low: `${name}.q05`, high: `${name}.q95` });
const KERNELS = ['rbf', 'polynomial', 'spectral', 'mahalanobis'];

export const CHARTS = [
  { title: 'Loss', note: 'nats', series: [['train', 'loss', 'Training', 's7'], ['held_out', 'loss', 'Held out', 's1']] },
  { title: 'Held-out accuracy', note: '95 % intervals', format: percent, series: [
    ['held_out', 'ranking_accuracy', 'Ranking', 's1', interval('ranking_accuracy')],
    ['held_out', 'preference_accuracy', 'Preference', 's3', interval('preference_accuracy')]] },
  { title: 'Rewards', note: 'means and the middle 90 %', series: [
    ['held_out', 'reward.chosen.mean', 'Chosen', 's1', quantiles('reward.chosen')],
    ['held_out', 'reward.rejected.mean', 'Rejected', 's2', quantiles('reward.rejected')]] },
  { title: 'Reward margin', note: 'chosen less rejected', series: [
    ['train', 'reward_margin', 'Training', 's7'],
    ['held_out', 'reward.margin.mean', 'Held out', 's1', quantiles('reward.margin')]] },
  { title: 'F1 of preferences', format: percent, note: '95 % intervals', series: [
    ['held_out', 'f1.reward.overall', 'By reward', 's1', interval('f1.reward.overall')],
    ['held_out', 'f1.ranking.overall', 'By ranking', 's3', interval('f1.ranking.overall')]] },
  { title: 'Distance from the base', note: 'nats', series: [
    ['held_out', 'divergence.kl', 'KL', 's1'], ['held_out', 'divergence.configured', 'As configured', 's4']] },
  { title: 'Weights of the mixture', series: KERNELS.map((kernel, i) => ['train', `mixture.weight.${kernel}`, kernel, `s${i + 1}`]), range: [0, 1] },
  { title: 'Collapse of the mixture', note: '0 even, 1 one kernel is left', series: [['train', 'mixture.collapse_index', 'Index', 's4']], range: [0, 1] },
  { title: 'Chosen against rejected', note: 'Davies–Bouldin, lower is farther apart', series: [['held_out', 'davies_bouldin', 'Score', 's5']] },
  { title: 'Calibration error', note: 'lower is better', series: [['held_out', 'calibration.ece', 'ECE', 's5'], ['held_out', 'calibration.brier', 'Brier', 's6']] },
  { title: 'Learning rate', series: [['train', 'learning_rate', 'Rate', 's7']] },
  { title: 'Gradient norm', note: 'before clipping', series: [['train', 'gradient_norm', 'Norm', 's7']] },
  { title: 'Speed', note: 'tokens a second', series: [['train', 'tokens_per_second', 'Tokens/s', 's7']] },
];

const key = (split, name) => `${split}:${name}`;

/** Every curve that a chart shows, with the ends of its interval. */
const WANTED = CHARTS.flatMap((chart) => chart.series).flatMap(([split, name, , , ends]) => [
  key(split, name), ...(ends ? [key(split, ends.low), key(split, ends.high)] : []),
]);

/** The first and the last point of each curve of a run: a map from split:name to [[step, value], ...]. */
export const endsOf = (run) => new Map(run.curves.map(({ split, name, first, last, lastStep }) => [key(split, name), [[0, first], [lastStep, last]]]));

/** The charts' curves of a run as they stand: a map like that of their ends. */
export async function loadCurves(job, run) {
  const there = new Set(run.curves.map((curve) => key(curve.split, curve.name)));
  const metrics = WANTED.filter((metric) => there.has(metric));
  if (!metrics.length) return new Map();
  const curves = await get(withQuery(`/api/v1/jobs/${job}/metrics/curves`, { metrics: metrics.join(), maxPoints: 500 }));
  return new Map(curves.map(({ split, name, points }) => [key(split, name), points.map(({ step, value }) => [step, value])]));
}

const SPLIT_OF = { step: 'train', evaluation: 'held_out', spectra: 'held_out' };

/** The curves with what events say beyond their ends. */
export function continued(curves, events) {
  const next = new Map(curves);
  for (const { type, data } of events) {
    const split = SPLIT_OF[type];
    if (!split) continue;
    for (const [name, value] of Object.entries(data)) {
      const points = next.get(key(split, name)) ?? [];
      if (name !== 'step' && value !== null && (points.at(-1)?.[0] ?? -1) < data.step) next.set(key(split, name), [...points, [data.step, value]]);
    }
  }
  return next;
}

/** A chart's series, of those curves that have a value; a chart may be left with none. */
export function seriesOf(chart, curves) {
  return chart.series.map(([split, name, label, tone, ends]) => {
    const points = curves.get(key(split, name)) ?? [];
    const [low, high] = ends ? [curves.get(key(split, ends.low)), curves.get(key(split, ends.high))] : [];
    return { name: label, tone, points, dots: split === 'held_out', ...(low?.length && high?.length && { low, high }) };
  }).filter((series) => series.points.length);
}

export const lastOf = (curves, split, name) => curves.get(key(split, name))?.at(-1)?.[1];
export const firstOf = (curves, split, name) => curves.get(key(split, name))?.[0]?.[1];
