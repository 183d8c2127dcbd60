// The fields of a query, one for each parameter, and what they say as a query.
import { h } from './dom.js';
import { wire } from './format.js';
import { say } from './language.js';

const ANY = () => h('option', { value: '' }, say('不限', 'any'));

function select(parameter) {
  const unset = parameter.initial === undefined ? [ANY()] : [];
  return h('select', {}, unset, parameter.choices.map(one => h('option', { value: one.value, selected: one.value === String(parameter.initial) },
    one.about ? `${one.value} · ${one.about}` : one.value)));
}

function input(type, parameter) {
  return h('input', { type, min: parameter.minimum, max: parameter.maximum, autocomplete: 'off', spellcheck: 'false',
    placeholder: parameter.example && ['text', 'number'].includes(type) ? say(`如 ${parameter.example}`, `such as ${parameter.example}`) : null });
}

/** What is chosen anyway need not be said; the format is, so that the address opens the same in a browser. */
function isUnsaid(control, parameter) {
  return control.localName === 'select' && parameter.name !== 'format' && control.value === String(parameter.initial);
}

/** One control: {element, read(), write(text)}; empty means that it is left out. */
function single(control, parameter) {
  return {
    element: h('label', {}, h('span', {}, h('code', {}, parameter.name)), control, h('span', { class: 'help' }, parameter.about)),
    control,
    read: () => isUnsaid(control, parameter) ? '' : control.value.trim(),
    write: text => { control.value = text; },
  };
}

/** An instant as this service's clocks have it, +08:00: 2026-10-01T00:00:00Z is 08:00 of that day. A date, or a time without a zone, is theirs already. */
function here(text) {
  const isInstant = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text) && !Number.isNaN(Date.parse(text));
  return isInstant ? wire(Date.parse(text)) : text;
}

/** A day, and where it matters a time of it, by the browser's own pickers; seconds are shown where there are any. */
function moment(parameter) {
  const day = h('input', { type: 'date', 'aria-label': `${parameter.name}: ${say('日期', 'date')}` });
  const time = h('input', { type: 'time', 'aria-label': `${parameter.name}: ${say('时刻（可不填）', 'time (may be left out)')}` });
  return {
    element: h('fieldset', { class: 'bare' }, h('legend', {}, h('code', {}, parameter.name)), h('div', { class: 'pair' }, day, time), h('span', { class: 'help' }, parameter.about)),
    control: day,
    read: () => !day.value ? '' : time.value ? `${day.value}T${time.value.length === 5 ? `${time.value}:00` : time.value}+08:00` : day.value,
    write: text => {
      const [date, clock = ''] = here(text).split('T');
      day.value = date;
      time.step = /^\d{2}:\d{2}:(?!00)/.test(clock) ? 1 : 60;
      time.value = clock.slice(0, 8);
    },
  };
}

function boxes(choices, parameter) {
  const all = choices.map(one => ({ value: one.value, box: h('input', { type: 'checkbox', value: one.value }), about: one.about }));
  return {
    labels: all.map(one => h('label', { class: 'check' }, one.box, h('span', {}, h('code', {}, one.value), one.about ? h('span', { class: 'faint small' }, ` ${one.about}`) : null))),
    first: all[0]?.box,
    read: () => all.filter(one => one.box.checked).map(one => one.value),
    set(values) { all.forEach(one => { one.box.checked = values.includes(one.value); }); },
  };
}

function several(parameter) {
  const list = boxes(parameter.choices, parameter);
  return {
    element: h('fieldset', {}, h('legend', {}, h('code', {}, parameter.name)), h('div', { class: 'checks' }, list.labels), h('span', { class: 'help' }, parameter.about)),
    control: list.first,
    read: list.read,
    write: text => list.set(text.split(',')),
  };
}

