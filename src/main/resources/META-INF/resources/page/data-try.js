// The first rows of an answer, with the digits the service wrote, or in its own words why there is none.
import { getCsv } from './api.js';
import { parsed } from './data-csv.js';
import { h } from './dom.js';
import { say } from './language.js';
import { NOTHING, number } from './format.js';
import { table } from './table.js';

const ROWS = 10;

/** One row more than is shown, to know whether there are more; a limit that is no such number is left for the service to refuse. */
function sample(query) {
  const { format, bom, count, ...asked } = query;
  const limit = Number(asked.limit);
  return { ...asked, limit: asked.limit && !(Number.isInteger(limit) && limit > ROWS) ? asked.limit : ROWS + 1 };
}

/** A time or a code stays on its line, a sentence does not. */
function shown(text) {
  return text === '' ? NOTHING : h('span', { class: text.length <= 32 ? 'nowrap' : 'sentence' }, text);
}

function asTable(rows, columns) {
  const [head, ...data] = rows;
  const numeric = name => ['decimal', 'integer'].includes(columns.find(one => one.name === name)?.type);
  return table(head.map((name, index) => ({ field: name, title: name, number: numeric(name), cell: row => shown(row[index]),
    value: row => row[index] === '' ? null : numeric(name) ? Number(row[index]) : row[index] })),
  data.slice(0, ROWS), { caption: say('前几行', 'First rows') });
}

function told(count) {
  return count === 0 ? say('没有符合的行。', 'No row matches.')
    : count > ROWS ? say(`前 ${number(ROWS)} 行，后面还有。`, `The first ${number(ROWS)} rows; there are more.`)
      : say(`共 ${number(count)} 行。`, count === 1 ? '1 row.' : `${number(count)} rows.`);
}

export function problemNote(problem) {
  return h('div', { class: 'notice failure', role: 'alert', 'data-field': 'problem' }, h('p', {}, h('strong', {}, problem.title ?? ''), ' ', problem.message),
    (problem.errors ?? []).length > 1 ? h('ul', {}, problem.errors.map(one => h('li', {}, h('code', {}, one.parameter ?? one.pointer), ' ', one.detail))) : null);
}

const tried = new WeakMap();

/** Shows in `place` the first rows; gives the errors the service named, none when all was well, null when another try came after. */
export async function tryIt(place, dataset, columns, query) {
  const turn = (tried.get(place) ?? 0) + 1;
  const isLate = () => tried.get(place) !== turn;
  tried.set(place, turn);
  place.setAttribute('aria-busy', 'true');
  try {
    const rows = parsed(await getCsv(dataset.path, sample(query)));
    if (isLate()) {
      return null;
    }
    place.replaceChildren(h('p', { role: 'status', 'data-field': 'preview' }, told(rows.length - 1)), rows.length > 1 ? asTable(rows, columns) : '');
    return [];
  } catch (problem) {
    if (isLate()) {
      return null;
    }
    place.replaceChildren(problemNote(problem));
    return problem.errors ?? [];
  } finally {
    if (!isLate()) {
      place.removeAttribute('aria-busy');
    }
  }
}
