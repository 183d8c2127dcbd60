// What a record of supervision says, field by field, under the titles that the dataset itself declares.
import { get } from './api.js';
import { h, joined } from './dom.js';
import { bytes, date, number } from './format.js';
import { language, linked, say, titled } from './language.js';
import { hasWords, word } from './source-words.js';

const full = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Etc/GMT-8', year: 'numeric', month: language === 'zh' ? 'numeric' : 'short', day: 'numeric',
  hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const separator = say('、', ', ');
const UNITS = { t: say('吨', 't') };

/** 2026/10/16 09:30 or 16 Oct 2026, 09:30, of an instant of any year. */
export function when(iso) {
  return iso ? h('time', { datetime: iso }, full.format(new Date(iso))) : null;
}

export function day(iso) {
  return iso ? h('time', { datetime: iso }, date(iso)) : null;
}

export function sourceLink(id, text = id) {
  return h('a', { href: linked(`/sources/?source=${encodeURIComponent(id)}`) }, text);
}

export function recordLink(id, text = id) {
  return h('a', { href: linked(`/sources/?record=${encodeURIComponent(id)}`) }, text);
}

const whole = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 20 });
const withFen = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 20 });

/** 18,432.50 as money is written; whole yuan have no digits behind. */
export function yuan(amount) {
  const figure = (Number.isInteger(amount) ? whole : withFen).format(amount);
  return say(`${figure} 元`, `CNY ${figure}`);
}

/** A title without the kinds it is declared for, which stand in brackets at its end and may hold brackets themselves. */
function undeclared(title) {
  let depth = 0;
  for (let at = title.length - 1; at >= 0; at--) {
    if ('）)'.includes(title[at])) {
      depth++;
    } else if ('（('.includes(title[at]) && --depth === 0) {
      return title.slice(0, at);
    }
  }
  return title;
}

/** What follows a colon, a semicolon or the Chinese comma explains a title. */
function short(title) {
  return title.split(/[；;：:，]/)[0].trim();
}

let declared;
/** The columns of a record as its dataset declares them: [{name, title, label, unit, type}]. */
export function recordColumns() {
  declared ??= get('/datasets/supervision-records/columns.json').then(({ tableSchema: { columns } }) => columns.map((column, at) => {
    const title = titled(column.titles);
    const ofKinds = at > columns.findIndex(one => one.name === 'attachments'); // every kind's own fields stand behind those of all
    return { name: column.name, title, label: short(ofKinds ? undeclared(title) : title), unit: column['schema:unitText'] ?? null, type: column.datatype?.base ?? column.datatype };
  }), failure => { declared = undefined; throw failure; });
  return declared;
}

const LINKED = { source_id: sourceLink, related_record_id: recordLink };

/** A value of a column as a reader takes it. */
export function valueOf(column, value) {
  if (Array.isArray(value)) {
    return joined(value.map(one => String(word(column.name, one))), separator);
  }
  if (LINKED[column.name]) {
    return LINKED[column.name](value);
  }
  if (column.type === 'date') {
    return day(value);
  }
  if (column.type === 'dateTimeStamp') {
    return when(value);
  }
  if (column.unit === 'CNY') {
    return yuan(value);
  }
  if (typeof value === 'number') {
    return `${number(value)}${column.unit ? ` ${UNITS[column.unit] ?? column.unit}` : ''}`;
  }
  return hasWords(column.name) ? word(column.name, value) : String(value);
}

/** Whether a field has something to tell. */
export function isGiven(value) {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** All fields of a record that have a value, but its files. */
export async function fieldsOf(row, but = []) {
  const columns = await recordColumns();
  return h('dl', { class: 'facts long' }, columns.filter(column => column.name !== 'attachments' && !but.includes(column.name) && isGiven(row[column.name]))
    .map(column => [h('dt', { title: column.title === column.label ? null : column.title }, column.label),
      h('dd', { class: 'lines', 'data-field': column.name }, valueOf(column, row[column.name]))]));
}

const TYPES = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'text/plain': say('文本', 'text'), 'text/csv': 'CSV' };

/** Files with type and size; null where there are none. */
export function filesOf(row) {
  return row.attachments?.length ? h('ul', { class: 'files', 'data-field': 'attachments' }, row.attachments.map(file => h('li', { 'data-key': file.sha256 },
    h('a', { href: file.url }, file.name), ' ', h('span', { class: 'faint small' }, `${TYPES[file.media_type] ?? file.media_type} · ${bytes(file.bytes)}`)))) : null;
}

/** What is left to tell of a record that was withdrawn. */
export function withdrawn(row) {
  return h('p', { class: 'withdrawn' }, h('strong', {}, say('已撤回', 'Withdrawn')), say('，', ', '), h('span', { 'data-field': 'withdrawn_at' }, when(row.withdrawn_at)),
    row.withdrawal_reason ? [say('：', ': '), h('span', { 'data-field': 'withdrawal_reason' }, row.withdrawal_reason)] : null);
}
