// The job as it was resolved: every default filled in.
import { html } from '../../view.js';
import { Card } from '../../ui/basics.js';

export default function Spec({ job }) {
  const text = JSON.stringify(job.spec, null, 2);
  const copy = () => navigator.clipboard.writeText(text);
  return html`<${Card} title="Resolved spec" note="Every default filled in; POST it to /api/v1/jobs to run the same again."
    aside=${html`<button class="button small" onClick=${copy}>Copy</button>`}><pre class="code" tabindex="0">${text}</pre><//>`;
}
