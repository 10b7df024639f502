// The metrics by which runs are compared, in words, and which way is better.
import { figure, percent, words } from './format.js';

const KNOWN = {
  ranking_accuracy: { name: 'Ranking accuracy', format: percent, higher: true },
  preference_accuracy: { name: 'Preference accuracy', format: percent, higher: true },
  'f1.reward.overall': { name: 'F1 by reward', format: percent, higher: true },
  'f1.ranking.overall': { name: 'F1 by ranking', format: percent, higher: true },
  loss: { name: 'Loss', format: figure, higher: false },
  'reward.margin.mean': { name: 'Reward margin', format: figure, higher: true },
  'reward.chosen.mean': { name: 'Reward of chosen', format: figure, higher: true },
  'divergence.kl': { name: 'KL from the base', format: figure, higher: false },
  'calibration.ece': { name: 'Calibration error', format: figure, higher: false },
  davies_bouldin: { name: 'Davies–Bouldin', format: figure, higher: false },
  weighted_alpha: { name: 'Weighted alpha', format: figure, higher: false },
};

export const METRICS = Object.keys(KNOWN);
export const metric = (name) => KNOWN[name] ?? { name: words(name), format: figure, higher: true };
