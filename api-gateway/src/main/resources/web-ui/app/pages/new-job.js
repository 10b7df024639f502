// A job as a form. The server alone checks it: while one writes, a dry run says what is wrong, where, and what it would cost.
import { html, useEffect, useMemo, useState } from '../view.js';
import { navigate, useQuery, useTitle } from '../router.js';
import { post, useGet } from '../api/client.js';
import { Card, ErrorNotice, Head, Waiting } from '../ui/basics.js';
import { decided, Fields, Fold, withField } from '../ui/schema-form.js';
import { useDryRun } from '../api/dry-run.js';
import { Basics } from './new-job/basics.js';
import { Estimate } from './new-job/estimate.js';
import { ObjectiveForm } from './new-job/objective-form.js';

const FIRST_OF_TRAINING = ['epochs', 'steps', 'learningRate', 'batchTokens', 'maxLength', 'lora'];

export default function NewJob() {
  useTitle('New job');
  const [query] = useQuery();
  const description = useGet('/api/v1/schemas/job');
  const catalogue = useGet('/api/v1/objectives');
  const recommendation = useGet(query.recommendation ? `/api/v1/recommendations/${query.recommendation}` : null);
  const earlier = useGet(query.from ? `/api/v1/jobs/${query.from}` : null);
  const error = [description, catalogue, recommendation, earlier].map((one) => one.error).find(Boolean);
  if (error) return html`<div class="column"><${ErrorNotice} error=${error} /></div>`;
  if ([description, catalogue, recommendation, earlier].some((one) => one.loading)) return html`<div class="column"><${Waiting} /></div>`;
  const schema = description.data.properties;
  return html`<${Form} schema=${schema} catalogue=${catalogue.data} start=${startOf(query, recommendation.data, earlier.data, description.data)} />`;
}

/** What the form has in it at first: what was decided of an earlier job, or a recommendation, or what the URL names. */
function startOf(query, recommendation, earlier, schema) {
  if (earlier) return { ...decided(earlier.spec, schema), name: undefined };
  const start = {};
  if (query.model) start.model = query.model;
  if (query.dataset ?? recommendation?.datasetId) start.dataset = query.dataset ?? recommendation.datasetId;
  if (recommendation) start.objective = recommendation.objective;
  return decided(start, schema);
}

function Form({ schema, catalogue, start }) {
  const [spec, setSpec] = useState(start);
  const [refusal, setRefusal] = useState(null);
  const [busy, setBusy] = useState(false);
  const complete = Boolean(spec.model && spec.dataset);
  const dry = useDryRun('/api/v1/jobs', spec, complete);
  const key = useMemo(() => crypto.getRandomValues(new Uint32Array(4)).join('-'), [spec]);
  const problem = dry.problem ?? refusal;
  useEffect(() => setRefusal(null), [spec]);
  const change = (name) => (value) => setSpec((old) => withField(old, name, value) ?? {});
  const submit = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      const job = await post('/api/v1/jobs', spec, { headers: { 'Idempotency-Key': key } });
      navigate(`/jobs/${job.id}`);
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  };
  const part = (name, title, only) => html`<${Card} title=${title} note=${schema[name].description}>
    <${Parts} schema=${schema[name]} value=${spec[name]} path=${name} onChange=${change(name)} problem=${problem} only=${only} /><//>`;
  return html`<form class="column" onSubmit=${submit} novalidate>
    <${Head} title="New job" crumbs=${html`<a href="/jobs">Jobs</a>`} />
    <div class="split">
      <div class="section">
        <${Basics} spec=${spec} change=${change} problem=${problem} />
        <${ObjectiveForm} spec=${spec} setSpec=${setSpec} schema=${schema} catalogue=${catalogue} problem=${problem} />
        ${part('training', 'Training', FIRST_OF_TRAINING)}
        ${part('evaluation', 'Evaluation')}
        ${part('export', 'Export')}
      </div>
      <${Estimate} dry=${dry} problem=${problem} complete=${complete} busy=${busy} onRemedy=${(changes) => setSpec((old) => changed(old, changes))} />
    </div>
  </form>`;
}

/** The first fields of an object, and the others behind a fold. */
function Parts({ schema, only, ...rest }) {
  const names = Object.keys(schema.properties);
  const first = only?.filter((name) => names.includes(name)) ?? names;
  const others = names.filter((name) => !first.includes(name));
  const wrong = others.some((name) => rest.problem?.within(`${rest.path}.${name}`));
  return html`<${Fields} properties=${schema.properties} only=${first} ...${rest} />
    ${others.length > 0 && html`<${Fold} summary="All settings" wrong=${wrong}><${Fields} properties=${schema.properties} only=${others} ...${rest} /><//>`}`;
}

/** The spec with values at dotted paths: {"training.maxLength": 512}. */
function changed(spec, changes) {
  return Object.entries(changes).reduce((all, [path, value]) => at(all, path.split('.'), value), spec);
}

const at = (object, [name, ...rest], value) => ({ ...object, [name]: rest.length ? at(object?.[name] ?? {}, rest, value) : value });
