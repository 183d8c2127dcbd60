// What a dataset can be asked, read from the API's own document, and what kind of field each parameter is.
import { BASE, ask } from './api.js';
import { say } from './language.js';
import { once } from './once.js';

/** The document is large: what was read of it is kept for this tab, under the address of these very files, which change with the release. */
const KEPT = `parameters ${import.meta.url}`;

function resolved(parameter, document) {
  const name = parameter.$ref?.split('/').pop();
  return name ? document.components.parameters[name] : parameter;
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function remember(paths) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(paths));
  } catch {
    // storage is full or switched off: it is read again
  }
}

const without = (schema, list) => ({ list, type: list ? schema.items.type : schema.type, words: (list ? schema.items : schema).enum, minimum: schema.minimum, maximum: schema.maximum, initial: schema.default });

/** Of every path that can be read its query parameters, without the lists of columns, which the column description has anyway. */
function reduced(document) {
  const slim = parameter => {
    const { name, description, example, required, schema } = resolved(parameter, document);
    const kept = without(schema, schema.type === 'array');
    return { name, description, example: [example].flat()[0], required, ...kept, words: name === 'fields' ? undefined : kept.words };
  };
  return Object.fromEntries(Object.entries(document.paths).filter(([, path]) => path.get?.parameters)
    .map(([path, { get }]) => [path, get.parameters.map(slim).filter(one => one.name)]));
}

const paths = once(async () => {
  const before = remembered();
  if (before) {
    return before;
  }
  const document = await (await ask(`${BASE}/openapi?format=json`, AbortSignal.timeout(60_000))).json();
  const read = reduced(document);
  remember(read);
  return read;
});

/** Parameters that say the same of all datasets, in words for people; the others have theirs in the document, '中文 / English'. */
const KNOWN = {
  from: ['起始；可只填日期。小时值取此时刻之后结束的小时。', 'Start; the date alone will do. Of hourly values those that end after it.'],
  to: ['终止；只填日期时不含当天。', 'End; a date alone does not include that day.'],
};

function about(parameter) {
  if (KNOWN[parameter.name]) {
    return say(...KNOWN[parameter.name]);
  }
  const [zh, ...en] = (parameter.description ?? '').split(' / ');
  return say(zh, en.join(' / ') || zh);
}

/** A parameter's short name is that of a column here. */
const COLUMN = { class: 'water_class', type: 'monitoring_type', mode: 'monitoring_mode' };
const YES_NO = [{ value: 'true', about: null }, { value: 'false', about: null }];

function choices(parameter, columns) {
  if (parameter.words) {
    return parameter.words.map(value => ({ value: String(value), about: null }));
  }
  const column = columns.find(one => one.name === (COLUMN[parameter.name] ?? parameter.name));
  if (parameter.type === 'boolean' || parameter.example === 'true' || column?.type === 'boolean') {
    return YES_NO;
  }
  return column?.words.length ? column.words : null;
}

function kind(parameter, found) {
  if (['fields', 'format', 'as_of'].includes(parameter.name)) {
    return parameter.name;
  }
  if (found) {
    return parameter.list && found !== YES_NO ? 'several' : 'one';
  }
  const example = String(parameter.example ?? '');
  if (['from', 'to', 'updated_since'].includes(parameter.name)) {
    return 'moment';
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(example)) {
    return 'date';
  }
  return /^\d{4}-\d{2}$/.test(example) ? 'month' : parameter.type === 'integer' ? 'number' : parameter.list ? 'list' : 'text';
}

/** Not for a form: it belongs to the page before. */
const LEFT_OUT = ['cursor'];

/** What GET of this path takes: [{name, kind, about, choices, example, minimum, maximum, initial}]; `columns` as data-columns.js has them. */
export async function parametersOf(path, columns) {
  return ((await paths())[BASE + path] ?? []).filter(one => !LEFT_OUT.includes(one.name)).map(one => {
    const found = choices(one, columns);
    return { ...one, about: about(one), choices: found, kind: kind(one, found) };
  });
}
