// Where a key is asked for, a link cannot show it: what is to be downloaded is fetched, and handed over as a file.
import { problemOf } from './client.js';
import { authorization, hasKey } from './session.js';

/** @returns whether the link is taken care of; otherwise the browser is left to it */
export function download(link) {
  if (!hasKey() || !link.pathname.startsWith('/api/')) return false;
  save(link.href, link.download || link.pathname.split('/').at(-1));
  return true;
}

async function save(url, name) {
  const response = await fetch(url, { headers: authorization() });
  if (!response.ok) throw await problemOf(response);
  const file = document.createElement('a');
  file.href = URL.createObjectURL(await response.blob());
  file.download = name;
  file.click();
  URL.revokeObjectURL(file.href);
}
