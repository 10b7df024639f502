// Where prompts and responses lie among each other.
import { html } from '../../view.js';
import { useGet } from '../../api/client.js';
import { Card, ErrorNotice, Waiting } from '../../ui/basics.js';
import { percent } from '../../ui/format.js';
import { Scatter } from '../../charts/scatter.js';

const SIDES = [['prompt', 'Prompt', 's7'], ['chosen', 'Chosen', 's1'], ['rejected', 'Rejected', 's2']];

export function DataMap({ id }) {
  const { data, error, loading } = useGet(`/api/v1/recommendations/${id}/map`);
  const note = data && `${data.encoder}; the plane holds ${percent(data.explainedX + data.explainedY, 0)} of the variance`;
  return html`<${Card} title="Map of the embeddings" note=${note}>
    ${loading && html`<${Waiting} />`}
    ${error && html`<${ErrorNotice} error=${error} />`}
    ${data && html`<${Scatter} all=${data.points} label="Map of prompts, chosen and rejected responses" groups=${SIDES.map(([side, name, tone]) => ({ name, tone, points: data.points.filter((point) => point.side === side) }))} />`}
  <//>`;
}
