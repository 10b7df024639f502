// A form made from a JSON Schema, as the platform declares its inputs. What is not filled in keeps its default, and the
// server alone says what is wrong: its messages stand at their fields.
import { html, useEffect, useState } from '../view.js';
import { Field, Select } from './basics.js';
import { count, fieldWords, figure, words } from './format.js';

const constantsOf = (schema) => schema.enum ?? (schema.const !== undefined ? [schema.const] : null);

/** The object without a field whose value is nothing; undefined once it is empty. */
export function withField(object, name, value) {
  const next = { ...object };
  if (value === undefined || value === '') delete next[name];
  else next[name] = value;
  return Object.keys(next).length ? next : undefined;
}

/** What of a value is not its default already, so that a form shows what was decided and the rest goes with it. */
export function decided(value, schema) {
  if (schema.default !== undefined && same(value, schema.default)) return undefined;
  const of = schema.oneOf ? alternativeOf(value, schema) : schema;
  if (!of?.properties || !isObject(value)) return value;
  return Object.fromEntries(Object.entries(value)
    .map(([name, part]) => [name, of.properties[name] ? decided(part, of.properties[name]) : part])
    .filter(([, part]) => part !== undefined));
}

/** The alternative of a schema that an object is one of, by the constants in it. */
function alternativeOf(value, schema) {
  const objects = schema.oneOf.flatMap((one) => (one.oneOf ? alternativeOf(value, one) ?? [] : one));
  return isObject(value) ? objects.find((one) => one.properties && Object.entries(one.properties).every(([name, of]) => of.const === undefined || of.const === value[name])) : undefined;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one, other) => one === other || (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null
  && Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((name) => same(one[name], other[name])));

/**
 * @param properties name to schema
 * @param value the object as it is filled in; may be undefined
 * @param path of the object from the root, for the messages
 * @param only names to show; all when absent
 * @param notes what else is said of a choice: field name to {choice: sentence}
 */
export function Fields({ properties, value, onChange, path, problem, only, notes = {} }) {
  const names = only ?? Object.keys(properties);
  return html`<div class="fields">${names.filter((name) => properties[name] && properties[name].const === undefined).map((name) => html`
    <${Property} key=${name} name=${name} schema=${properties[name]} value=${value?.[name]} path=${path ? `${path}.${name}` : name} problem=${problem} notes=${notes}
      onChange=${(next) => onChange(withField(value, name, next))} />`)}</div>`;
}

function Property(props) {
  const { schema } = props;
  if (schema.oneOf) return html`<${Alternatives} ...${props} />`;
  if (schema.type === 'object' && schema.properties) return html`<${Group} ...${props} />`;
  if (schema.type === 'array' && schema.items?.enum) return html`<${Several} ...${props} />`;
  return html`<${Single} ...${props} />`;
}

/** A number, a text, a choice, a yes or no; anything else as JSON. */
function Single({ name, schema, value, onChange, path, problem, notes }) {
  const error = problem?.at(path);
  const hint = [schema.description, range(schema)].filter(Boolean).join(' ');
  const common = { label: fieldWords(name), hint: notes[name]?.[value ?? schema.default] ?? hint, error };
  const choices = schema.type === 'boolean' ? [true, false] : constantsOf(schema);
  if (choices) {
    const unsaid = schema.default === undefined ? 'None' : `Default: ${shown(schema.default)}`;
    const take = (text) => onChange(text === '' ? undefined : choices.find((choice) => String(choice) === text));
    return html`<${Field} ...${common} control=${(attributes) => html`<${Select} attributes=${attributes} value=${value === undefined ? '' : String(value)} onChange=${take}
      options=${[['', unsaid], ...choices.map((choice) => [String(choice), shown(choice)])]} />`} />`;
  }
  const numeric = schema.type === 'number' || schema.type === 'integer';
  const json = !numeric && schema.type !== 'string';
  const take = (text) => onChange(text === '' ? undefined : numeric ? number(text) : json ? parsed(text) : text);
  return html`<${Field} ...${common} control=${(attributes) => html`<input ...${attributes} inputmode=${numeric ? 'decimal' : undefined} autocomplete="off" spellcheck="false"
    value=${value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : value} placeholder=${schema.default === undefined ? '' : placeholder(schema.default)} onInput=${(event) => take(event.target.value)} />`} />`;
}

