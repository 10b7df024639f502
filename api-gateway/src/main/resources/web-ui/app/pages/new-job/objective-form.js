// The objective: left to the data, raced for, or of one's own, made from the catalogue.
import { html } from '../../view.js';
import { Card, Segments } from '../../ui/basics.js';
import { Fields, Fold } from '../../ui/schema-form.js';
import { PsiPlot } from './psi-plot.js';

const MODES = [['auto', 'From the data'], ['pilot', 'By a race'], ['own', 'My own']];
const FIRST = ['kernel', 'divergence', 'link', 'beta', 'alpha'];
const PLAIN = { kernel: 'none' };
const SAID = {
  auto: 'The selector measures the data and its rules choose kernel and divergence before the training begins.',
  pilot: 'The best candidates train a little, are ranked on held-out pairs, and the winner goes on.',
  own: 'What is not filled in keeps its default; with nothing filled in this is plain DPO.',
};

export const modeOf = (spec) => (spec.objective && spec.objective !== 'auto' ? 'own' : spec.selection === 'pilot' ? 'pilot' : 'auto');

export function ObjectiveForm({ spec, setSpec, schema, catalogue, problem }) {
  const mode = modeOf(spec);
  const choose = (next) => setSpec(({ objective, selection, encoder, pilot, ...rest }) => ({
    ...rest,
    ...(next === 'own' ? { objective: typeof objective === 'object' ? objective : PLAIN } : { objective: 'auto' }),
    ...(next === 'pilot' && { selection: 'pilot' }),
  }));
  const set = (next) => setSpec((old) => ({ ...old, objective: next ?? {} }));
  const sub = (names) => html`<${Fields} properties=${Object.fromEntries(names.map((name) => [name, schema[name]]))} value=${spec} problem=${problem} path="" onChange=${(next) => setSpec(next)} />`;
  return html`<${Card} title="Objective" note=${SAID[mode]}><div class="section">
    <div class="filters">
      <${Segments} legend="How the objective is chosen" name="mode" value=${mode} options=${MODES} onChange=${choose} />
      ${mode === 'own' && html`<button type="button" class="button small" onClick=${() => set(PLAIN)}>Plain DPO</button>`}
    </div>
    ${mode === 'own' && html`<${Own} objective=${spec.objective} set=${set} catalogue=${catalogue} problem=${problem} />`}
    ${mode === 'auto' && sub(['encoder'])}
    ${mode === 'pilot' && sub(['encoder', 'pilot'])}
  </div><//>`;
}

function Own({ objective, set, catalogue, problem }) {
  const formulation = objective.formulation ?? 'rkhs_margin';
  const of = catalogue.formulations.find((one) => one.name === formulation);
  const sentences = (family) => Object.fromEntries(catalogue[family].map((one) => [one.name, one.sentence]));
  const notes = { kernel: sentences(formulation === 'paper' ? 'paperKernels' : 'kernels'), divergence: sentences('divergences'), link: sentences('links'), implicit: sentences('implicits') };
  const { formulation: _, ...given } = objective;
  const change = (next) => set({ ...(objective.formulation && { formulation }), ...next });
  const names = Object.keys(of.parameters);
  const more = names.filter((name) => !FIRST.includes(name));
  const common = { properties: of.parameters, value: given, onChange: change, path: 'objective', problem, notes };
  return html`
    <${Fields} ...${common} only=${FIRST.filter((name) => names.includes(name))} />
    <${PsiPlot} objective=${objective} />
    <${Fold} summary="More of the objective" wrong=${more.some((name) => problem?.within(`objective.${name}`))}>
      <div class="section">
        <${Segments} legend="Formulation" name="formulation" value=${formulation} options=${catalogue.formulations.map((one) => [one.name, one.name === 'paper' ? "The paper's sum" : 'RKHS margin'])} onChange=${(next) => set(next === 'rkhs_margin' ? given : { ...given, formulation: next })} />
        <p class="quiet small">${of.sentence}</p>
        <${Fields} ...${common} only=${more} />
      </div>
    <//>`;
}
