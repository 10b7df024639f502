// Who may come in, and what they did; for admins.
import { html } from '../view.js';
import { useTitle } from '../router.js';
import { hasKey } from '../api/session.js';
import { Empty, Head, Tabs } from '../ui/basics.js';
import { Audit } from './access/audit.js';
import { Keys } from './access/keys.js';
import { Tenants } from './access/tenants.js';

const PARTS = { keys: ['Keys', Keys], tenants: ['Tenants', Tenants], audit: ['Audit trail', Audit] };

const at = (tab) => (tab === 'keys' ? '/access' : `/access/${tab}`);

export default function Access({ tab = 'keys' }) {
  const [title, Part] = PARTS[tab] ?? PARTS.keys;
  useTitle(title);
  return html`<div class="column">
    <${Head} title="Access" />
    ${hasKey() ? html`
      <${Tabs} label="Parts of access" current=${at(tab)} items=${Object.entries(PARTS).map(([part, [name]]) => [at(part), name])} />
      <${Part} />` : html`<${Empty} title="Nobody is asked for a key here">
        <p>Started with a first key in <code>KERNELIGN_ADMIN_KEY</code>, the platform asks everybody for one; they are made and revoked here then.</p><//>`}
  </div>`;
}
