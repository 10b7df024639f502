// What the page of a document needs first, asked for while the page's modules still load.
import { getAhead } from './api/client.js';

const one = (path) => getAhead(`/api/v1${path}`);

// Parts of a page import more of their own: they are on their way with the page.
const job = (path) => Promise.all([import('./pages/job/charts.js'), import('./pages/job/use-job.js'), jobAndRun(path)]);
const recommendation = (path) => Promise.all([
  import('./pages/recommendation/candidates.js'), import('./pages/recommendation/data-map.js'), import('./pages/recommendation/metrics.js'), choiceAndData(path),
]);

async function jobAndRun(path) {
  const { progress } = await one(path);
  if (progress?.step > 0) await one(`${path}/metrics`);
}

async function choiceAndData(path) {
  const { datasetId } = await one(path);
  await one(`/datasets/${datasetId}`);
}

const READS = [[/^\/datasets\/[^/]+$/, one], [/^\/recommendations\/[^/]+$/, recommendation], [/^\/jobs\/(?!new$)[^/]+$/, job]];

/** Of failures the page itself tells, when it reads. */
export const readAhead = (path) => READS.filter(([pattern]) => pattern.test(path)).forEach(([, read]) => read(path).catch(() => {}));
