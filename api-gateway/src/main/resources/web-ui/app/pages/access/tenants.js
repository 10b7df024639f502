// Tenants, and what each may.
import { html, useState } from '../../view.js';
import { post, put, useGet } from '../../api/client.js';
import { Card, ErrorNotice, Field, Time, Waiting } from '../../ui/basics.js';
import { fieldWords } from '../../ui/format.js';

export function Tenants() {
  const { data, error, loading, reload } = useGet('/api/v1/tenants');
  return html`
    <${NewTenant} onMade=${reload} />
    ${loading && html`<${Waiting} />`}
    ${error && html`<${ErrorNotice} error=${error} title=${error.status === 403 ? 'For admins of the tenant default' : undefined} retry=${reload} />`}
    ${data && html`<div class="grid two">${data.map((tenant) => html`<${Tenant} key=${tenant.id} tenant=${tenant} />`)}</div>`}`;
}

function NewTenant({ onMade }) {
  const [id, setId] = useState('');
  const [problem, setProblem] = useState(null);
  const submit = (event) => {
    event.preventDefault();
    post('/api/v1/tenants', { id }).then(() => {
      setId('');
      setProblem(null);
      onMade();
    }, setProblem);
  };
  return html`<${Card} title="New tenant"><form class="section" onSubmit=${submit} novalidate>
    <${Field} label="Id" hint="Small letters, digits and dashes." error=${problem && (problem.at('id') ?? problem.message)}
      control=${(attributes) => html`<input ...${attributes} autocomplete="off" spellcheck="false" value=${id} onInput=${(event) => setId(event.target.value)} />`} />
    <div class="actions"><button class="button primary" disabled=${!id}>Make the tenant</button></div>
  </form><//>`;
}

function Tenant({ tenant }) {
  const path = `/api/v1/tenants/${tenant.id}/limits`;
  const { data, error, reload } = useGet(path);
  return html`<${Card} title=${tenant.id} note=${html`since <${Time} at=${tenant.createdAt} />`}>
    ${error && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${data && html`<${LimitsForm} path=${path} limits=${data} />`}<//>`;
}

/** The fields are those that the server tells of, so that a limit it learns is here at once. */
function LimitsForm({ path, limits }) {
  const [wish, setWish] = useState(limits);
  const [problem, setProblem] = useState(null);
  const [done, setDone] = useState(false);
  const change = (name) => (event) => {
    setDone(false);
    setWish({ ...wish, [name]: event.target.value === '' ? null : Number(event.target.value) });
  };
  const submit = (event) => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
    put(path, given).then(() => {
      setProblem(null);
      setDone(true);
    }, setProblem);
  };
  return html`<form class="section" onSubmit=${submit} novalidate>
    ${problem && !problem.errors.length && html`<${ErrorNotice} error=${problem} onClose=${() => setProblem(null)} />`}
    <div class="fields">${Object.keys(limits).map((name) => html`<${Field} key=${name} label=${fieldWords(name)} error=${problem?.at(name)}
      control=${(attributes) => html`<input ...${attributes} type="number" min="0" placeholder="no limit" value=${wish[name] ?? ''} onInput=${change(name)} />`} />`)}</div>
    <div class="actions"><button class="button">Set the limits</button>${done && html`<span class="better small" role="status">They hold from now on.</span>`}</div>
  </form>`;
}
