// Where files are dropped, and what is to be done with bad rows.
import { html, useRef, useState } from '../../view.js';
import { upload } from '../../api/uploads.js';
import { Field, Select } from '../../ui/basics.js';
import { Icon } from '../../ui/icons.js';

const ON_ERROR = [['skip', 'Leave bad rows out (up to 1 %)'], ['reject', 'Refuse the whole file']];

export function UploadForm() {
  const picker = useRef();
  const [over, setOver] = useState(false);
  const [name, setName] = useState('');
  const [onError, setOnError] = useState('skip');
  const [heldOutShare, setHeldOutShare] = useState('');
  const take = (files) => {
    for (const file of files) upload(file, { name: files.length === 1 ? name : '', onError, heldOutShare });
    setName('');
  };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const text = (value, set, more) => (attributes) => html`<input ...${attributes} ...${more} value=${value} onInput=${(event) => set(event.target.value)} />`;
  return html`<div class=${`drop ${over ? 'over' : ''}`} onDrop=${drop} onDragLeave=${() => setOver(false)}
      onDragOver=${(event) => { event.preventDefault(); setOver(true); }}>
    <input ref=${picker} type="file" multiple hidden aria-label="Files" onChange=${(event) => { take([...event.target.files]); event.target.value = ''; }} />
    <button class="button primary" onClick=${() => picker.current.click()}><${Icon} name="upload" />Choose files</button>
    <p>or drop them here: JSON Lines, JSON, CSV or Parquet, plain, gzip or zstd</p>
    <details>
      <summary>Options</summary>
      <div class="fields">
        <${Field} label="Name" hint="The file's own when empty." control=${text(name, setName, { maxlength: 200 })} />
        <${Field} label="Bad rows" control=${(attributes) => html`<${Select} attributes=${attributes} value=${onError} onChange=${setOnError} options=${ON_ERROR} />`} />
        <${Field} label="Share held out" hint="Of the prompts; the data's own split, or 0.1, when empty."
          control=${text(heldOutShare, setHeldOutShare, { type: 'number', min: 0.001, max: 0.999, step: 'any', placeholder: '0.1' })} />
      </div>
    </details>
  </div>`;
}
