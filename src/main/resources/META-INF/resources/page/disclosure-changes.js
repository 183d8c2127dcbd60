// What was published last: counted by dataset and kind, and the newest one by one.
import { everything, get } from './api.js';
import { stamp } from './data-catalogue.js';
import { h } from './dom.js';
import { NOTHING, number, wire } from './format.js';
import { linked, say } from './language.js';
import { empty } from './section.js';
import { lastingTable } from './lasting-table.js';

const DAYS = 7;
/** Counted one by one up to here; a national service has more in a week than a page should read. */
const MOST = 20_000;
const SHOWN = 50;

const KINDS = { added: ['新增', 'added'], corrected: ['更正', 'corrected'], withdrawn: ['撤下', 'withdrawn'] };
const kindName = kind => KINDS[kind] ? say(...KINDS[kind]) : kind;

/** Where the states of a row can be read; its key is its codes, then its times. */
const STATES = {
  'air-hourly': ([station, time]) => `/air/hourly/${station}/${time}/revisions`,
  'water-readings': ([section, time]) => `/water/readings/${section}/${time}/revisions`,
  'water-samples': ([section, time]) => `/water/samples/${section}/${time}/revisions`,
  'sources-monitoring': ([source, outlet, factor, averaging, type, mode, time]) => `/sources/monitoring/${source}/${outlet}/${factor}/${time}/${averaging}/${type}/${mode}/revisions`,
  'supervision-records': ([record]) => `/supervision/records/${record}/revisions`,
  'air-stations': ([station]) => `/air/stations/${station}/history`,
  'water-sections': ([section]) => `/water/sections/${section}/history`,
  sources: ([source]) => `/sources/${source}/history`,
  'sources-outlets': ([outlet]) => `/sources/outlets/${outlet}/history`,
  'sources-limits': ([limit]) => `/sources/limits/${limit}/history`,
};

function states(row) {
  const path = STATES[row.dataset]?.(row.key.split('/').map(encodeURIComponent));
  return path ? h('a', { href: '/api/v1' + path.replaceAll('%3A', ':') }, say('历次状态', 'Its states'), h('span', { class: 'unseen' }, ` ${row.dataset} ${row.key}`)) : NOTHING;
}

function byDataset(rows) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.dataset) ?? { dataset: row.dataset, added: 0, corrected: 0, withdrawn: 0, changed_at: row.changed_at };
    group[row.kind] = (group[row.kind] ?? 0) + 1;
    groups.set(row.dataset, group);
  }
  return [...groups.values()];
}

const line = iso => h('span', { class: 'nowrap' }, stamp(iso));

function title(datasets, id) {
  return datasets.find(one => one.id === id)?.title ?? id;
}

const link = (datasets, id) => h('a', { href: linked(`/data/?dataset=${id}`) }, title(datasets, id));

function countTable(rows, datasets) {
  const count = kind => ({ field: kind, title: kindName(kind), number: true, cell: row => number(row[kind]) });
  return lastingTable('counts', [
    { field: 'dataset', title: say('数据集', 'Dataset'), head: true, cell: row => link(datasets, row.dataset), value: row => title(datasets, row.dataset) },
    ...Object.keys(KINDS).map(count),
    { field: 'changed_at', title: say('最近变更', 'Newest'), cell: row => line(row.changed_at) },
  ], byDataset(rows), { caption: say('各数据集的变更数', 'Changes by dataset'), key: row => row.dataset, sorted: { field: 'changed_at', down: true }, tall: true });
}

function newestTable(rows, datasets) {
  return lastingTable('newest', [
    { field: 'changed_at', title: say('发布时刻', 'Published'), head: true, cell: row => line(row.changed_at) },
    { field: 'dataset', title: say('数据集', 'Dataset'), cell: row => link(datasets, row.dataset), value: row => title(datasets, row.dataset) },
    { field: 'kind', title: say('变更', 'Change'), cell: row => kindName(row.kind) },
    { field: 'key', title: say('行', 'Row'), cell: row => h('code', { class: 'nowrap' }, row.key) },
    { field: 'revision', title: say('修订号', 'Revision'), number: true, cell: row => number(row.revision) },
    { field: 'states', title: say('历次状态', 'States'), sortable: false, cell: states },
  ], rows, { caption: say(`最近 ${rows.length} 项变更`, `The newest ${rows.length} changes`), key: row => `${row.dataset}/${row.key}`, tall: true });
}

function told(counted, since) {
  if (counted.length < MOST) {
    return say(`${stamp(since)} 以来 ${number(counted.length)} 项变更（最近一次变更之前 ${DAYS} 天）。`, `${number(counted.length)} changes since ${stamp(since)}, ${DAYS} days before the newest one.`);
  }
  const first = counted[counted.length - 1].changed_at;
  return say(`最近 ${number(MOST)} 项变更（${stamp(first)} 以来），更早的没有计入。`, `The newest ${number(MOST)} changes (since ${stamp(first)}); earlier ones are not counted.`);
}

/** `datasets` are the entries of the catalogue, by which the newest change is known. */
export async function changes(datasets) {
  const newest = datasets.map(one => one.modified).filter(Boolean).map(Date.parse).reduce((one, next) => Math.max(one, next), 0);
  if (newest === 0) {
    return empty('还没有发布过数据。', 'Nothing has been published yet.');
  }
  const since = wire(newest - DAYS * 86_400_000);
  const [counted, shown] = await Promise.all([
    everything('/changes', { since, order: 'desc', limit: 10_000, fields: ['dataset', 'kind', 'changed_at'] }, MOST),
    get('/changes', { since, order: 'desc', limit: SHOWN }),
  ]);
  return [
    h('p', { class: 'small' }, told(counted.data, since)),
    countTable(counted.data, datasets),
    h('h3', {}, say(`最近 ${shown.data.length} 项`, `The newest ${shown.data.length}`)),
    newestTable(shown.data, datasets),
    h('p', { class: 'small' }, h('a', { href: `/api/v1/changes?since=${encodeURIComponent(since)}&format=csv` }, say('全部变更（CSV）', 'All changes (CSV)'))),
  ];
}
