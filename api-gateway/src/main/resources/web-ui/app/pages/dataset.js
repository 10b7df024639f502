// One data set: what the import found, and its pairs.
import { html, useState } from '../view.js';
import { navigate, useTitle } from '../router.js';
import { post, remove, useGet } from '../api/client.js';
import { Confirm, ErrorNotice, Figures, Head, Tabs, Tag, Time, Waiting } from '../ui/basics.js';
import { count, percent } from '../ui/format.js';
import { EmbeddingMap } from './datasets/map.js';
import { Pairs } from './datasets/pairs.js';
import { Report } from './datasets/report.js';

export default function Dataset({ id, tab = 'report' }) {
  const path = `/api/v1/datasets/${id}`;
  const { data: dataset, error, reload } = useGet(path);
  const report = useGet(`${path}/report`);
  const [failure, setFailure] = useState(null);
  const [asked, setAsked] = useState(false);
  useTitle(dataset?.name ?? 'Data set');
  if (error && !dataset) return html`<div class="column"><${ErrorNotice} error=${error} retry=${reload} /></div>`;
  if (!dataset) return html`<div class="column"><${Waiting} /></div>`;
  const drop = () => remove(path).then(() => navigate('/datasets'), setFailure);
  const defects = Object.values(report.data?.defectCounts ?? {}).reduce((sum, n) => sum + n, 0);
  const base = `/datasets/${id}`;
  return html`<div class="column">
    <${Head} title=${dataset.name ?? id} aside=${html`<${Tag}>${dataset.format}<//>`}
      crumbs=${html`<a href="/datasets">Data sets</a>`}
      facts=${html`<span>Uploaded <${Time} at=${dataset.createdAt} /></span><code>${id}</code>`}>
      <button class="button plain danger" onClick=${() => setAsked(true)}>Delete</button>
      <a class="button" href=${`${path}/export?format=parquet`} download>Export</a>
      <${Recommend} id=${id} onFailure=${setFailure} />
    <//>
    ${asked && html`<${Confirm} title=${`Delete ${dataset.name ?? id}?`} action="Delete it" onConfirm=${drop} onClose=${() => setAsked(false)}>
      <p>Its pairs and its report are gone then. Jobs that have ended stay as they are.</p><//>`}
    ${failure && html`<${ErrorNotice} error=${failure} onClose=${() => setFailure(null)} />`}
    <${Figures} items=${[
    ['Pairs', count(dataset.pairs)],
    ['To train on', count(dataset.trainPairs), percent(dataset.trainPairs / dataset.pairs, 0)],
    ['Held out', count(dataset.heldOutPairs), percent(dataset.heldOutPairs / dataset.pairs, 0)],
    ['Rows', count(dataset.rows)],
    ['Bad rows', count(dataset.badRows), dataset.badRows ? percent(dataset.badRows / dataset.rows) : ''],
    report.data?.prompts && ['Different prompts', count(report.data.prompts.different)],
  ]} />
    <${Tabs} label="Parts of the data set" current=${tab === 'report' ? base : `${base}/${tab}`} items=${[
    [base, 'Report', defects ? `${count(defects)} defects` : undefined],
    [`${base}/pairs`, 'Pairs', count(dataset.pairs)],
    [`${base}/map`, 'Map'],
  ]} />
    ${tab === 'pairs' && html`<${Pairs} id=${id} report=${report.data} />`}
    ${tab === 'map' && html`<${EmbeddingMap} id=${id} />`}
    ${tab === 'report' && html`<${Report} id=${id} report=${report} />`}
  </div>`;
}

/** Asks what fits the data, and goes to the answer. */
function Recommend({ id, onFailure }) {
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      const { id: recommendation } = await post('/api/v1/recommendations', { datasetId: id });
      navigate(`/recommendations/${recommendation}`);
    } catch (error) {
      onFailure(error);
      setBusy(false);
    }
  };
  return html`<button class="button primary" disabled=${busy} onClick=${ask}>Recommend an objective</button>`;
}
