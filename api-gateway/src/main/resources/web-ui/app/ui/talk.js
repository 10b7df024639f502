// Conversations and the responses to them.
import { html } from '../view.js';
import { words } from './format.js';

export const Talk = ({ turns }) => html`<div class="talk">${turns.map((turn) => html`<div class="turn"><b>${words(turn.role)}</b>${turn.content}</div>`)}</div>`;

/** @param kind rejected, base or nothing; a single turn needs no name of who speaks */
export const Response = ({ title, kind = '', turns, aside }) => html`<section class=${`response ${kind}`}>
  <h3>${title}${aside && html`<span class="quiet">${aside}</span>`}</h3>
  ${turns.length === 1 ? html`<div class="turn">${turns[0].content}</div>` : html`<${Talk} turns=${turns} />`}
</section>`;