/** What can be chosen by name, with the parameters of what is chosen. */
function Alternatives({ name, schema, value, onChange, path, problem, notes }) {
  const objects = new Map(schema.oneOf.flatMap((one) => named(one)).map(([choice, of, discriminator]) => [choice, { of, discriminator }]));
  const plain = schema.oneOf.flatMap((one) => constantsOf(one) ?? []);
  const names = [...new Set([...plain, ...objects.keys()])];
  const chosen = typeof value === 'object' ? value.name ?? [...objects.keys()].find((choice) => value[objects.get(choice).discriminator] === choice) : value;
  const fallback = schema.default === undefined ? 'None' : `Default: ${shown(schema.default?.name ?? schema.default)}`;
  const alternative = objects.get(chosen);
  const parameters = alternative && Object.fromEntries(Object.entries(alternative.of.properties).filter(([field]) => field !== alternative.discriminator));
  const change = (next) => onChange(next === undefined && plain.includes(chosen) ? chosen : { ...next, [alternative.discriminator]: chosen });
  const given = typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([field]) => field !== alternative?.discriminator)) : undefined;
  const select = (choice) => onChange(choice === '' ? undefined : plain.includes(choice) || !objects.has(choice) ? choice : { [objects.get(choice).discriminator]: choice });
  return html`<div class=${parameters && Object.keys(parameters).length ? 'wide nest' : 'field'}>
    <${Field} label=${fieldWords(name)} hint=${notes[name]?.[chosen ?? schema.default?.name ?? schema.default] ?? schema.description} error=${problem?.at(path) ?? problem?.at(`${path}.name`)}
      control=${(attributes) => html`<${Select} attributes=${attributes} value=${chosen ?? ''} onChange=${select} options=${[['', fallback], ...names.map((choice) => [choice, shown(choice)])]} />`} />
    ${parameters && Object.keys(parameters).length > 0 && html`<${Fields} properties=${parameters} value=${given} onChange=${change} path=${path} problem=${problem} />`}
  </div>`;
}

function named(schema) {
  if (schema.oneOf) return schema.oneOf.flatMap(named);
  return Object.entries(schema.properties ?? {}).filter(([, of]) => of.const !== undefined).map(([discriminator, of]) => [of.const, schema, discriminator]);
}

/** Fields behind a summary, until somebody looks at them or one of them is wrong. */
export function Fold({ summary, wrong, children }) {
  const [open, setOpen] = useState(wrong);
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  return html`<details class="more" open=${open} onToggle=${(event) => setOpen(event.target.open)}><summary>${summary}</summary>${open && children}</details>`;
}

/** An object within the object, folded until it is looked at. */
function Group({ name, schema, value, onChange, path, problem, notes }) {
  const wrong = problem?.within(path);
  return html`<details class="wide fold" open=${Boolean(value) || wrong}>
    <summary>${fieldWords(name)} <span class="quiet">${schema.description}</span></summary>
    ${problem?.at(path) && html`<p class="field"><span class="error">${problem.at(path)}</span></p>`}
    <${Fields} properties=${schema.properties} value=${value} onChange=${onChange} path=${path} problem=${problem} notes=${notes} />
  </details>`;
}

function Several({ name, schema, value, onChange, path, problem }) {
  const chosen = value ?? schema.default ?? [];
  const toggle = (choice, on) => onChange(schema.items.enum.filter((one) => (one === choice ? on : chosen.includes(one))));
  return html`<fieldset class="field wide"><legend>${fieldWords(name)}</legend>
    <div class="filters">${schema.items.enum.map((choice) => html`<label class="check"><input type="checkbox" checked=${chosen.includes(choice)} onChange=${(event) => toggle(choice, event.target.checked)} />${choice}</label>`)}</div>
    ${problem?.at(path) && html`<p class="error">${problem.at(path)}</p>`}<p class="hint">${schema.description}</p>
  </fieldset>`;
}

const shown = (choice) => (choice === true ? 'Yes' : choice === false ? 'No' : typeof choice === 'object' ? JSON.stringify(choice) : words(choice));
const placeholder = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What is no number is sent as it is: the server says what it accepts. */
const number = (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function range({ minimum, exclusiveMinimum, maximum }) {
  const bound = (value) => (Number.isInteger(value) ? count(value) : figure(value, 2));
  const low = minimum !== undefined ? `from ${bound(minimum)}` : exclusiveMinimum !== undefined ? `above ${bound(exclusiveMinimum)}` : '';
  const high = maximum !== undefined ? `${low ? ' ' : ''}to ${bound(maximum)}` : '';
  return low || high ? `(${low}${high})` : '';
}
