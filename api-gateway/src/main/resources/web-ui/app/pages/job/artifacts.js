// What the job left, to be taken away.
import { html } from '../../view.js';
import { useGet } from '../../api/client.js';
import { Download, Empty, ErrorNotice, Waiting } from '../../ui/basics.js';
import { bytes } from '../../ui/format.js';
import { ended } from './use-job.js';

export default function Artifacts({ job, events }) {
  const checkpoints = events.filter((event) => event.type === 'checkpoint');
  const { data, error, loading, reload } = useGet(`/api/v1/jobs/${job.id}/artifacts`, { every: ended(job) ? 0 : 5000 });
  if (loading) return html`<${Waiting} />`;
  if (error && !data) return html`<${ErrorNotice} error=${error} retry=${reload} />`;
  return html`
    ${data.length === 0 ? html`<${Empty} title="No file yet"><p>The adapter and all else are there once the job has succeeded.</p><//>` : html`<div class="card scroll" tabindex="0"><table class="list">
      <thead><tr><th scope="col">File</th><th scope="col" class="n">Size</th><th scope="col">SHA-256</th><th scope="col"><span class="unseen">Download</span></th></tr></thead>
      <tbody>${data.map((file) => html`<tr key=${file.name}>
        <th scope="row">${file.name}</th><td class="n nowrap">${bytes(file.bytes)}</td><td class="cell-cut cut"><code class="quiet" title=${file.sha256}>${file.sha256}</code></td>
        <td class="n"><${Download} href=${`/api/v1/jobs/${job.id}/artifacts/${file.name}`} name=${file.name.split('/').at(-1)} aria-label=${`Download ${file.name}`} /></td>
      </tr>`)}</tbody>
    </table></div>`}
    ${checkpoints.length > 0 && html`<p class="small quiet">${checkpoints.length} ${checkpoints.length === 1 ? 'checkpoint was' : 'checkpoints were'} kept on the way, at ${checkpoints.slice(-8).map((event) => `step ${event.data.step}`).join(', ')}. A worker that is killed goes on from the last.</p>`}`;
}
