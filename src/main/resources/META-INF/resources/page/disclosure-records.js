// The records of supervision by kind, and the feeds that tell of them.
import { address, get } from './api.js';
import { stamp } from './data-catalogue.js';
import { NOTHING, number } from './format.js';
import { h } from './dom.js';
import { linked, say } from './language.js';
import { empty } from './section.js';
import { lastingTable } from './lasting-table.js';
import { word } from './source-words.js';

/** The kinds there are, as the column declares them: a new one appears by itself, under its own word until it has a better one. */
async function kinds() {
  const { tableSchema } = await get('/datasets/supervision-records/columns.json');
  const column = tableSchema.columns.find(one => one.name === 'kind');
  return (column['schema:valueReference'] ?? []).map(one => one['schema:value']);
}

async function counted(kind) {
  const { data, page } = await get('/supervision/records', { kind, fields: 'published_at', order: 'desc', limit: 1, count: 'exact' });
  return { kind, title: word('kind', kind), records: page.total, published_at: data[0]?.published_at ?? null };
}

export async function records() {
  const rows = await Promise.all((await kinds()).map(counted));
  if (rows.every(row => row.records === 0)) {
    return empty('还没有监管执法记录。', 'There are no records of supervision yet.');
  }
  const feed = row => h('a', { href: `/api/v1/supervision/feeds/${row.kind}`, type: 'application/atom+xml' }, 'Atom', h('span', { class: 'unseen' }, ` ${row.title}`));
  return [
    lastingTable('records', [
      { field: 'kind', title: say('种类', 'Kind'), head: true, value: row => row.title,
        cell: row => row.records > 0 ? h('a', { href: linked(`/data/?dataset=supervision-records&kind=${row.kind}&order=desc`) }, row.title) : row.title },
      { field: 'records', title: say('记录', 'Records'), number: true, cell: row => number(row.records) },
      { field: 'published_at', title: say('最近公开', 'Newest'), cell: row => row.published_at ? h('time', { class: 'nowrap', datetime: row.published_at }, stamp(row.published_at)) : NOTHING },
      { field: 'feed', title: say('订阅', 'Feed'), sortable: false, cell: feed },
    ], rows, { caption: say('监管执法记录', 'Records of supervision'), key: row => row.kind, sorted: { field: 'published_at', down: true } }),
    h('p', { class: 'small' }, h('a', { href: address('/supervision/records', { order: 'desc' }) }, say('全部记录（JSON）', 'All records (JSON)'))),
  ];
}
