// The clock of the catalogue: what was due, when it came, in time or how late.
import { cadence, covered, periodName, stamp } from './data-catalogue.js';
import { clock, hasClock, isFollowing } from './data-clock.js';
import { h } from './dom.js';
import { NOTHING, wire } from './format.js';
import { linked, say } from './language.js';
import { empty } from './section.js';
import { lastingTable } from './lasting-table.js';

/** A length of time in the largest unit that says it, rounded down. */
export function span(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  const told = (count, zh, one, many) => say(`${count} ${zh}`, `${count} ${count === 1 ? one : many}`);
  if (minutes < 120) {
    return told(minutes, '分钟', 'minute', 'minutes');
  }
  return minutes < 48 * 60 ? told(Math.floor(minutes / 60), '小时', 'hour', 'hours') : told(Math.floor(minutes / 1440), '天', 'day', 'days');
}

function verdict(row) {
  if (row.late > 0) {
    return h('strong', { class: 'late nowrap' }, h('span', { 'aria-hidden': 'true' }, '⚠ '), say(`迟 ${span(row.late)}`, `late by ${span(row.late)}`));
  }
  return h('span', { class: 'nowrap' }, h('span', { 'aria-hidden': 'true' }, '✓ '), say('按时', 'in time'));
}

const line = text => h('span', { class: 'nowrap' }, text);
const name = row => [h('a', { href: linked(`/data/?dataset=${row.id}`) }, row.title), h('code', { class: 'faint block' }, row.id)];
const NAME = { field: 'title', title: say('数据集', 'Dataset'), head: true, cell: name };
const CAME = { field: 'modified', title: say('最近发布', 'Last published'), cell: row => line(stamp(row.modified) ?? NOTHING) };

function howDueIsWorkedOut() {
  return h('p', { class: 'small' }, say(
    '“应到”＝最近一期之后的那一期结束，再加发布时限：小时数据 1 小时、日数据次日 12:00、预报每天 20:00 覆盖未来三天（HJ 633-2026 5.2）；其余没有查到规定，本页按 4 小时数据 4 小时、月季年数据 1 天计。正在进行的一期，到其结束时应到。',
    '“Due” is the end of the period after the newest one, plus the time it may take: 1 hour for hours, 12:00 of the next day for days, forecasts by 20:00 each day for the next three (HJ 633-2026, 5.2). For the others no rule was found; this page allows 4 hours for 4-hourly data and 1 day for months, quarters and years. A period that still runs is due when it ends.'));
}

function why(dataset) {
  if (isFollowing(dataset)) {
    return say('由预报与实况推算', 'worked out from forecasts and days');
  }
  if (dataset.id.endsWith('-latest')) {
    return say('其他数据集的最新一期', 'the newest of another dataset');
  }
  return !dataset.resolution ? say('登记，有变更才更新', 'a register, new when something changes')
    : dataset.to ? say('有事即发', 'comes when there is something to tell') : say('还没有数据', 'no data yet');
}

/** Late first. A clock that has not begun to run for want of data is told in words, not as late. */
export function clockTable(datasets, now = Date.now()) {
  const rows = datasets.filter(hasClock).map(one => ({ ...one, ...clock(one, now) }));
  if (rows.length === 0) {
    return empty('还没有按时更新的数据。', 'There is no data that comes by the clock yet.');
  }
  const late = rows.filter(row => row.late > 0).length;
  return [
    h('p', { 'data-field': 'late-count' }, h('strong', {}, late === 0 ? say(`${rows.length} 个数据集全部按时。`, `All ${rows.length} datasets are in time.`)
      : say(`${rows.length} 个数据集中 ${late} 个迟到。`, `${late} of ${rows.length} datasets ${late === 1 ? 'is' : 'are'} late.`)),
    ' ', h('span', { class: 'faint' }, say(`截至 ${stamp(wire(now))}`, `as of ${stamp(wire(now))}`))),
    lastingTable('clock', [
      NAME,
      { field: 'late', title: say('情况', 'State'), cell: verdict },
      { field: 'due', title: say('应到', 'Due'), cell: row => line(stamp(wire(row.due))) },
      { field: 'to', title: say('最近一期', 'Newest period'), cell: row => line(periodName(row.to, row.resolution)) },
      CAME,
      { field: 'cadence', title: say('频次', 'New data'), cell: cadence, value: cadence },
    ], rows, { caption: say('按时更新的数据集', 'Datasets that come by the clock'), key: row => row.id, sorted: { field: 'late', down: true } }),
    howDueIsWorkedOut(),
  ];
}

/** What has no clock: it comes when there is something to tell, or follows what has one. */
export function restTable(datasets) {
  const rows = datasets.filter(one => !hasClock(one)).map(one => ({ ...one, kind: why(one) }));
  return lastingTable('rest', [
    NAME,
    { field: 'kind', title: say('为何没有时限', 'Why nothing is due') },
    { field: 'to', title: say('时间范围', 'Covers'), cell: row => covered(row) ?? NOTHING },
    CAME,
  ], rows, { caption: say('不按时更新的数据集', 'Datasets that do not come by the clock'), key: row => row.id });
}