/** The columns wanted: none ticked is all of them. */
function fields(parameter, columns) {
  const list = boxes(columns.map(one => ({ value: one.name, about: one.title })), parameter);
  const count = h('span', {});
  const told = () => {
    const chosen = list.read().length;
    count.textContent = chosen === 0 ? say('全部列', 'all columns') : say(`${chosen} 列`, chosen === 1 ? '1 column' : `${chosen} columns`);
  };
  const set = values => {
    list.set(values);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const button = (text, values) => h('button', { type: 'button', class: 'quiet', onclick: () => set(values) }, text);
  const element = h('details', { class: 'choose', oninput: told }, h('summary', {}, h('code', {}, 'fields'), ' · ', count),
    h('p', { class: 'row' }, button(say('全部', 'All'), []), button(say('只要键', 'Only the key'), columns.filter(one => one.key).map(one => one.name))),
    h('fieldset', {}, h('legend', {}, say('所需的列（不选即全部）', 'Columns wanted (none ticked: all)')), h('div', { class: 'checks wide' }, list.labels)));
  told();
  return { element, control: list.first, read: list.read, write: text => { list.set(text.split(',')); told(); } };
}

function asOf(parameter) {
  return single(h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: 'revision:12' }), parameter);
}

function field(parameter, columns) {
  switch (parameter.kind) {
    case 'fields': return fields(parameter, columns);
    case 'as_of': return asOf(parameter);
    case 'moment': return moment(parameter);
    case 'several': return several(parameter);
    case 'format': case 'one': return single(select(parameter), parameter);
    case 'list': return single(input('text', parameter), { ...parameter, about: parameter.about + say('；多个以逗号分隔', '; several separated by commas') });
    default: return single(input(parameter.kind, parameter), parameter);
  }
}

/** Those most questions need; the others wait behind "more". */
const MORE = ['date', 'month', 'data_status', 'as_of', 'updated_since', 'order', 'limit', 'count', 'bom', 'bbox', 'near', 'radius', 'at'];
const FIRST = ['from', 'to'];
const LAST = ['fields', 'format'];

function ordered(parameters) {
  const named = names => names.map(name => parameters.find(one => one.name === name)).filter(Boolean);
  const own = parameters.filter(one => ![...FIRST, ...MORE, ...LAST].includes(one.name));
  return { main: [...named(FIRST), ...own, ...named(LAST)], more: named(MORE) };
}

/** {element, query(), write(query), blame(errors)}: the form, what it asks for now, and what the service found wrong with it. */
export function queryForm(parameters, columns, changed) {
  const made = new Map(parameters.map(parameter => [parameter.name, field(parameter, columns)]));
  const parts = ordered(parameters);
  const elements = list => list.map(parameter => h('div', { class: 'field', 'data-parameter': parameter.name }, made.get(parameter.name).element));
  const more = h('details', { class: 'query-more' }, h('summary', {}, say('更多参数', 'More parameters')), h('div', { class: 'query-fields' }, elements(parts.more)));
  const element = h('form', { class: 'query', oninput: changed, onchange: changed, onsubmit: event => event.preventDefault() },
    h('div', { class: 'query-fields' }, elements(parts.main)), parts.more.length ? more : null);

  return {
    element,
    query: () => Object.fromEntries([...made].map(([name, one]) => [name, one.read()]).filter(([, value]) => value.length > 0)),
    write(query) {
      Object.entries(query).forEach(([name, text]) => made.get(name)?.write(text));
      more.open = parts.more.some(parameter => query[parameter.name]);
    },
    blame(errors) {
      made.forEach(({ element: shown, control }, name) => {
        const wrong = errors.find(error => error.parameter === name);
        shown.querySelector('.wrong')?.remove();
        control?.removeAttribute('aria-invalid');
        if (wrong) {
          control?.setAttribute('aria-invalid', 'true');
          shown.append(h('span', { class: 'wrong' }, wrong.detail));
          more.open ||= more.contains(shown);
        }
      });
    },
  };
}
