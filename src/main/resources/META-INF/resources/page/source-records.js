// Records of supervision on the first view: the newest penalties, orders and inspections, all of them by kind, and their feeds.
import { address, get } from './api.js';
import { h } from './dom.js';
import { named, say } from './language.js';
import { empty } from './section.js';
import { languageLink } from './shell.js';
import { day, filesOf, recordLink, sourceLink, when, withdrawn, yuan } from './source-fields.js';
import { moreButton, part, told } from './source-parts.js';
import { codesOf, word, wordsOf } from './source-words.js';

const FIELDS = ['record_id', 'kind', 'source_id', 'title', 'document_no', 'authority', 'occurred_on', 'decided_on', 'amount_cny', 'status', 'published_at', 'withdrawn_at',
  'withdrawal_reason', 'attachments', 'party_name', 'penalty_types', 'checked_objects'];
const MOST = 1000;

/** The names of the sources that records are about; one that is not in the register has none. */
async function namesOf(rows) {
  const ids = [...new Set(rows.map(row => row.source_id).filter(Boolean))];
  if (ids.length === 0) {
    return {};
  }
  const names = {};
  for (let at = 0; at < ids.length; at += 100) {
    const { data } = await get('/sources', { source: ids.slice(at, at + 100), fields: 'source_id,name,name_en', limit: 1000 });
    data.forEach(row => { names[row.source_id] = named(row); });
  }
  return names;
}

function whom(row, names) {
  const party = row.party_name ?? (row.checked_objects?.length ? wordsOf('checked_objects', row.checked_objects) : null);
  const source = row.source_id && names[row.source_id];
  return [
    party ? [h('dt', {}, row.party_name ? say('当事人', 'Party') : say('检查对象', 'Inspected')), h('dd', { 'data-field': row.party_name ? 'party_name' : 'checked_objects' }, party)] : null,
    row.source_id ? [h('dt', {}, say('污染源', 'Source')), h('dd', { 'data-field': 'source_id' }, source ? sourceLink(row.source_id, source) : row.source_id)] : null,
  ];
}

function fact(title, field, value) {
  return value ? [h('dt', {}, title), h('dd', { 'data-field': field }, value)] : null;
}

/** One record in a list; of one that was withdrawn only that, when and why. */
function card(row, names) {
  if (row.withdrawn_at) {
    return h('li', { class: 'record', 'data-key': row.record_id }, h('h3', {}, recordLink(row.record_id)), withdrawn(row));
  }
  return h('li', { class: 'record', 'data-key': row.record_id },
    h('p', { class: 'row small' }, h('span', { class: 'chip', 'data-field': 'kind' }, word('kind', row.kind)),
      row.status ? h('span', { class: 'faint', 'data-field': 'status' }, word('status', row.status)) : null),
    h('h3', { 'data-field': 'title' }, recordLink(row.record_id, row.title)),
    h('dl', { class: 'facts small' }, whom(row, names),
      fact(say('机关', 'Authority'), 'authority', row.authority),
      fact(say('决定', 'Decided'), 'decided_on', day(row.decided_on)),
      fact(say('发生或检查', 'Occurred'), 'occurred_on', day(row.occurred_on)),
      fact(say('处罚种类', 'Penalty'), 'penalty_types', wordsOf('penalty_types', row.penalty_types)),
      fact(say('金额', 'Amount'), 'amount_cny', row.amount_cny === null ? null : yuan(row.amount_cny)),
      fact(say('文号', 'Document no.'), 'document_no', row.document_no),
      fact(say('公开', 'Published'), 'published_at', when(row.published_at))),
    filesOf(row));
}

/** The newest records of a question, with more by the cursor. */
function newest(section, question, few, nothing) {
  const before = { rows: [], next: null, names: {} };
  const ask = async () => {
    const limit = Math.min(Math.max(few, before.rows.length), MOST);
    const answer = told(await get('/supervision/records', { ...question(), order: 'desc', limit, fields: FIELDS }));
    return { rows: answer.data, next: answer.next, names: await namesOf(answer.data) };
  };
  const more = async () => {
    const first = before.rows.length;
    const grown = await list.grow(async () => {
      const next = told(await get('/supervision/records', { ...question(), order: 'desc', limit: few, fields: FIELDS, cursor: before.next }));
      return { rows: [...before.rows, ...next.data], next: next.next, names: { ...before.names, ...await namesOf(next.data) } };
    });
    if (grown) {
      document.querySelectorAll(`[data-section="${section}"] .record h3 a`)[first]?.focus();
    }
  };
  const list = part(section, ask, answer => {
    Object.assign(before, answer);
    if (answer.rows.length === 0) {
      return nothing;
    }
    return [h('ul', { class: few > 4 ? 'records wide' : 'records' }, answer.rows.map(row => card(row, answer.names))), answer.next ? moreButton(say('更多', 'More'), more) : null];
  });
  list.anew = () => { before.rows = []; return list.show(); };
  return list;
}

/** The three that people look for first. */
export function newestByKind() {
  return [
    newest('penalties', () => ({ kind: 'penalty' }), 4, empty('还没有公开的行政处罚。', 'No penalty has been published yet.')),
    newest('orders', () => ({ kind: 'order' }), 4, empty('还没有公开的行政命令。', 'No order has been published yet.')),
    newest('inspections', () => ({ kind: 'inspection,random_inspection' }), 4, empty('还没有公开的现场检查。', 'No inspection has been published yet.')),
  ];
}

/** All records, of the kind and with the text that the form above them says; what is withdrawn has no kind any more and is told among all. */
export function allRecords() {
  const form = document.querySelector('[data-form="records"]');
  form.elements.kind.append(...codesOf('kind').map(kind => h('option', { value: kind }, word('kind', kind))));
  const asked = new URLSearchParams(location.search);
  form.elements.kind.value = codesOf('kind').includes(asked.get('kind')) ? asked.get('kind') : '';
  form.elements.text.value = asked.get('text') ?? '';
  const values = () => ({ kind: form.elements.kind.value, q: form.elements.text.value.trim() });
  let sent = values(); // what somebody is writing just now is no question yet
  const list = newest('records', () => sent, 10, empty('没有符合条件的记录。', 'No record matches.'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const url = new URL(location.href);
    ['kind', 'text'].forEach(name => form.elements[name].value.trim() ? url.searchParams.set(name, form.elements[name].value.trim()) : url.searchParams.delete(name));
    history.replaceState(null, '', url);
    languageLink();
    sent = values();
    list.anew();
  });
  form.elements.kind.addEventListener('change', () => form.requestSubmit());
  return list;
}

/** A feed for every kind, to be told of new records. */
export function feedList() {
  return [
    h('p', { class: 'small faint' }, say('每个种类有一个 Atom 订阅源，用阅读器跟踪新的记录：', 'Every kind has an Atom feed, which a reader follows for new records:')),
    h('ul', { class: 'feed-links' }, codesOf('kind').map(kind => h('li', { 'data-key': kind }, h('a', { href: address(`/supervision/feeds/${kind}`), type: 'application/atom+xml' }, word('kind', kind))))),
  ];
}
