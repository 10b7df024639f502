// A sweep as a form: the job that is varied, the fields that vary, and how values are chosen.
import { html, useMemo, useState } from '../view.js';
import { navigate, useTitle } from '../router.js';
import { post, useGet } from '../api/client.js';
import { useDryRun } from '../api/dry-run.js';
import { Card, ErrorNotice, Field, Head, Select, Waiting } from '../ui/basics.js';
import { Fields, withField } from '../ui/schema-form.js';
import { bytes, count, duration } from '../ui/format.js';
import { Basics } from './new-job/basics.js';

const FIRST = [{ field: 'objective.kernel', kind: 'values', values: 'none, rbf, hmk' }, { field: 'objective.divergence', kind: 'values', values: 'kl, jensen_shannon' }];
const KINDS = [['values', 'These values'], ['linear', 'A range'], ['log', 'A range, logarithmic']];

export default function NewSweep() {
  useTitle('New sweep');
  const sweep = useGet('/api/v1/schemas/sweep');
  const job = useGet('/api/v1/schemas/job');
  const error = sweep.error ?? job.error;
  if (error) return html`<div class="column"><${ErrorNotice} error=${error} /></div>`;
  if (!sweep.data || !job.data) return html`<div class="column"><${Waiting} /></div>`;
  return html`<${Form} schema=${sweep.data.properties} paths=${pathsOf(job.data)} />`;
}

/** The paths of a job's fields that can vary. */
function pathsOf(schema, path = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([name, of]) => {
    const at = path ? `${path}.${name}` : name;
    const nested = of.oneOf?.flatMap((one) => one.oneOf ?? [one]).find((one) => one.properties?.kernel) ?? of;
    return nested.properties ? pathsOf(nested, at) : [at];
  });
}

function Form({ schema, paths }) {
  const [base, setBase] = useState({ objective: {} });
  const [dimensions, setDimensions] = useState(FIRST);
  const [rest, setRest] = useState({ search: { method: 'grid' } });
  const [refusal, setRefusal] = useState(null);
  const [busy, setBusy] = useState(false);
  const spec = { ...rest, base, dimensions: dimensions.map(dimensionOf) };
  const complete = Boolean(base.model && base.dataset && dimensions.length);
  const dry = useDryRun('/api/v1/sweeps', spec, complete);
  const key = useMemo(() => crypto.getRandomValues(new Uint32Array(4)).join('-'), [JSON.stringify(spec)]);
  const problem = dry.problem ?? refusal;
  const below = problem && { errors: problem.errors, at: (field) => problem.at(`base.${field}`) };
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const made = await post('/api/v1/sweeps', spec, { headers: { 'Idempotency-Key': key } });
      navigate(`/sweeps/${made.id}`);
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  const change = (i, values) => setDimensions((old) => old.map((one, at) => (at === i ? { ...one, ...values } : one)));
  return html`<form class="column" onSubmit=${submit} novalidate>
    <${Head} title="New sweep" crumbs=${html`<a href="/sweeps">Sweeps</a>`} />
    ${refusal && html`<${ErrorNotice} error=${refusal} onClose=${() => setRefusal(null)} />`}
    <div class="split"><div class="section">
      <${Basics} named=${false} spec=${base} problem=${below} change=${(name) => (value) => setBase((old) => withField(old, name, value) ?? {})} />
      <${Card} title="What varies" note="a field of the job by its path, and its values">
        <datalist id="paths">${paths.map((path) => html`<option value=${path} />`)}</datalist>
        <div class="section">${dimensions.map((one, i) => html`<${Dimension} key=${i} one=${one} error=${problem?.errors.find((error) => error.field.startsWith(`dimensions[${i}]`))?.message} change=${(values) => change(i, values)} drop=${dimensions.length > 1 && (() => setDimensions((old) => old.filter((_, at) => at !== i)))} />`)}
          <div><button type="button" class="button small" onClick=${() => setDimensions([...dimensions, { field: 'training.learningRate', kind: 'log', from: '1e-5', to: '1e-3' }])}>Vary another field</button></div></div>
      <//>
      <${Card} title="How it is searched"><${Fields} properties=${schema} only=${['name', 'search', 'metric', 'parallel', 'folds', 'earlyStopping']} value=${rest} onChange=${(next) => setRest(next ?? {})} path="" problem=${problem} /><//>
    </div>
    <aside class="beside" aria-label="Estimate"><${Card} title="Estimate" note=${dry.asking ? 'checking…' : ''}><div class="section" aria-live="polite">
      ${!complete && html`<p class="quiet">Choose a model and a data set to see what the sweep would take.</p>`}
      ${dry.problem && html`<div class="notice bad"><div><ul>${(dry.problem.errors.length ? dry.problem.errors : [dry.problem]).map((one) => html`<li>${one.message}</li>`)}</ul></div></div>`}
      ${dry.estimate && html`<dl class="facts-list"><dt>Trials</dt><dd>${count(dry.estimate.trials)}</dd><dt>Jobs</dt><dd>${count(dry.estimate.jobs)}</dd><dt>Steps</dt><dd>${count(dry.estimate.steps)}</dd>
        <dt>Time</dt><dd>${dry.estimate.seconds === null ? '–' : `about ${duration(dry.estimate.seconds)}`}</dd><dt>Memory</dt><dd>${bytes(dry.estimate.memoryBytes)}</dd></dl>
        ${dry.estimate.note && html`<p class="quiet small">${dry.estimate.note}</p>`}`}
      <button class="button primary" disabled=${!complete || dry.problem || busy}>${busy ? 'Starting…' : 'Start the sweep'}</button>
    </div><//></aside></div>
  </form>`;
}

function Dimension({ one, error, change, drop }) {
  const text = (name, more) => (attributes) => html`<input ...${attributes} ...${more} autocomplete="off" spellcheck="false" value=${one[name] ?? ''} onInput=${(event) => change({ [name]: event.target.value })} />`;
  return html`<div class="nest"><div class="fields">
    <${Field} label="Field" error=${error} control=${text('field', { list: 'paths' })} />
    <${Field} label="Takes" control=${(attributes) => html`<${Select} attributes=${attributes} value=${one.kind} options=${KINDS} onChange=${(kind) => change({ kind })} />`} />
    ${one.kind === 'values' ? html`<${Field} label="Values" hint="Separated by commas." className="wide" control=${text('values')} />`
    : html`<${Field} label="From" control=${text('from')} /><${Field} label="To" control=${text('to')} /><${Field} label="Points" hint="Of a grid." control=${text('points')} />`}
  </div>${drop && html`<div><button type="button" class="button small plain" onClick=${drop}>Leave it as it is</button></div>`}</div>`;
}

function dimensionOf({ field, kind, values = '', from, to, points }) {
  if (kind === 'values') return { field, values: values.split(',').map((text) => literal(text.trim())).filter((value) => value !== '') };
  return { field, from: literal(from ?? ''), to: literal(to ?? ''), scale: kind, ...(points && { points: literal(points) }) };
}

/** A number, true or false as such; anything else is a text. */
function literal(text) {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
