// Keys: who has one, what it may do, when it was last used; another secret for it, and its end.
import { html, useState } from '../../view.js';
import { post, remove, useGet } from '../../api/client.js';
import { Confirm, Empty, ErrorNotice, Notice, Tag, Time, Waiting } from '../../ui/basics.js';
import { words } from '../../ui/format.js';
import { NewKey } from './new-key.js';

const PATH = '/api/v1/keys?limit=100';

const works = (key) => !key.revokedAt && !(key.expiresAt && new Date(key.expiresAt) <= new Date());

export function Keys() {
  const { data, error, loading, reload } = useGet(PATH);
  const [issued, setIssued] = useState(null);
  const [failure, setFailure] = useState(null);
  const take = (answer) => {
    setIssued(answer);
    setFailure(null);
    reload();
  };
  return html`
    ${issued && html`<${Secret} issued=${issued} onClose=${() => setIssued(null)} />`}
    ${failure && html`<${ErrorNotice} error=${failure} onClose=${() => setFailure(null)} />`}
    <${NewKey} onIssued=${take} />
    ${loading && html`<${Waiting} />`}
    ${error && html`<${ErrorNotice} error=${error} retry=${reload} />`}
    ${data && (data.items.length ? html`<div class="card scroll" tabindex="0"><${Table} keys=${data.items} onRotated=${take} onRevoked=${reload} onFailure=${setFailure} /></div>` : html`<${Empty} title="No key yet" />`)}`;
}

/** A secret, which is told this once. */
const Secret = ({ issued: { secret, key }, onClose }) => html`<${Notice} tone="good" title=${`The secret of ${key.name}`} onClose=${onClose}>
  <p>Copy it now: it is not shown again, and nobody can look it up.</p>
  <p><code class="secret">${secret}</code> <button class="button small" onClick=${() => navigator.clipboard.writeText(secret)}>Copy</button></p>
<//>`;

const Table = ({ keys, onRotated, onRevoked, onFailure }) => html`<table class="list">
  <thead><tr>
    <th scope="col">Key</th><th scope="col">Role</th><th scope="col" class="wide-only">Tenant</th><th scope="col">State</th>
    <th scope="col" class="n wide-only">Expires</th><th scope="col" class="n wide-only">Last used</th><th scope="col" class="n wide-only">Made</th><th scope="col"><span class="unseen">What can be done</span></th>
  </tr></thead>
  <tbody>${keys.map((key) => html`<tr key=${key.id}>
    <th scope="row">${key.name}<br /><code class="quiet small">${key.prefix}…</code></th>
    <td>${words(key.role)}</td><td class="wide-only"><${Tag}>${key.tenant}<//></td>
    <td><span class=${`badge ${works(key) ? 'good' : ''}`}>${key.revokedAt ? 'Revoked' : works(key) ? 'Works' : 'Expired'}</span></td>
    <td class="n nowrap soft wide-only">${key.expiresAt ? html`<${Time} at=${key.expiresAt} />` : 'Never'}</td>
    <td class="n nowrap soft wide-only">${key.lastUsedAt ? html`<${Time} at=${key.lastUsedAt} />` : 'Never'}</td>
    <td class="n nowrap soft wide-only"><${Time} at=${key.createdAt} /></td>
    <td class="n nowrap">${works(key) && html`<${Orders} of=${key} onRotated=${onRotated} onRevoked=${onRevoked} onFailure=${onFailure} />`}</td>
  </tr>`)}</tbody>
</table>`;

function Orders({ of: key, onRotated, onRevoked, onFailure }) {
  const [asked, setAsked] = useState(null);
  const rotate = () => post(`/api/v1/keys/${key.id}/rotate`, {}).then(onRotated, onFailure);
  const revoke = () => remove(`/api/v1/keys/${key.id}`).then(onRevoked, onFailure);
  return html`
    <button class="button small" aria-label=${`Another secret for ${key.name}`} onClick=${() => setAsked('rotate')}>Rotate</button>
    <button class="button small plain danger" aria-label=${`Revoke ${key.name}`} onClick=${() => setAsked('revoke')}>Revoke</button>
    ${asked === 'rotate' && html`<${Confirm} title=${`Another secret for ${key.name}?`} action="Make it" onConfirm=${rotate} onClose=${() => setAsked(null)}>
      <p>The present one stops working at once.</p><//>`}
    ${asked === 'revoke' && html`<${Confirm} title=${`Revoke ${key.name}?`} action="Revoke it" onConfirm=${revoke} onClose=${() => setAsked(null)}>
      <p>Whoever uses it is refused at once, for good.</p><//>`}`;
}
