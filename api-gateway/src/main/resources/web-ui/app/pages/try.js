// A tuned model beside its base: the same question to both.
import { html, useState } from '../view.js';
import { navigate, useTitle } from '../router.js';
import { post, useGet } from '../api/client.js';
import { Card, Empty, ErrorNotice, Field, Head, Select, Waiting } from '../ui/basics.js';
import { objectiveWords } from '../ui/format.js';
import { Response, Talk } from '../ui/talk.js';

export default function Try({ id }) {
  useTitle('Try a model');
  const jobs = useGet('/api/v1/jobs?state=succeeded&limit=100');
  const [prompt, setPrompt] = useState('');
  const [settings, setSettings] = useState({ maxTokens: '128', temperature: '0' });
  const [asked, setAsked] = useState([]);
  const [failure, setFailure] = useState(null);
  const [busy, setBusy] = useState(false);
  const job = id || jobs.data?.items[0]?.id;
  const ask = async (event) => {
    event.preventDefault();
    if (!prompt.trim() || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const numbers = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value === '' ? undefined : Number(value)]));
      const view = await post(`/api/v1/jobs/${job}/generate`, { prompts: [prompt], ...numbers });
      setAsked([{ prompt, view, key: asked.length }, ...asked]);
      setPrompt('');
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const keys = (event) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) ask(event);
  };
  const setting = (name) => (attributes) => html`<input ...${attributes} inputmode="decimal" value=${settings[name]} onInput=${(event) => setSettings({ ...settings, [name]: event.target.value })} />`;
  if (jobs.error && !jobs.data) return html`<div class="column"><${ErrorNotice} error=${jobs.error} retry=${jobs.reload} /></div>`;
  if (!jobs.data) return html`<div class="column"><${Head} title="Try a model" /><${Waiting} /></div>`;
  if (!job) return html`<div class="column"><${Head} title="Try a model" /><${Empty} title="No tuned model yet"><p>Models can be tried once a job has succeeded.</p><a class="button primary" href="/jobs/new">New job</a><//></div>`;
  const options = jobs.data.items.map((one) => [one.id, `${one.name ?? one.id} (${objectiveWords(one.spec.objective)})`]);
  return html`<div class="column">
    <${Head} title="Try a model" />
    <${Card}><form class="section" onSubmit=${ask}>
      <div class="fields">
        <${Field} label="Tuned by" control=${(attributes) => html`<${Select} attributes=${attributes} value=${job} options=${options.some(([one]) => one === job) ? options : [[job, job], ...options]} onChange=${(next) => navigate(`/try/${next}`, { replace: true })} />`} />
        <${Field} label="Most tokens" error=${failure?.at?.('maxTokens')} control=${setting('maxTokens')} />
        <${Field} label="Temperature" error=${failure?.at?.('temperature')} hint="0 takes the most probable token." control=${setting('temperature')} />
      </div>
      <${Field} label="Question" error=${failure?.at?.('prompts[0]')} control=${(attributes) => html`<textarea ...${attributes} rows="3" value=${prompt} onInput=${(event) => setPrompt(event.target.value)} onKeyDown=${keys} />`} />
      <div class="actions"><button class="button primary" disabled=${busy || !prompt.trim()}>${busy ? 'Writing…' : 'Ask both'}</button><span class="quiet small">Ctrl + Enter</span></div>
    </form><//>
    ${failure && html`<${ErrorNotice} error=${failure} onClose=${() => setFailure(null)} />`}
    <div class="section" aria-live="polite">${asked.map((one) => html`<${Answers} key=${one.key} ...${one} />`)}</div>
  </div>`;
}

const ENDINGS = { length: 'cut off', stop: '' };

function Answers({ prompt, view }) {
  const [{ tuned, base }] = view.answers;
  const aside = (answer) => [`${answer.tokens} tokens`, ENDINGS[answer.ending]].filter(Boolean).join(', ');
  return html`<article class="section">
    <div class="card"><div class="body"><${Talk} turns=${[{ role: 'user', content: prompt }]} /></div></div>
    <div class="pair">
      <${Response} title=${`Base: ${view.model}`} kind="base" aside=${aside(base)} turns=${[{ content: base.text }]} />
      <${Response} title=${`Tuned, ${view.source === 'checkpoint' ? 'checkpoint of ' : ''}step ${view.step}`} aside=${aside(tuned)} turns=${[{ content: tuned.text }]} />
    </div>
  </article>`;
}
