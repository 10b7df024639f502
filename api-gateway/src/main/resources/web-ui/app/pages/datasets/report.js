// What the import found: lengths, languages, tasks, rules, and every defect with its place.
import { html, useState } from '../../view.js';
import { useQuery } from '../../router.js';
import { get, useGet, withQuery } from '../../api/client.js';
import { Card, ErrorNotice, Field, Notice, Select, Waiting } from '../../ui/basics.js';
import { count, percent, words } from '../../ui/format.js';
import { Bars } from '../../charts/bars.js';
import { Ranges } from '../../charts/ranges.js';

export function Report({ id, report: { data: report, error, reload } }) {
  if (error && !report) return html`<${ErrorNotice} error=${error} retry=${reload} />`;
  if (!report) return html`<${Waiting} />`;
  const { profile, prompts } = report;
  const tasks = Object.entries(profile.tasks);
  const pairs = report.pairs || 1;
  return html`
    ${prompts?.acrossSides > 0 && html`<${Notice} tone="warn"><p>${count(prompts.acrossSides)} prompts have one that is nearly the same on the other side of
      the split: held-out figures will look better than they are.</p><//>`}
    <div class="grid two">
      <${Card} title="Lengths in characters" note="least, mean, most">
        <${Ranges} rows=${[['Prompt', profile.prompt], ['Chosen', profile.chosen], ['Rejected', profile.rejected]].map(([name, it], i) => ({ name, low: it.min, middle: it.mean, high: it.max, tone: ['s7', 's1', 's2'][i] }))} unit="characters" />
      <//>
      <${Tokens} id=${id} />
      <${Card} title="Languages" note="of a sample of 200 pairs">
        <${Bars} rows=${profile.languages.slice(0, 8).map((it) => [languageName(it.language), it.share, percent(it.share)])} />
      <//>
      ${tasks.length > 0 && html`<${Card} title="Tasks" note=${profile.untoldTasks ? `and ${count(profile.untoldTasks)} pairs of others` : ''}>
        <${Bars} rows=${tasks.slice(0, 10).map(([task, n]) => [task, n / pairs, count(n)])} />
      <//>`}
      <${Card} title="How it was read" note=${report.layoutReason}>
        <dl class="facts-list">
          <dt>Files</dt><dd>${report.files.map((file) => html`<div>${file.name ?? 'the upload'}: ${words(file.container)}${file.compression && file.compression !== 'none' && `, ${file.compression}`}</div>`)}</dd>
          <dt>Split by</dt><dd>${report.splitBy ?? '–'}</dd>
          ${report.rules.map((rule) => html`<dt>Rule</dt><dd>${rule.rule}: ${count(rule.rows)} rows, ${count(rule.pairs)} pairs</dd>`)}
          ${prompts && html`<dt>Near-duplicate prompts</dt><dd>${count(prompts.nearlyTheSame)} of ${count(prompts.different)}</dd>`}
        </dl>
      <//>
    </div>
    <${Defects} id=${id} report=${report} />`;
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
function languageName(code) {
  if (code === 'und') return 'Undetermined';
  return languages.of(code) ?? code;
}

/** Lengths as a model counts them, once one is chosen. */
function Tokens({ id }) {
  const [query, setQuery] = useQuery();
  const models = useGet('/api/v1/models');
  const tokens = useGet(query.model ? withQuery(`/api/v1/datasets/${id}/report`, { model: query.model }) : null);
  const it = tokens.data?.tokens;
  const chooser = html`<${Field} label=${html`<span class="unseen">Model whose tokens are counted</span>`} control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.model ?? ''} onChange=${(model) => setQuery({ model })}
    options=${[['', 'Choose a model'], ...(models.data ?? []).map((model) => [model.name, model.name])]} />`} />`;
  return html`<${Card} title="Lengths in tokens" aside=${chooser}>
    ${tokens.loading && html`<${Waiting}>Counting…<//>`}
    ${tokens.error && html`<${ErrorNotice} error=${tokens.error} />`}
    ${!query.model && html`<p class="quiet">Choose a model to see how long prompts and responses are for it, and which share of them a job's limits would cut.</p>`}
    ${it && html`
      <${Ranges} unit="tokens" rows=${[['Prompt', it.prompts, 's7'], ['Chosen', it.chosen, 's1'], ['Rejected', it.rejected, 's2']].map(([name, of, tone]) => ({ name, low: of.min, middle: of.median, high: of.max, inner: [of.median, of.p90, of.p99], tone }))} />
      <p class="small soft">With at most ${count(it.maxLength)} tokens, ${count(it.maxPromptLength)} of them the prompt's, ${percent(it.cutPrompts)} of the prompts and ${percent(it.cutResponses)} of the responses are cut${it.emptyResponses ? `; ${count(it.emptyResponses)} responses have no token` : ''}.</p>`}
  <//>`;
}

function Defects({ id, report }) {
  const [query, setQuery] = useQuery();
  const kinds = Object.entries(report.defectCounts);
  const total = kinds.reduce((sum, [, n]) => sum + n, 0);
  const path = withQuery(`/api/v1/datasets/${id}/defects`, { kind: query.kind, limit: 50 });
  const first = useGet(total ? path : null);
  const [more, setMore] = useState({ path, items: [], next: undefined });
  const rest = more.path === path ? more : { items: [], next: undefined };
  const next = rest.next === undefined ? first.data?.next : rest.next;
  const loadMore = async () => {
    const page = await get(withQuery(path, { cursor: next }));
    setMore({ path, items: [...rest.items, ...page.items], next: page.next });
  };
  if (!total) return html`<${Notice} tone="good"><p>Every row could be used, and none is doubtful.</p><//>`;
  const items = [...(first.data?.items ?? []), ...rest.items];
  const filter = html`<${Field} label=${html`<span class="unseen">Kind</span>`} control=${(attributes) => html`<${Select} attributes=${attributes} value=${query.kind ?? ''} onChange=${(kind) => setQuery({ kind })}
    options=${[['', `All ${count(total)}`], ...kinds.map(([kind, n]) => [kind, `${words(kind)} (${count(n)})`])]} />`} />`;
  return html`<${Card} title="Defects" flush aside=${filter} note=${report.unlistedDefects ? `the first ${count(total - report.unlistedDefects)} are listed` : ''}>
    ${first.error && html`<${ErrorNotice} error=${first.error} retry=${first.reload} />`}
    <div class="scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col">Place</th><th scope="col">Kind</th><th scope="col">Field</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead>
      <tbody>${items.map((defect) => html`<tr>
        <td class="nowrap">${placeOf(defect)}</td><td class="nowrap">${words(defect.kind)}</td><td><code>${defect.field || 'the row'}</code></td>
        <td class="soft">${defect.expected}</td><td class="soft cell-cut"><code>${defect.found}</code></td>
      </tr>`)}</tbody>
    </table></div>
    ${next && html`<div class="body"><button class="button" onClick=${loadMore}>Load more</button></div>`}
  <//>`;
}

const placeOf = ({ file, row, line }) => [file, row && `row ${count(row)}`, line && `line ${count(line)}`].filter(Boolean).join(', ');
