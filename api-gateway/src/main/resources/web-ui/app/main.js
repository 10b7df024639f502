import { html, render } from './view.js';
import { Shell } from './shell.js';

const place = document.getElementById('app');
place.replaceChildren();
render(html`<${Shell} />`, place);
