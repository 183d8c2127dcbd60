// One record of supervision: every field that has a value, its files, and every state of it that was published.
import { everything, get } from './api.js';
import { h, joined } from './dom.js';
import { say } from './language.js';
import { once } from './once.js';
import { empty } from './section.js';
import { fieldsOf, filesOf, isGiven, recordColumns, valueOf, when, withdrawn } from './source-fields.js';
import { part, told } from './source-parts.js';
import { word } from './source-words.js';

const SAME = ['record_id', 'published_at', 'revision', 'revised_at', 'superseded_at', 'revision_reason', 'batch_id'];

async function record({ data }) {
  if (data === null) {
    return empty('没有公开过这个编号的记录。', 'No record of this id was ever published.');
  }
  return data.withdrawn_at ? [withdrawn(data), await fieldsOf(data, ['withdrawn_at', 'withdrawal_reason'])] : fieldsOf(data);
}

function files({ data }) {
  return data?.withdrawn_at ? empty('记录已撤回，附件不再公开。', 'The record was withdrawn; its files are no longer public.')
    : (data && filesOf(data)) ?? empty('没有附件。', 'There are no files.');
}

function shownValue(column, value) {
  return isGiven(value) ? valueOf(column, value) : say('（空）', '(empty)');
}

/** What a state says otherwise than the one before. */
function changes(state, former, columns) {
  const differing = columns.filter(column => !SAME.includes(column.name) && JSON.stringify(state[column.name] ?? null) !== JSON.stringify(former[column.name] ?? null));
  return differing.length === 0 ? null : h('dl', { class: 'facts long small' }, differing.map(column => [h('dt', {}, column.label), h('dd', {}, column.name === 'attachments'
    ? joined(state.attachments.map(file => file.name), say('、', ', ')) : [h('del', {}, shownValue(column, former[column.name])), ' → ', h('ins', {}, shownValue(column, state[column.name]))])]));
}

function stateItem(state, former, columns) {
  return h('li', { 'data-key': String(state.revision) },
    h('p', { class: 'row' }, h('span', { class: 'chip', 'data-field': 'revision_reason' }, state.revision_reason ? word('revision_reason', state.revision_reason) : say('首次发布', 'First published')),
      h('span', { 'data-field': 'revised_at' }, when(state.revised_at)),
      state.superseded_at ? h('span', { class: 'faint' }, say('至 ', 'until '), h('span', { 'data-field': 'superseded_at' }, when(state.superseded_at))) : h('span', {}, say('现行', 'standing')),
      h('span', { class: 'faint small' }, say('修订号 ', 'revision '), h('span', { 'data-field': 'revision' }, String(state.revision)))),
    state.withdrawn_at ? withdrawn(state) : former ? changes(state, former, columns) : null);
}

async function revisions({ data }) {
  if (data === null) {
    return empty('没有公开过的状态。', 'No state was ever published.');
  }
  if (data.every(state => state.withdrawn_at)) { // nothing else is told of any of its states
    return withdrawn(data[0]);
  }
  const columns = await recordColumns();
  return h('ol', { class: 'states' }, data.map((state, at) => stateItem(state, data[at - 1] ?? null, columns)).reverse());
}

function nullWhereNone(failure) {
  if (failure.status !== 404) {
    throw failure;
  }
  return { data: null };
}

/** The parts of a record's page; row() gives the record, null where there never was one. */
export function oneRecord(id) {
  const path = `/supervision/records/${encodeURIComponent(id)}`;
  const ask = () => get(path).then(({ data }) => ({ data }), nullWhereNone);
  let asked = once(ask);
  const one = () => asked();
  const states = () => everything(`${path}/revisions`).then(told, nullWhereNone);
  return {
    row: one,
    again: () => { asked = once(ask); },
    parts: [part('record', one, record), part('attachments', one, files), part('revisions', states, revisions)],
  };
}
