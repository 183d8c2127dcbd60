// One section: what the register says of it, its newest reading item by item, its classes by month.
import { everything, get } from './api.js';
import { h } from './dom.js';
import { date, localDate, number, NOTHING } from './format.js';
import { say, worded } from './language.js';
import { filled, reasonFor, statusWord, waterClass, waterClassFacts } from './levels.js';
import { once } from './water-asked.js';
import { shownIf } from './water-follow.js';
import { aboveTarget, change, changeInYear, deciding, judged, keptTable, met, target } from './water-columns.js';
import { ANALYSED, itemName, itemsWords, itemWithUnit, MEASURED, metCell, monthName, timedWithAge, wordOf } from './water-words.js';
import { noticeOf } from './today-words.js';
import { empty } from './section.js';

/** The register's word of a section: today's, else the last there was. Fails with 404 where there never was one. */
async function registered(code) {
  const today = await get('/water/sections', { section: code });
  return today.data[0] ?? (await get(`/water/sections/${encodeURIComponent(code)}`)).data;
}

/** A section with its newest reading and, where there is none, its newest state. One that has ended has readings all the same. */
export function sectionNow(code) {
  return once(code, () => looked(code));
}

async function looked(code) {
  const facts = await registered(code);
  const latest = await get('/water/latest', { section: code });
  const newest = latest.data.length ? latest : await get('/water/readings', { section: code, order: 'desc', limit: 1 });
  const state = newest.data.length ? null : (await get('/water/states', { section: code, order: 'desc', limit: 1 })).data[0];
  return { facts, reading: newest.data[0] ?? null, meta: newest.meta, state: state ?? null };
}

function fact(field, word, value) {
  return value === null || value === undefined || value === '' ? null : [h('dt', {}, word), h('dd', { 'data-field': field }, value)];
}

function since({ valid_from: from }) {
  return from === '1970-01-01' ? say('起始不详', 'start not known') : date(from);
}

function coordinates({ longitude, latitude, datum }) {
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? `${longitude}°, ${latitude}°${datum ? ` (${datum})` : ''}` : null;
}

export function facts({ facts: of }) {
  return [
    of.valid_to && of.valid_to <= localDate(Date.now()) ? h('p', { class: 'notice' }, say(`该断面已于 ${date(of.valid_to)} 停止使用。`, `This section ended on ${date(of.valid_to)}.`)) : null,
    h('dl', { class: 'facts' }, fact('section_code', say('断面编码', 'Code'), of.section_code), fact('province', say('省份', 'Province'), of.province),
      fact('basin', say('流域', 'Basin'), of.basin), fact('river', say('河流或湖库', 'River or lake'), of.river), fact('waterbody', say('水体类型', 'Kind of water'), wordOf(of.waterbody)),
      fact('target_class', say('水质目标', 'Target'), waterClass(of.target_class) ?? say('未规定', 'none set')), fact('control_level', say('管理级别', 'Level'), of.control_level && wordOf(of.control_level)),
      fact('section_role', say('断面类型', 'Purpose'), of.section_role && wordOf(of.section_role)), fact('responsible_city_code', say('责任城市代码', 'Responsible city, code'), of.responsible_city_code),
      fact('characteristic_items', say('特征指标', 'Characteristic items'), itemsWords(of.characteristic_items)), fact('longitude', say('经纬度', 'Longitude, latitude'), coordinates(of)),
      fact('valid_from', say('登记自', 'In the register since'), since(of))),
  ];
}

function judgement(reading) {
  const color = reading.color ?? waterClassFacts(reading.water_class)?.color;
  const worse = reading.target_met === false;
  return h('div', { class: 'now' },
    h('div', { class: 'aqi', style: filled(reading.water_class ? color : null) },
      h('span', { class: 'class-figure', 'data-field': 'water_class' }, waterClass(reading.water_class) ?? say('无类别', 'No class')),
      h('span', { class: 'aqi-level', 'data-field': 'category' }, reading.water_class ? worded(reading, 'category') ?? waterClassFacts(reading.water_class).grade : reasonFor(reading, 'water_class'))),
    h('dl', { class: 'facts' },
      h('dt', {}, say('水质目标', 'Target')), h('dd', {}, reading.target_class ? [waterClass(reading.target_class), reading.target_met === null || reading.target_met === undefined ? '' : [' · ', metCell(reading)]] : NOTHING),
      h('dt', {}, worse ? say('劣于目标的项目', 'What is worse than the target') : say('定类项目', 'Deciding items')), h('dd', { 'data-field': 'limiting_parameters' }, itemsWords(reading.limiting_parameters) || NOTHING),
      h('dt', {}, say('采样时间', 'Sampled')), h('dd', {}, timedWithAge(reading.sampled_at)),
      h('dt', {}, say('站点状态', 'Station')), h('dd', { 'data-field': 'station_state' }, wordOf(reading.station_state)),
      reading.reported_class ? [h('dt', {}, say('来源所报类别', 'Class told by the source')), h('dd', { 'data-field': 'reported_class' }, waterClass(reading.reported_class))] : null,
      h('dt', {}, say('判定标准', 'Standard')), h('dd', {}, reading.class_standard ?? NOTHING)));
}

