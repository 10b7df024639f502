// Uploads of this window: how far each is, and what became of it.
import { html, useEffect, useState } from '../../view.js';
import { dismiss, retryNow } from '../../api/uploads.js';
import { ErrorNotice, Notice, Progress, Section, State } from '../../ui/basics.js';
import { bytes, count } from '../../ui/format.js';

export const UploadList = ({ uploads }) => uploads.length > 0 && html`<${Section} title="Uploads">
  ${uploads.map((upload) => html`<${Upload} key=${upload} upload=${upload} />`)}
<//>`;

function Upload({ upload }) {
  if (upload.state === 'completed') {
    return html`<${Notice} tone="good" title=${`${upload.name} is here`} onClose=${() => dismiss(upload)}>
      <p>${count(upload.rows)} rows were checked. <a href=${`/datasets/${upload.datasetId}`}>Read the report</a></p>
    <//>`;
  }
  if (upload.problem) return html`<${Refused} upload=${upload} />`;
  const sending = upload.state === 'sending' || upload.state === 'waiting';
  return html`<div class="card"><div class="body run">
    <div class="top"><span class="name cut">${upload.name}</span><${State} state=${upload.state} /></div>
    <${Progress} share=${sending ? upload.sent / (upload.size || 1) : null} label=${`Upload of ${upload.name}`} />
    <div class="under" role="status">
      ${upload.state === 'sending' && html`<span>${bytes(upload.sent)} of ${bytes(upload.size)}</span>`}
      ${upload.state === 'importing' && html`<span>Checking every row: ${count(upload.rows)} so far</span>`}
      ${upload.state === 'waiting' && html`<${Lost} upload=${upload} />`}
      <button class="button small plain" onClick=${() => dismiss(upload)}>Cancel</button>
    </div>
  </div></div>`;
}

function Lost({ upload }) {
  const [, render] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => render((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((upload.retryAt - Date.now()) / 1000));
  return html`<span>The connection was lost at ${bytes(upload.sent)} of ${bytes(upload.size)}; what arrived is kept. Next try in ${seconds} s.
    <button class="button small" onClick=${() => retryNow(upload)}>Try now</button></span>`;
}

function Refused({ upload }) {
  const { problem } = upload;
  const tellsRows = problem.body.rows !== undefined;
  return html`<${ErrorNotice} error=${problem} title=${`${upload.name} was ${upload.state === 'refused' ? 'refused' : 'not taken'}`}
    onClose=${() => dismiss(upload)} hint=${tellsRows && `${count(problem.body.badRows)} of ${count(problem.body.rows)} rows are bad; nothing was stored.`} />`;
}
