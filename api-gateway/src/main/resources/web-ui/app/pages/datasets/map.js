// Where the texts of the data set lie among each other, once they are embedded.
import { html, useEffect, useState } from '../../view.js';
import { post, useGet } from '../../api/client.js';
import { Empty, ErrorNotice, Progress } from '../../ui/basics.js';
import { DataMap } from '../recommendation/data-map.js';

export function EmbeddingMap({ id }) {
  const [asked, setAsked] = useState(null);
  const [failure, setFailure] = useState(null);
  const running = asked?.state === 'running';
  const measured = useGet(running ? `/api/v1/recommendations/${asked.id}` : null, { every: 1000 });
  const now = measured.data ?? asked;
  useEffect(() => {
    if (running && measured.data) setAsked(measured.data);
  }, [measured.data?.state]);
  // The same pairs are measured once: for a data set that was looked at before this is answered at once.
  const ask = () => post('/api/v1/recommendations', { datasetId: id }).then(setAsked, setFailure);
  if (failure ?? measured.error) return html`<${ErrorNotice} error=${failure ?? measured.error} />`;
  if (!now) {
    return html`<${Empty} title="Not laid out yet"><p>Prompts and responses are embedded by the selector's sentence encoder, as for a recommendation.</p>
      <button class="button primary" onClick=${ask}>Lay them out</button><//>`;
  }
  if (now.state === 'running') return html`<div class="card"><div class="body"><${Progress} share=${now.progress} label="Embedding" /></div></div>`;
  if (now.state !== 'succeeded') return html`<${Empty} title="They could not be embedded"><p>${now.error}</p><//>`;
  return html`<${DataMap} id=${now.id} /><p><a href=${`/recommendations/${now.id}`}>The recommendation that was made with it</a></p>`;
}