function itemTable(kept, reading, items, units, caption) {
  const decides = column => (reading.limiting_parameters ?? []).includes(column) ? say('决定类别', 'decides the class') : null;
  const rows = items.map(column => ({ item: column, value: reading[column], remark: [reasonFor(reading, column), decides(column)].filter(Boolean).join(say('；', '; ')) }));
  return keptTable(kept, [{ field: 'item', title: say('项目', 'Item'), head: true, cell: row => itemWithUnit(row.item, units), value: row => itemName(row.item) },
    { field: 'value', title: say('监测值', 'Value'), number: true, cell: row => h('span', { 'data-field': row.item }, number(row.value)) },
    { field: 'remark', title: say('说明', 'Remark'), cell: row => row.remark, value: row => row.remark || null }],
  rows, { caption, key: row => row.item, tall: items.length > MEASURED.length });
}

export function reading({ reading: of, meta, state }, section, kept) {
  section.dataset.asOf = of?.sampled_at ?? '';
  if (!of) {
    return state ? empty(`没有自动监测数据；站点状态：${wordOf(state.station_state)}（${state.reported_on}）。`, `There is no automatic reading; state of the station: ${wordOf(state.station_state)} (${state.reported_on}).`)
      : empty('没有自动监测数据。', 'There is no automatic reading.');
  }
  return [of.stale ? h('p', { class: 'notice' }, say('数据已久未更新，不代表现在的水质。', 'The reading is out of date and does not tell of the water now.')) : null,
    judgement(of), itemTable(kept, of, MEASURED, meta.units, say('最新一次自动监测的各项目', 'The newest automatic reading, item by item')), noticeOf(meta)];
}

/** The newest sample taken by hand, of stations that have any: also of items that no automatic station measures. */
export async function sample(code, part, kept, still) {
  const asking = get('/water/samples', { section: code, order: 'desc', limit: 1 });
  return shownIf(part, asking.then(answer => answer.data), still, async data => shownSample(data[0], (await asking).meta, part, kept));
}

function shownSample(taken, meta, part, kept) {
  part.dataset.asOf = taken.sampled_at;
  const asked = column => taken[column] !== null || (taken.flags ?? []).some(flag => flag.startsWith(column + ':') && !flag.endsWith(':not_monitored'));
  return [h('p', {}, timedWithAge(taken.sampled_at)), itemTable(kept, taken, ANALYSED.filter(asked), meta.units, say('最近一次人工采样的各项目', 'The newest sample taken by hand, item by item')),
    noticeOf(meta)];
}

const FIELDS = ['period', 'water_class', 'color', 'target_class', 'target_met', 'limiting_parameters', 'exceeding_parameters', 'main_pollution_indicators', 'main_pollution_indicators_zh',
  'change', 'change_last_year', 'automatic_samples', 'manual_samples', 'evaluation_method', 'data_status', 'flags'];

/** The last 13 months as tiles, oldest first. */
function tiles(rows) {
  return h('ol', { class: 'tiles' }, rows.slice(0, 13).reverse().map(row => h('li', { 'data-key': row.period },
    h('span', { class: 'tile', style: filled(row.water_class ? row.color : null), title: `${monthName(row.period)}: ${waterClass(row.water_class) ?? say('无类别', 'no class')}` },
      waterClassFacts(row.water_class)?.short ?? '–'),
    h('span', { class: 'faint small' }, row.period))));
}

export async function months(code, kept, still) {
  const { data } = await everything('/water/assessments', { section: code, order: 'desc', fields: FIELDS }, 1000);
  if (!still()) {
    return null;
  }
  if (data.length === 0) {
    return empty('还没有评价结果。', 'There are no assessments yet.');
  }
  return [tiles(data), keptTable(kept, [
    { field: 'period', title: say('月份', 'Month'), head: true },
    judged, target, met, deciding, aboveTarget, change, changeInYear,
    { field: 'automatic_samples', title: say('自动监测', 'Automatic readings'), number: true, cell: row => number(row.automatic_samples) },
    { field: 'manual_samples', title: say('人工样品', 'Manual samples'), number: true, cell: row => number(row.manual_samples) },
    { field: 'evaluation_method', title: say('评价办法', 'Method'), cell: row => wordOf(row.evaluation_method) },
    { field: 'data_status', title: say('审核状态', 'Review'), cell: row => statusWord(row.data_status) },
  ], data, { caption: say('各月水质类别', 'Class of the water by month'), key: row => row.period, tall: true })];
}
