// The search for sources: its question is in the address, so that it can be sent on and come back to.
import { everything, get } from './api.js';
import { h } from './dom.js';
import { number } from './format.js';
import { linked, named, say } from './language.js';
import { pointMap } from './point-map.js';
import { empty } from './section.js';
import { moreButton, part, standing, told } from './source-parts.js';
import { listsOf, listsByYear, codesOf, word } from './source-words.js';
import { languageLink } from './shell.js';

const NAMES = ['q', 'division', 'industry', 'list', 'year'];
const FIELDS = ['source_id', 'name', 'name_en', 'industry_code', 'industry', 'division_code', 'supervision_lists', 'permit_no'];
const PAGE = 50;
const MOST = 1000;

const form = () => document.querySelector('[data-form="sources"]');

/** The form as the address has it. */
function fromAddress() {
  const asked = new URLSearchParams(location.search);
  NAMES.forEach(name => { form().elements[name].value = asked.get(name) ?? ''; });
}

function values() {
  return Object.fromEntries(NAMES.map(name => [name, form().elements[name].value.trim()]));
}

/** The address of the form's question; empty fields are left out. */
function toAddress() {
  const url = new URL(location.href);
  Object.entries(values()).forEach(([name, value]) => value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  return url;
}

/** What was sent last: what somebody is writing just now is no question yet. */
let sent = {};

/** The question as the API takes it: lists of one year are asked for one by one. */
function question() {
  const { q, division, industry, list, year } = sent;
  const lists = list ? [list] : year ? codesOf('list') : [];
  return { q, division, industry, list: year ? lists.map(one => `${year}:${one}`) : lists };
}

function industryOf(row) {
  return row.industry ?? row.industry_code;
}

const columns = [
  { field: 'name', title: say('名称', 'Name'), head: true, value: named, cell: row => h('a', { href: linked(`/sources/?source=${encodeURIComponent(row.source_id)}`) }, named(row) ?? row.source_id) },
  { field: 'industry', title: say('行业', 'Industry'), value: industryOf, cell: row => [row.industry, row.industry && row.industry_code ? ' ' : null,
    row.industry_code ? h('span', { class: 'faint small' }, row.industry_code) : null].filter(Boolean) },
  { field: 'division_code', title: say('行政区划', 'Division') },
  { field: 'supervision_lists', title: say('重点单位名录', 'Supervision lists'), value: row => listsByYear(row.supervision_lists)[0]?.[0] ?? null,
    cell: row => row.supervision_lists?.length ? listsOf(row.supervision_lists) : null },
  { field: 'permit_no', title: say('排污许可证编号', 'Permit no.'), cell: row => row.permit_no && h('span', { class: 'code' }, row.permit_no) },
];

function isAsked() {
  return Object.values(sent).some(Boolean);
}

function foundText(total, shown) {
  const all = number(total);
  return shown < total ? say(`共 ${all} 家，已列出 ${number(shown)} 家`, `${all} sources, ${number(shown)} listed`) : say(`共 ${all} 家`, total === 1 ? '1 source' : `${all} sources`);
}

function results() {
  const before = { rows: [], next: null, total: 0 };
  const rowsTable = standing(columns, { caption: say('污染源', 'Pollution sources'), key: row => row.source_id });
  const ask = async () => {
    const answer = told(await get('/sources', { ...question(), fields: FIELDS, limit: Math.min(Math.max(PAGE, before.rows.length), MOST), count: 'exact' }));
    return { rows: answer.data, next: answer.next, total: answer.total };
  };
  const more = async () => {
    const first = before.rows.length;
    const grown = await list.grow(async () => {
      const answer = told(await get('/sources', { ...question(), fields: FIELDS, limit: PAGE, count: 'exact', cursor: before.next }));
      return { rows: [...before.rows, ...answer.data], next: answer.next, total: answer.total };
    });
    if (grown) {
      document.querySelectorAll('[data-section="results"] tbody th a')[first]?.focus();
    }
  };
  const draw = answer => {
    Object.assign(before, answer);
    document.querySelector('[data-found]').textContent = answer.total ? foundText(answer.total, answer.rows.length) : '';
    if (answer.rows.length === 0) {
      return isAsked() ? empty('没有符合条件的污染源。可减少条件，或只写名称、代码的一部分。', 'No source matches. Ask for less, or for part of the name or code only.')
        : empty('登记中还没有污染源。', 'There is no source in the register yet.');
    }
    return [
      rowsTable(answer.rows),
      answer.next ? moreButton(say('更多', 'More'), more) : null,
    ];
  };
  const list = part('results', ask, draw);
  list.anew = () => { before.rows = []; return list.show(); };
  return list;
}

const EXACT = '#0A5AA8';
const ROUNDED = '#946200';

/** Only of what is there. */
export function placeLegend(rows) {
  return h('ul', { class: 'legend' }, rows.every(row => row.sensitive) ? null : h('li', {}, h('span', { class: 'swatch round', style: { 'background-color': EXACT } }), say('所在位置', 'Place')),
    rows.some(row => row.sensitive) && h('li', {}, h('span', { class: 'swatch', style: { 'background-color': ROUNDED } }),
      say('约略位置（位置敏感，坐标只公开到约数）', 'About here (sensitive: only a rounded place is published)')));
}

/** A place that is only about there is another shape and colour, and says so. */
export function pointOf(row, name) {
  return { key: row.source_id, longitude: row.longitude, latitude: row.latitude, shape: row.sensitive ? 'square' : null, color: row.sensitive ? ROUNDED : EXACT,
    title: row.sensitive ? say(`${name}（约略位置）`, `${name} (about here)`) : name };
}

/** The map of one question stays when the register changes, with the view the reader has chosen; another question has a map of its own. */
function lastingMap() {
  let made = null;
  return async (asked, points, rows) => {
    const title = say('污染源位置', 'Places of pollution sources');
    if (made?.asked !== asked || !made.figure.holds?.(points)) {
      const legend = h('div', {});
      made = { asked, legend, figure: await pointMap({ title, points, legend }) };
    } else {
      made.figure.show(points, title);
    }
    made.legend.replaceChildren(placeLegend(rows));
    return made.figure;
  };
}

function map() {
  const mapOf = lastingMap();
  const ask = async () => {
    const asked = question();
    const { data } = told(await everything('/sources', { ...asked, fields: 'source_id,name,name_en,industry,sensitive,longitude,latitude' }, MOST));
    return { data, asked: JSON.stringify(asked) };
  };
  return part('places', ask, async ({ data, asked }) => {
    if (data.length === 0) {
      return empty('没有可以标出的污染源。', 'There is no source to show.');
    }
    const points = data.map(row => ({ ...pointOf(row, [named(row), row.industry].filter(Boolean).join(say('，', ', '))), href: linked(`/sources/?source=${encodeURIComponent(row.source_id)}`) }));
    return [data.length >= MOST ? h('p', { class: 'small faint' }, say(`地图只标出前 ${number(MOST)} 家。`, `The map shows the first ${number(MOST)} only.`)) : null,
      await mapOf(asked, points, data)];
  });
}

/** What one can choose, from the register itself; asked only when somebody goes to the form. */
async function suggestions() {
  const { data } = await get('/sources', { fields: 'industry_code,industry,division_code', limit: MOST });
  const options = (name, pairs) => document.getElementById(name).replaceChildren(...[...new Map(pairs.filter(([code]) => code))].sort()
    .map(([code, label]) => h('option', { value: code, label })));
  options('industries', data.map(row => [row.industry_code ?? row.industry, row.industry]));
  options('divisions', data.map(row => [row.division_code, null]));
}

/** The search with its results and their map. */
export function search() {
  form().elements.list.append(...codesOf('list').map(list => h('option', { value: list }, word('list', list))));
  fromAddress();
  sent = values();
  const shown = [results(), map()];
  const again = () => { sent = values(); shown[0].anew(); shown[1].show(); };
  form().addEventListener('submit', event => {
    event.preventDefault();
    history.pushState(null, '', toAddress());
    languageLink();
    again();
  });
  form().addEventListener('reset', event => {
    event.preventDefault();
    NAMES.forEach(name => { form().elements[name].value = ''; });
    form().requestSubmit();
  });
  form().addEventListener('focusin', () => suggestions().catch(failure => console.info(failure)), { once: true });
  addEventListener('popstate', () => { fromAddress(); languageLink(); again(); });
  return shown;
}
