// What the job would cost, part by part, and what would make it fit.
import { html } from '../../view.js';
import { Card, Notice, Progress } from '../../ui/basics.js';
import { Bars } from '../../charts/bars.js';
import { bytes, count, duration, fieldWords } from '../../ui/format.js';

/** @param problem what is wrong by the last dry run, or by the last try to start the job */
export function Estimate({ dry, problem, complete, busy, onRemedy }) {
  const { estimate, asking } = dry;
  const ready = complete && !dry.problem && (estimate?.memory?.fits ?? true);
  return html`<aside class="beside" aria-label="Estimate"><${Card} title="Estimate" note=${asking ? 'checking…' : ''}>
    <div class="section" aria-live="polite">
      ${!complete && html`<p class="quiet">Choose a model and a data set to see what the job would take.</p>`}
      ${problem && html`<${Problems} problem=${problem} />`}
      ${estimate && html`<${Costs} estimate=${estimate} onRemedy=${onRemedy} />`}
      <button class="button primary" type="submit" disabled=${!ready || busy}>${busy ? 'Starting…' : 'Start the job'}</button>
    </div>
  <//></aside>`;
}

const Problems = ({ problem }) => html`<div class="notice bad" role="alert"><div>
  ${problem.errors.length ? html`<ul>${problem.errors.map((one) => html`<li>${one.message}</li>`)}</ul>` : html`<p>${problem.message}</p>`}
</div></div>`;

function Costs({ estimate, onRemedy }) {
  const { memory } = estimate;
  return html`
    <dl class="facts-list">
      <dt>Steps</dt><dd>${count(estimate.steps)}</dd>
      <dt>Tokens</dt><dd>${count(estimate.tokens)}</dd>
      <dt>Time</dt><dd>${estimate.seconds === null ? '–' : `about ${duration(estimate.seconds)}`}</dd>
      ${estimate.pilot && html`<dt>Race before</dt><dd>${count(estimate.pilot.candidates)} candidates, at most ${duration(estimate.pilot.seconds)}</dd>`}
      <dt>Memory</dt><dd>${bytes(estimate.memoryBytes)}${memory && ` of ${bytes(memory.availableBytes)}`}</dd>
      ${memory && html`<dt>Disk</dt><dd>${bytes(memory.diskBytes)} of ${bytes(memory.freeDiskBytes)}</dd>`}
    </dl>
    ${memory && html`<${Progress} share=${memory.bytes / memory.availableBytes} label="Memory" />`}
    ${estimate.note && html`<p class="quiet small">${estimate.note}</p>`}
    ${memory && !memory.fits && html`<${Notice} tone="bad" title="It does not fit"><${Remedies} remedies=${memory.remedies} onRemedy=${onRemedy} /><//>`}
    ${memory && html`<details><summary>Memory by part</summary>
      <${Bars} rows=${[...memory.terms].sort((a, b) => b.bytes - a.bytes).map((term) => [html`<span title=${term.meaning}>${fieldWords(term.name)}</span>`, term.bytes, bytes(term.bytes)])} /></details>`}`;
}

const Remedies = ({ remedies, onRemedy }) => (remedies.length === 0 ? html`<p>Nothing that could be changed would make it fit.</p>` : html`
  <p>Each of these would make it fit:</p>
  ${remedies.map((one) => html`<button type="button" class="button small" onClick=${() => onRemedy(one.changes)}>${Object.entries(one.changes).map(([path, value]) => `${path} ${value}`).join(', ')} <span class="quiet">${bytes(one.bytes)}</span></button>`)}`);
