// Which model, on which data, by which name.
import { html } from '../../view.js';
import { useGet } from '../../api/client.js';
import { Card, Field, Select } from '../../ui/basics.js';
import { bytes, count } from '../../ui/format.js';

/** @param named whether the job has a name of its own */
export function Basics({ spec, change, problem, named = true }) {
  const models = useGet('/api/v1/models');
  const datasets = useGet('/api/v1/datasets?limit=100');
  const model = models.data?.find((one) => one.name === spec.model);
  const text = (name, more) => (attributes) => html`<input ...${attributes} ...${more} autocomplete="off" spellcheck="false" value=${spec[name] ?? ''} onInput=${(event) => change(name)(event.target.value)} />`;
  const choices = (datasets.data?.items ?? []).map((one) => [one.id, `${one.name ?? one.id} (${count(one.pairs)} pairs)`]);
  const dataset = (name, none) => (attributes) => html`<${Select} attributes=${attributes} value=${spec[name] ?? ''} onChange=${change(name)} options=${[['', none], ...choices]} />`;
  return html`<${Card} title="What and on what"><div class="fields">
    <${Field} label="Model" error=${problem?.at('model')} hint=${model ? `${model.architecture}, ${count(model.parameters)} parameters, ${bytes(model.bytes)}` : 'One of the folder of models, or hf:owner/name[@revision].'}
      control=${(attributes) => html`${text('model', { list: 'models', required: true })(attributes)}<datalist id="models">${(models.data ?? []).map((one) => html`<option value=${one.name} />`)}</datalist>`} />
    <${Field} label="Data set" error=${problem?.at('dataset')} control=${dataset('dataset', 'Choose one')} />
    ${named && html`<${Field} label="Name" hint="What people call the job." error=${problem?.at('name')} control=${text('name')} />`}
    <${Field} label="Evaluate on" hint="Another data set, all of which is held out." error=${problem?.at('evalDataset')} control=${dataset('evalDataset', 'What the split holds out')} />
  </div><//>`;
}
