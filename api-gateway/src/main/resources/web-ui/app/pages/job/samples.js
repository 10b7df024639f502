// What the base and the tuned model answer to held-out prompts.
import { html, useState } from '../../view.js';
import { post, useGet, withQuery } from '../../api/client.js';
import { Empty, ErrorNotice, Waiting } from '../../ui/basics.js';
import { Response, Talk } from '../../ui/talk.js';

const PROMPTS = 3;
const TOKENS = 80;

export default function Samples({ job, events }) {
  const canAnswer = job.state === 'succeeded' || events.some((event) => event.type === 'checkpoint');
  const pairs = useGet(withQuery(`/api/v1/datasets/${job.datasetId}/pairs`, { split: 'held_out', limit: PROMPTS }));
  const [answers, setAnswers] = useState([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(null);
  const ask = async () => {
    setBusy(true);
    setFailure(null);
    setAnswers([]);
    try {
      for (const pair of pairs.data.items) {
        const view = await post(`/api/v1/jobs/${job.id}/generate`, { messages: pair.prompt, maxTokens: TOKENS });
        setAnswers((old) => [...old, { pair, view, answer: view.answers[0] }]);
      }
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  if (!canAnswer) return html`<${Empty} title="Nothing to try yet"><p>The tuned model can be asked from its first checkpoint on.</p><//>`;
  if (pairs.error) return html`<${ErrorNotice} error=${pairs.error} retry=${pairs.reload} />`;
  return html`
    <div class="actions"><button class="button primary" disabled=${busy || pairs.loading} onClick=${ask}>${answers.length ? 'Ask again' : 'Answer held-out prompts'}</button>
      <a class="button" href=${`/try/${job.id}`}>Ask something else</a></div>
    ${failure && html`<${ErrorNotice} error=${failure} />`}
    ${answers.map(({ pair, view, answer }) => html`<article class="section" key=${pair.id}>
      <div class="card"><div class="body"><${Talk} turns=${pair.prompt} /></div></div>
      <div class="pair">
        <${Response} title=${`Before: ${view.model}`} kind="base" turns=${[{ role: 'assistant', content: answer.base.text }]} />
        <${Response} title="After" aside=${`step ${view.step}`} turns=${[{ role: 'assistant', content: answer.tuned.text }]} />
      </div>
    </article>`)}
    ${busy && html`<${Waiting}>The models write…<//>`}`;
}
