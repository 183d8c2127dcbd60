// How often a source exceeded its limits, of what and when, as the service judged each result by the limit of its own time.
import { get } from './api.js';
import { h } from './dom.js';
import { number } from './format.js';
import { say } from './language.js';
import { empty } from './section.js';
import { judged, limitText } from './source-curve.js';
import { factorName } from './source-factors.js';
import { when } from './source-fields.js';
import { noticeOf, part, standing, told } from './source-parts.js';
import { word } from './source-words.js';
import { table } from './table.js';

const FIELDS = ['outlet_code', 'factor_code', 'factor_name', 'observed_at', 'averaging', 'measured_value', 'corrected_value', 'judged_on', 'unit', 'limit_low', 'limit_high', 'exceedance_multiple',
  'monitoring_type', 'monitoring_mode'];
const MOST = 1000;

function keyOf(row) {
  return [row.outlet_code, row.factor_code, row.averaging, row.monitoring_type, row.monitoring_mode].join(' ');
}

/** What rows that are not listed would add: how many there are of each group, and since when. */
async function completed(source, groups) {
  await Promise.all(groups.map(async one => {
    const { data, page } = await get('/sources/monitoring', { source, compliant: 'false', outlet: one.outlet_code, factor: one.factor_code, averaging: one.averaging,
      type: one.monitoring_type, mode: one.monitoring_mode, order: 'asc', limit: 1, count: 'exact', fields: 'observed_at' });
    one.count = page.total;
    one.first = data[0]?.observed_at ?? one.first;
  }));
  return groups;
}

/** Newest first, as the rows come. */
function counted(rows) {
  const groups = new Map();
  for (const row of rows) {
    const one = groups.get(keyOf(row)) ?? { ...row, key: keyOf(row), count: 0, last: row.observed_at, most: null };
    one.count++;
    one.first = row.observed_at;
    one.most = row.exceedance_multiple === null ? one.most : Math.max(one.most ?? 0, row.exceedance_multiple);
    groups.set(one.key, one);
  }
  return [...groups.values()];
}

const factor = { field: 'factor_name', title: say('污染物', 'Pollutant'), head: true, cell: row => factorName(row.factor_code, row.factor_name) };
const outlet = { field: 'outlet_code', title: say('排放口', 'Outlet') };
const averaging = { field: 'averaging', title: say('均值', 'Average'), cell: row => word('averaging', row.averaging) };
const type = { field: 'monitoring_type', title: say('监测', 'Monitored by'), cell: row => `${word('monitoring_type', row.monitoring_type)} · ${word('monitoring_mode', row.monitoring_mode)}` };

const SUMMARY = [factor, outlet, averaging, type,
  { field: 'count', title: say('次数', 'Times'), number: true, cell: row => number(row.count) },
  { field: 'last', title: say('最近', 'Last'), cell: row => when(row.last) },
  { field: 'first', title: say('最早', 'First'), cell: row => when(row.first) },
  { field: 'most', title: say('最大超标倍数', 'Largest multiple'), number: true, cell: row => number(row.most) },
];

function each(rows) {
  const details = h('details', { class: 'behind', 'data-key': 'each' }, h('summary', {}, say('逐次列出', 'Each of them')));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(table([
        { field: 'observed_at', title: say('时间', 'Time'), cell: row => when(row.observed_at) }, factor, outlet, averaging,
        { field: 'judged', title: say('值', 'Value'), number: true, cell: row => number(judged(row)), value: judged },
        { field: 'limit_high', title: say('限值', 'Limit'), number: true, cell: limitText },
        { field: 'unit', title: say('单位', 'Unit') },
        { field: 'exceedance_multiple', title: say('超标倍数', 'Multiple'), number: true, cell: row => number(row.exceedance_multiple) }, type,
      ], rows, { caption: say('逐次超标', 'Each exceedance'), tall: true, first: 200 }));
    }
  });
  return details;
}

export function exceedances(source) {
  const summary = standing(SUMMARY, { caption: say('超标次数', 'Number of exceedances'), key: row => row.key, sorted: { field: 'count', down: true } });
  const ask = async () => {
    const { data, total, notice } = told(await get('/sources/monitoring', { source, compliant: 'false', order: 'desc', limit: MOST, count: 'exact', fields: FIELDS }));
    const groups = counted(data);
    return { data, total, notice, groups: total > data.length ? await completed(source, groups) : groups };
  };
  return part('exceedances', ask, ({ data, total, notice, groups }) => data.length === 0 ? empty('已公开的结果中没有判定为超标的。', 'None of the published results was judged to exceed a limit.') : [
    noticeOf(notice),
    h('p', {}, say('共 ', ''), h('strong', { 'data-field': 'total' }, number(total)),
      say(' 个结果超过当时有效的限值', total === 1 ? ' result exceeds the limit in force at its time' : ' results exceed the limits in force at their times'),
      total > data.length ? say(`；逐次列出及最大倍数只算最近 ${number(data.length)} 个。`, `; the list and the largest multiple are of the newest ${number(data.length)}.`) : say('。', '.')),
    summary(groups), each(data),
    h('p', { class: 'small faint' }, say('由本服务按结果所在时间有效的限值判定，不是执法结论。', 'Judged by this service by the limit in force at the time of the result; not a finding of the authority.')),
  ]);
}
