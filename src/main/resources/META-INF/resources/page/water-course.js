// The course of a section's items over the last 30 days of its readings, one small chart each; what was not measured stays a gap.
import { columns } from './api.js';
import { h } from './dom.js';
import { number, NOTHING, wire } from './format.js';
import { say } from './language.js';
import { reasonFor, waterClass, waterClasses, waterClassFacts } from './levels.js';
import { itemName, itemWithUnit, MEASURED, when } from './water-words.js';
import { keptChart } from './water-columns.js';
import { noticeOf } from './today-words.js';
import { empty, settle } from './section.js';

const DAYS = 30;
const HOUR = 3_600_000;
/** Stations sample every four hours; a longer silence is a gap in the line. */
const SILENCE = 6 * HOUR;
const EAST = 8 * HOUR; // charts are drawn in UTC, and the data's time is +08:00

/** Rows of the compact answer. */
function rowsOf({ data }) {
  return data.sampled_at.map((_, index) => Object.fromEntries(Object.entries(data).map(([column, values]) => [column, values[index]])));
}

async function readings(code, newest) {
  const until = Date.parse(newest);
  return columns('/water/readings', { section: code, from: wire(until - DAYS * 24 * HOUR), to: wire(until + 1000), limit: 10_000,
    fields: ['sampled_at', ...MEASURED, 'water_class', 'flags'] });
}

function pointsOf(rows, column) {
  const points = [];
  rows.forEach((row, index) => {
    const at = Date.parse(row.sampled_at) + EAST;
    if (index > 0 && at - EAST - Date.parse(rows[index - 1].sampled_at) > SILENCE) {
      points.push([at - 1, null]);
    }
    points.push([at, row[column]]);
  });
  return points;
}

function axisOf(rows) {
  const end = Date.parse(rows.at(-1).sampled_at) + EAST;
  return { type: 'time', min: end - DAYS * 24 * HOUR, max: end, splitNumber: 4, axisLabel: { formatter: '{MM}-{dd}' } };
}

const clock = at => new Date(at).toISOString().slice(5, 16).replace('T', ' ');

function line(rows, column) {
  return colours => ({
    useUTC: true, grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: { formatter: ([one]) => one && one.value[1] !== null ? `${clock(one.value[0])}\n${number(one.value[1])}` : '' },
    xAxis: axisOf(rows), yAxis: { type: 'value', scale: true, splitNumber: 3 },
    series: [{ type: 'line', name: itemName(column), data: pointsOf(rows, column), connectNulls: false, symbol: 'circle', symbolSize: 4, showSymbol: true, lineStyle: { width: 1.5 }, itemStyle: { color: colours.series[0] } }],
  });
}

function classes(rows, colorOf) {
  return colours => ({
    useUTC: true, grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: { formatter: ([one]) => one ? `${clock(one.value[0])}\n${waterClass(waterClasses[one.value[1]])}` : '' },
    xAxis: axisOf(rows), yAxis: { type: 'category', data: waterClasses.map(name => waterClassFacts(name).short), inverse: true, splitLine: { show: true, lineStyle: { color: colours.line, opacity: 0.5 } } },
    series: [{ type: 'scatter', symbol: 'rect', symbolSize: [5, 14], data: rows.filter(row => row.water_class).map(row => ({
      value: [Date.parse(row.sampled_at) + EAST, waterClasses.indexOf(row.water_class)], itemStyle: { color: colorOf(row.water_class), borderColor: colours.faint, borderWidth: 0.5 } })) }],
  });
}

const time = { field: 'sampled_at', title: say('采样时间', 'Sampled'), head: true, cell: row => when(row.sampled_at) };

/** Kept with its chart: what leaves the document takes the reader's focus with it. */
function small(kept, title, figure) {
  return kept.box ??= h('div', { class: 'small-chart' }, h('h3', {}, title), figure);
}

function ofItem(rows, column, units, kept) {
  const values = rows.map(row => row[column]).filter(value => value !== null);
  const title = itemWithUnit(column, units);
  const summary = say(`30 天内 ${values.length} 次有值，最低 ${number(Math.min(...values))}，最高 ${number(Math.max(...values))}。`,
    `${values.length} values in 30 days, from ${number(Math.min(...values))} to ${number(Math.max(...values))}.`);
  return small(kept, title, keptChart(kept, { title, summary, option: line(rows, column), height: 150, rows: [...rows].reverse(), columns: [time,
    { field: column, title, number: true, cell: row => number(row[column]) },
    { field: 'flags', title: say('标记', 'Flag'), cell: row => reasonFor(row, column) ?? NOTHING, value: row => reasonFor(row, column) }] }));
}

function ofClass(rows, colorOf, kept) {
  const title = say('水质类别', 'Class of the water');
  const classed = rows.filter(row => row.water_class);
  const summary = waterClasses.map(name => [name, classed.filter(row => row.water_class === name).length]).filter(([, count]) => count)
    .map(([name, count]) => say(`${waterClass(name)} ${count} 次`, `${waterClass(name)}: ${count}`)).join(say('，', ', '));
  return small(kept, title, keptChart(kept, { title, summary, option: classes(rows, colorOf), height: 150, rows: [...rows].reverse(), columns: [time,
    { field: 'water_class', title, cell: row => waterClass(row.water_class) ?? reasonFor(row, 'water_class') ?? NOTHING, value: row => row.water_class ? waterClasses.indexOf(row.water_class) : null }] }));
}

/** The charts of a section whose newest reading is this one. */
export async function course(code, newest, colorOf, kept, still) {
  if (!newest) {
    return empty('没有自动监测数据。', 'There is no automatic reading.');
  }
  const answer = await readings(code, newest);
  if (!still()) {
    return null;
  }
  const rows = rowsOf(answer);
  const measured = MEASURED.filter(column => rows.some(row => row[column] !== null));
  if (measured.length === 0) {
    return empty('最近 30 天没有有效的监测值。', 'There is no valid value in the last 30 days.');
  }
  const charts = kept.all ??= h('div', { class: 'small-charts' });
  settle(charts, [rows.some(row => row.water_class) ? ofClass(rows, colorOf, kept.class ??= {}) : null,
    ...measured.map(column => ofItem(rows, column, answer.meta.units, kept[column] ??= {}))].filter(Boolean));
  return [h('p', { class: 'small faint' }, say(`截至 ${when(newest)} 的 30 天，共 ${rows.length} 次采样；断开处没有有效数据。`, `30 days up to ${when(newest)}, ${rows.length} samplings; where the line breaks there is no valid value.`)),
    charts, noticeOf(answer.meta)];
}
