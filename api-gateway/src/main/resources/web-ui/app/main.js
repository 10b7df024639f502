import { html, render } from './view.js';
import { readAhead } from './ahead.js';
import { Shell } from './shell.js';

readAhead(location.pathname);
const place = document.getElementById('app');
place.replaceChildren();
render(html`<${Shell} />`, place);
