// Figures, sizes and times as people read them, in the reader's own zone.
const NONE = '–';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const missing = (value) => value === null || value === undefined || Number.isNaN(value);
const clock = (at, ...parts) => parts.map((part) => String(at[`get${part}`]()).padStart(2, '0')).join(':');
const minus = (text) => text.replace('-', '−');

export const count = (value) => (missing(value) ? NONE : String(value).replace(/\B(?=(\d{3})+$)/g, ','));

/** Four significant digits, as an exponent only where the number is very small or large. */
export function figure(value, digits = 4) {
  if (missing(value)) return NONE;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return minus(value.toExponential(2).replace('e+', 'e'));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return minus(value.toFixed(Math.min(decimals, digits)));
}

export const percent = (share, digits = 1) => (missing(share) ? NONE : minus(`${(share * 100).toFixed(digits)} %`));

export function bytes(value) {
  if (missing(value)) return NONE;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const unit = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
  return `${unit ? (value / 1000 ** unit).toPrecision(3) : value} ${units[unit]}`;
}

export function duration(seconds) {
  if (missing(seconds)) return NONE;
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  if (s < 86400) return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
}

/** Seconds between two times; until now where the second is not there yet. */
export const secondsBetween = (from, to) => (from ? ((to ? new Date(to) : new Date()) - new Date(from)) / 1000 : null);

// The first of Intl's formats takes a phone a tenth of a second: only what somebody points at has one.
export const fullTime = (iso) => new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
export const clockTime = (iso) => clock(new Date(iso), 'Hours', 'Minutes', 'Seconds');
export function shortTime(iso) {
  const seconds = secondsBetween(iso);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ago`;
  const at = new Date(iso);
  return `${at.getDate()} ${MONTHS[at.getMonth()]}, ${clock(at, 'Hours', 'Minutes')}`;
}

const WORDS = {
  ranking_accuracy: 'Ranking accuracy', preference_accuracy: 'Preference accuracy', jensen_shannon: 'Jensen–Shannon', kl: 'KL', forward_kl: 'forward KL',
  renyi: 'Rényi', rbf: 'RBF', hmk: 'HMK', dpo: 'DPO', f: 'f-divergence',
};

/** A name of the API as words: jensen_shannon is Jensen–Shannon. */
export const words = (name) => WORDS[name] ?? String(name).replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());

/** A field's name as words: learningRate is Learning rate. */
export const fieldWords = (name) => words(name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`));

const named = (choice) => (typeof choice === 'string' ? choice : choice?.name);

/** An objective in a few words: RBF · Jensen–Shannon; plain DPO where it is that. */
export function objectiveWords(objective) {
  if (!objective || objective === 'auto') return 'Chosen from the data';
  const kernel = named(objective.kernel) ?? 'none';
  const divergence = named(objective.divergence) ?? 'none';
  const parts = [kernel === 'none' ? 'DPO' : words(kernel)];
  if (divergence !== 'none') parts.push(words(divergence));
  return parts.join(' · ');
}
