// A key to be given to somebody.
import { html, useState } from '../../view.js';
import { post } from '../../api/client.js';
import { Card, ErrorNotice, Field, Select } from '../../ui/basics.js';

const ROLES = [['reader', 'Reader: looks'], ['writer', 'Writer: uploads and trains'], ['admin', 'Admin: makes keys, too']];
const NOTHING = { name: '', role: 'writer', tenant: '', expiresAt: '' };

/** @param onIssued called with the key and its secret */
export function NewKey({ onIssued }) {
  const [wish, setWish] = useState(NOTHING);
  const [problem, setProblem] = useState(null);
  const submit = async (event) => {
    event.preventDefault();
    const { name, role, tenant, expiresAt } = wish;
    try {
      onIssued(await post('/api/v1/keys', { name, role, ...(tenant && { tenant }), ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }) }));
      setWish(NOTHING);
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  };
  const input = (name, more) => (attributes) => html`<input ...${attributes} ...${more} autocomplete="off" spellcheck="false" value=${wish[name]} onInput=${(event) => setWish({ ...wish, [name]: event.target.value })} />`;
  return html`<${Card} title="New key"><form class="section" onSubmit=${submit} novalidate>
    ${problem && !problem.errors.length && html`<${ErrorNotice} error=${problem} onClose=${() => setProblem(null)} />`}
    <div class="fields">
      <${Field} label="Name" hint="What it is for." error=${problem?.at('name')} control=${input('name')} />
      <${Field} label="Role" error=${problem?.at('role')} control=${(attributes) => html`<${Select} attributes=${attributes} value=${wish.role} onChange=${(role) => setWish({ ...wish, role })} options=${ROLES} />`} />
      <${Field} label="Tenant" hint="Your own when empty." error=${problem?.at('tenant')} control=${input('tenant')} />
      <${Field} label="Expires" hint="In your time; never when empty." error=${problem?.at('expiresAt')} control=${input('expiresAt', { type: 'datetime-local' })} />
    </div>
    <div class="actions"><button class="button primary">Make the key</button></div>
  </form><//>`;
}
