// Asks for a key, where the platform does.
import { html, useState } from './view.js';
import { useTitle } from './router.js';
import { hasKey, signIn } from './api/session.js';
import { Card, Field } from './ui/basics.js';

export function SignIn() {
  useTitle('Sign in');
  const [key, setKey] = useState('');
  const [first] = useState(!hasKey());
  const submit = (event) => {
    event.preventDefault();
    if (key.trim()) signIn(key.trim());
  };
  return html`<div class="gate"><h1>Kernelign</h1><${Card}><form class="section" onSubmit=${submit}>
    <${Field} label="Key" error=${first ? '' : 'The key is not accepted.'} hint="Begins with kn_; an admin makes them. It is kept until this window is closed."
      control=${(attributes) => html`<input ...${attributes} type="password" autocomplete="current-password" spellcheck="false" value=${key} onInput=${(event) => setKey(event.target.value)} />`} />
    <button class="button primary">Sign in</button>
  </form><//></div>`;
}
