// The columns of a dataset (CSVW): title, unit, type, the words a cell may hold.
import { text } from './data-catalogue.js';
import { h } from './dom.js';
import { say } from './language.js';
import { NOTHING } from './format.js';
import { word } from './source-words.js';
import { table } from './table.js';

const TYPES = {
  string: ['文本', 'text'], decimal: ['小数', 'decimal number'], integer: ['整数', 'whole number'], boolean: ['是否（true、false）', 'true or false'],
  date: ['日期', 'date'], dateTimeStamp: ['时刻（ISO 8601，+08:00）', 'time (ISO 8601, +08:00)'], json: ['JSON', 'JSON'],
};

/** A word's meaning as the API gives it, else as the pages say it; null where neither does. */
function about(column, reference) {
  const value = String(reference['schema:value']);
  const told = text(reference['schema:description']) || word(column, value);
  return told === value ? null : told;
}

/** [{name, title, type, unit, list, required, key, words: [{value, about}], source}] */
export function columnsOf(described) {
  const keys = described.tableSchema.primaryKey ?? [];
  return described.tableSchema.columns.map(column => ({
    name: column.name,
    title: text(column['dc:description']),
    type: column.datatype?.base ?? column.datatype,
    unit: column['schema:unitText'] ?? null,
    list: Boolean(column.separator),
    required: column.required === true,
    key: keys.includes(column.name),
    words: (column['schema:valueReference'] ?? []).map(one => ({ value: String(one['schema:value']), about: about(column.name, one) })),
    source: column['dc:source'] ?? null,
  }));
}

function typeName(column) {
  const words = TYPES[column.type] ? say(...TYPES[column.type]) : column.type;
  const list = column.list ? say('，多个以 ; 分隔', ', several joined by ;') : '';
  return words + list + (column.required ? say('；必有', '; never empty') : '');
}

function wordsOf(column) {
  if (column.words.length === 0) {
    return null;
  }
  const title = column.name === 'flags' ? say(`${column.words.length} 种原因`, `${column.words.length} reasons`) : say(`${column.words.length} 种取值`, `${column.words.length} values`);
  return h('details', {}, h('summary', {}, title, h('span', { class: 'unseen' }, ` ${column.name}`)),
    h('ul', { class: 'words' }, column.words.map(one => h('li', {}, h('code', {}, one.value), one.about ? h('span', { class: 'faint small' }, ` ${one.about}`) : null))));
}

export function columnTable(columns) {
  return table([
    { field: 'name', title: say('列名', 'Name'), head: true, cell: row => [h('code', {}, row.name), row.key ? h('span', { class: 'chip small' }, say('键', 'key')) : null] },
    { field: 'title', title: say('含义', 'Meaning'), cell: row => [row.title, row.source ? h('span', { class: 'faint small block' }, row.source) : null, wordsOf(row)] },
    { field: 'unit', title: say('单位', 'Unit'), cell: row => row.unit ?? NOTHING },
    { field: 'type', title: say('类型', 'Type'), cell: typeName },
  ], columns, { caption: say('各列', 'The columns'), key: row => row.name, tall: columns.length > 12 });
}
