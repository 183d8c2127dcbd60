// What happened to a source, newest first: records of supervision, versions of the register and of its limits. Details open in place.
import { get } from './api.js';
import { h } from './dom.js';
import { date } from './format.js';
import { marked, say } from './language.js';
import { empty } from './section.js';
import { limitText } from './source-curve.js';
import { factorName } from './source-factors.js';
import { day, fieldsOf, filesOf, recordLink, when, withdrawn } from './source-fields.js';
import { moreButton, part, told } from './source-parts.js';
import { isKnownStart, word } from './source-words.js';
import { table } from './table.js';

const PAGE = 50;
const MOST = 1000;

/** Limits that change on one day are one event. */
function together(rows) {
  const events = [];
  for (const row of rows) {
    const last = events.at(-1);
    if (row.event === 'limit' && last?.event === 'limit' && last.event_at === row.event_at) {
      last.limits.push(row);
    } else {
      events.push({ ...row, limits: [row] });
    }
  }
  return events;
}

async function record(id) {
  const { data } = await get(`/supervision/records/${encodeURIComponent(id)}`);
  return data.withdrawn_at ? [withdrawn(data)] : [await fieldsOf(data, ['source_id', 'title', 'kind']), filesOf(data)];
}

/** Asked for when it is opened. */
function recordDetails(event) {
  const inside = h('div', { class: 'inside', 'aria-live': 'polite' });
  const details = h('details', { 'data-key': `details ${event.item}` }, h('summary', {}, say('详情', 'Details'), h('span', { class: 'unseen' }, ` ${event.title}`)), inside);
  details.addEventListener('toggle', async () => {
    if (details.open && inside.childElementCount === 0) {
      inside.replaceChildren(h('p', { class: 'faint' }, say('载入中…', 'Loading…')));
      const nodes = await record(event.item).catch(failure => [h('p', { class: 'notice failure' }, failure.message)]);
      inside.replaceChildren(...nodes.flat(Infinity).filter(Boolean), h('p', {}, recordLink(event.item, say('这条记录的完整页面', 'The whole record'))));
      marked(inside);
    }
  });
  return details;
}

function limitDetails(event) {
  const rows = event.limits;
  const details = h('details', { 'data-key': `details ${event.event_at} limits` }, h('summary', {}, say('详情', 'Details')));
  details.append(h('div', { class: 'inside' }, table([
    { field: 'outlet_code', title: say('排放口', 'Outlet') },
    { field: 'title', title: say('污染物', 'Pollutant'), head: true, cell: row => factorName(row.factor_code, row.title) },
    { field: 'averaging', title: say('均值', 'Average'), cell: row => word('averaging', row.averaging) },
    { field: 'limit_high', title: say('限值', 'Limit'), number: true, cell: limitText },
    { field: 'unit', title: say('单位', 'Unit') },
    { field: 'valid_to', title: say('至（不含）', 'To (exclusive)'), cell: row => row.valid_to ? day(row.valid_to) : say('现行', 'in force') },
  ], rows, { caption: say('自当日生效的限值', 'Limits from that day on'), key: row => row.item })));
  return details;
}

function dates(event) {
  return [event.decided_on ? [say('决定 ', 'decided '), day(event.decided_on)] : null, event.occurred_on ? [say('发生或检查 ', 'occurred '), day(event.occurred_on)] : null]
    .filter(Boolean).flatMap((one, at) => at ? [' · ', ...one] : one);
}

function headOf(event) {
  if (event.event === 'record') {
    return recordLink(event.item, event.title);
  }
  return event.event === 'register' ? say(`登记版本生效：${event.title}`, `Version of the register: ${event.title}`)
    : event.limits.length === 1 ? say('限值生效：', 'A limit in force: ') + factorName(event.factor_code, event.title) : say(`${event.limits.length} 项限值生效`, `${event.limits.length} limits in force`);
}

function eventItem(event) {
  const isRecord = event.event === 'record';
  const from = isRecord ? when(event.event_at) : isKnownStart(event.valid_from) ? date(event.valid_from) : say('起始不详', 'start not known');
  return h('li', { class: `event ${event.event}`, 'data-key': isRecord ? event.item : `${event.event} ${event.event_at}` },
    h('p', { class: 'row small' }, h('span', { class: 'event-time', 'data-field': 'event_at' }, from), h('span', { class: 'chip', 'data-field': isRecord ? 'kind' : 'event' },
      isRecord ? word('kind', event.kind) : word('event', event.event)), isRecord && event.status ? h('span', { class: 'faint', 'data-field': 'status' }, word('status', event.status)) : null),
    h('h3', { 'data-field': 'title' }, headOf(event)),
    h('p', { class: 'small faint' }, dates(event), event.document_no ? [' · ', h('span', { 'data-field': 'document_no' }, event.document_no)] : null),
    isRecord ? recordDetails(event) : event.event === 'limit' ? limitDetails(event) : null);
}

/** Records may be there before their source is in the register, which then has no timeline of it. */
async function eventsOf(id, query) {
  try {
    return await get(`/sources/${encodeURIComponent(id)}/timeline`, query);
  } catch (failure) {
    if (failure.status !== 404) {
      throw failure;
    }
    const answer = await get('/supervision/records', { ...query, source: id });
    answer.data = answer.data.map(row => ({ ...row, event: 'record', event_at: row.published_at, item: row.record_id }));
    return answer;
  }
}

export function timeline(id) {
  const before = { rows: [], next: null };
  const ask = async () => {
    const answer = told(await eventsOf(id, { order: 'desc', limit: Math.min(Math.max(PAGE, before.rows.length), MOST) }));
    return { rows: answer.data, next: answer.next };
  };
  const more = () => shown.grow(async () => {
    const answer = told(await eventsOf(id, { order: 'desc', limit: PAGE, cursor: before.next }));
    return { rows: [...before.rows, ...answer.data], next: answer.next };
  });
  const shown = part('timeline', ask, answer => {
    Object.assign(before, answer);
    return answer.rows.length === 0 ? empty('没有监管记录或变更。', 'There is no record and no change.') : [
      h('ol', { class: 'timeline' }, together(answer.rows).map(eventItem)),
      answer.next ? moreButton(say('更早', 'Earlier'), more) : null,
    ];
  });
  return shown;
}
