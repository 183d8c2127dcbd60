// All datasets at a glance.
import { get } from './api.js';
import { cadence, catalogue, covered, grouped, stamp } from './data-catalogue.js';
import { h } from './dom.js';
import { NOTHING } from './format.js';
import { linked, say, titled } from './language.js';
import { empty } from './section.js';
import { table } from './table.js';

/** The list names them, the catalogue says more; without the catalogue the list still stands. */
async function datasets() {
  const [list, told] = await Promise.all([get('/datasets'), catalogue().catch(() => ({ datasets: [] }))]);
  return list.data.map(one => ({ ...told.datasets.find(entry => entry.id === one.id), id: one.id, title: titled(one.title), path: one.path }));
}

function groupTable(group) {
  return table([
    { field: 'title', title: say('数据集', 'Dataset'), head: true, cell: row => [h('a', { href: linked(`/data/?dataset=${row.id}`) }, row.title),
      h('span', { class: 'faint small block' }, row.description ?? ''), h('code', { class: 'faint' }, row.id)] },
    { field: 'cadence', title: say('频次', 'New data'), cell: cadence, value: cadence },
    { field: 'covered', title: say('时间范围', 'Covers'), cell: row => covered(row) ?? NOTHING, value: row => row.to },
    { field: 'modified', title: say('最近变更', 'Newest change'), cell: row => h('span', { class: 'nowrap' }, stamp(row.modified) ?? NOTHING) },
  ], group.rows, { caption: group.title, key: row => row.id });
}

const words = row => [row.id, row.title, row.description, ...(row.keywords ?? [])].join(' ').toLowerCase();

export async function list() {
  const all = await datasets();
  if (all.length === 0) {
    return empty('没有数据集。', 'There are no datasets.');
  }
  const place = h('div', { class: 'datasets' });
  const count = h('span', { role: 'status', class: 'small faint' });
  const draw = sought => {
    const found = all.filter(row => sought.every(word => words(row).includes(word)));
    count.textContent = say(`${found.length} 个数据集`, found.length === 1 ? '1 dataset' : `${found.length} datasets`);
    place.replaceChildren(...grouped(found).flatMap(group => [h('h3', {}, group.title), groupTable(group)]));
  };
  const search = h('input', { type: 'search', autocomplete: 'off', oninput: () => draw(search.value.toLowerCase().split(/\s+/).filter(Boolean)) });
  draw([]);
  return [h('div', { class: 'row' }, h('label', {}, say('查找', 'Find'), search), count),
    h('p', { class: 'small faint' }, say('时间均为 +08:00。', 'All times are +08:00.')), place];
}
