// One source: what the register says of it, where it is, its outlets and permit limits, and what can be taken away.
import { address, get } from './api.js';
import { h } from './dom.js';
import { localDate, number } from './format.js';
import { named, say } from './language.js';
import { once } from './once.js';
import { pointMap } from './point-map.js';
import { empty } from './section.js';
import { factorName } from './source-factors.js';
import { day } from './source-fields.js';
import { part, standing, told } from './source-parts.js';
import { placeLegend, pointOf } from './source-search.js';
import { isKnownStart, listsByYear, word, wordsOf } from './source-words.js';

/** The first day of a version; many a register does not know it. */
function since(row) {
  return isKnownStart(row.valid_from) ? day(row.valid_from) : say('起始不详', 'start not known');
}

function until(row) {
  return row.valid_to ? [day(row.valid_to), say('（不含）', ' (exclusive)')] : say('现行', 'in force');
}

function fact(title, field, value) {
  return value === null || value === undefined || value === '' ? null : [h('dt', {}, title), h('dd', { 'data-field': field }, value)];
}

function creditCode(row) {
  return row.uscc && [h('span', { class: 'code' }, row.uscc), ' ', row.uscc_valid === null ? null
    : h('span', { class: 'chip small', 'data-field': 'uscc_valid' }, row.uscc_valid ? say('校验码正确', 'check digit right') : say('格式或校验码不符', 'form or check digit wrong'))];
}

function yearsOf(entries) {
  return entries?.length ? h('ul', { class: 'plain' }, listsByYear(entries).map(([year, lists]) => h('li', {}, say(`${year} 年：`, `${year}: `), wordsOf('list', lists)))) : null;
}

function register({ data: row }) {
  if (row === null) {
    return empty('登记中没有此编号的污染源；下面是以此编号报送的监管记录。', 'The register has no source of this id; below are the records that name it.');
  }
  return [
    row.valid_to && row.valid_to <= localDate(Date.now()) ? h('p', { class: 'notice' }, say('此登记版本已于 ', 'This version of the register ended on '), day(row.valid_to), say(' 终止。', '.')) : null,
    h('dl', { class: 'facts long' },
      fact(say('污染源编号', 'Id of the source'), 'source_id', h('span', { class: 'code' }, row.source_id)),
      fact(say('单位名称', 'Name'), 'name', row.name),
      fact(say('英文名称', 'Name in English'), 'name_en', row.name_en),
      fact(say('统一社会信用代码', 'Unified social credit code'), 'uscc', creditCode(row)),
      fact(say('排污许可证编号', 'Discharge permit no.'), 'permit_no', row.permit_no && h('span', { class: 'code' }, row.permit_no)),
      fact(say('许可管理类别', 'Kind of permit'), 'management_level', row.management_level && word('management_level', row.management_level)),
      fact(say('行业', 'Industry'), 'industry', row.industry),
      fact(say('行业代码', 'Industry code'), 'industry_code', row.industry_code),
      fact(say('行政区划代码', 'Division code'), 'division_code', row.division_code),
      fact(say('地址', 'Address'), 'address', row.address),
      fact(say('法定代表人', 'Legal representative'), 'legal_representative', row.legal_representative),
      fact(say('重点单位名录', 'Supervision lists'), 'supervision_lists', yearsOf(row.supervision_lists)),
      fact(say('登记版本', 'Version of the register'), 'valid_from', [since(row), ' – ', until(row)])),
  ];
}

function nothing() {
  return empty('登记中没有坐标。', 'The register has no coordinates.');
}

const OUTLETS = { water: '#147A4B', air: '#8A2F9C', other: '#946200' };

function outletLegend(row, outlets) {
  const media = [...new Set(outlets.map(outlet => outlet.medium ?? 'other'))];
  return h('div', {}, placeLegend([row]), h('ul', { class: 'legend' }, media.map(medium => h('li', {}, h('span', { class: 'swatch round', style: { 'background-color': OUTLETS[medium] } }),
    say(`排放口：${word('medium', medium)}`, `Outlet to ${word('medium', medium).toLowerCase()}`)))));
}

/** DA001 is A1 on a map. */
function shortCode(code) {
  return code.replace(/^D([AW])0*(\d+)$/, '$1$2').slice(0, 4);
}

/** A sensitive source and its outlets have one rounded place: it is drawn once. */
async function place({ data: row }) {
  if (row === null) {
    return nothing();
  }
  const own = pointOf(row, named(row));
  const outlets = row.sensitive ? [] : row.outlets.filter(outlet => Number.isFinite(outlet.longitude) && Number.isFinite(outlet.latitude));
  if (!Number.isFinite(row.longitude) && outlets.length === 0) {
    return row.sensitive ? empty('位置敏感，不公开坐标。', 'Its place is sensitive; no coordinates are published.') : nothing();
  }
  const points = [...(Number.isFinite(row.longitude) ? [{ ...own, label: '' }] : []), ...outlets.map(outlet => ({ key: outlet.outlet_code, longitude: outlet.longitude, latitude: outlet.latitude,
    color: OUTLETS[outlet.medium ?? 'other'], label: shortCode(outlet.outlet_code), title: [outlet.outlet_code, outlet.name].filter(Boolean).join(' ') }))];
  return [
    row.sensitive ? h('p', { class: 'notice' }, say('位置敏感：只公开约略坐标，图上不是准确位置。', 'A sensitive place: only rounded coordinates are published; the mark is not where it is exactly.')) : null,
    await pointMap({ title: say(`${named(row)}的位置`, `Place of ${named(row)}`), points, legend: outletLegend(row, outlets), least: row.sensitive ? undefined : 0.01 }),
    Number.isFinite(row.longitude) ? h('p', { class: 'small faint' }, h('span', { 'data-field': 'longitude' }, number(row.longitude)), '°E, ', h('span', { 'data-field': 'latitude' }, number(row.latitude)), '°N',
      row.datum ? ` (${row.datum})` : say('（未注明坐标系）', ' (datum not stated)')) : null,
  ];
}

const OUTLET_COLUMNS = [
  { field: 'outlet_code', title: say('编号', 'Code'), head: true },
  { field: 'name', title: say('名称', 'Name') },
  { field: 'medium', title: say('排入', 'Into'), cell: row => row.medium && word('medium', row.medium) },
  { field: 'discharge_to', title: say('排放去向', 'Discharges to') },
  { field: 'reference_oxygen', title: say('基准氧含量 %', 'Reference oxygen %'), number: true, cell: row => number(row.reference_oxygen) },
  { field: 'valid_from', title: say('起始', 'Since'), cell: since },
];

function outletTable() {
  const rows = standing(OUTLET_COLUMNS, { caption: say('排放口', 'Outlets'), key: row => row.outlet_code });
  return ({ data }) => data.length === 0 ? empty('登记中没有排放口。', 'The register has no outlet of it.') : rows(data);
}

const LIMIT_COLUMNS = [
  { field: 'outlet_code', title: say('排放口', 'Outlet') },
  { field: 'factor_name', title: say('污染物', 'Pollutant'), head: true, cell: row => [factorName(row.factor_code, row.factor_name), ' ', h('span', { class: 'faint small', 'data-field': 'factor_code' }, row.factor_code)] },
  { field: 'averaging', title: say('均值', 'Average'), cell: row => word('averaging', row.averaging) },
  { field: 'limit_low', title: say('下限', 'Low'), number: true, cell: row => number(row.limit_low) },
  { field: 'limit_high', title: say('上限', 'High'), number: true, cell: row => number(row.limit_high) },
  { field: 'unit', title: say('单位', 'Unit') },
  { field: 'judged_on', title: say('判定', 'Judged on'), cell: row => word('judged_on', row.judged_on ?? 'measured') },
  { field: 'limit_standard', title: say('依据', 'Set by') },
  { field: 'valid_from', title: say('自', 'From'), cell: since },
  { field: 'valid_to', title: say('至（不含）', 'To (exclusive)'), cell: row => row.valid_to ? day(row.valid_to) : say('现行', 'in force') },
];

function limitTable() {
  const limits = standing(LIMIT_COLUMNS, { caption: say('许可限值', 'Permit limits'), key: row => [row.outlet_code, row.factor_code, row.averaging].join('.') });
  return ({ data }) => {
    const rows = data?.permit_limits ?? [];
    return rows.length === 0 ? empty('登记中没有限值。', 'The register has no limit of it.') : [limits(rows), rows.some(row => row.averaging === 'any')
      ? h('p', { class: 'small faint' }, say('“未注明”的限值判断没有专门限值的各种均值。', 'A limit whose average is not stated judges every average without a limit of its own.')) : null];
  };
}

/** The files of everything that is known of a source, by the public API. */
export function downloads(id) {
  const path = encodeURIComponent(id);
  const file = (zh, en, link) => h('li', {}, h('a', { href: link, download: true }, say(zh, en)), ' ', h('span', { class: 'faint small' }, 'CSV'));
  return [
    h('ul', { class: 'plain' },
      file('监测结果', 'Monitoring results', address('/sources/monitoring', { source: id, format: 'csv' })),
      file('监管记录', 'Records of supervision', address('/supervision/records', { source: id, format: 'csv' })),
      file('时间线', 'Timeline', address(`/sources/${path}/timeline`, { format: 'csv' })),
      file('登记的历次版本', 'Versions of the register', address(`/sources/${path}/history`, { format: 'csv' })),
      file('排放口', 'Outlets', address('/sources/outlets', { source: id, format: 'csv' })),
      file('限值', 'Limits', address('/sources/limits', { source: id, format: 'csv' }))),
    h('p', { class: 'small faint' }, say('UTF-8；在 Excel 中直接打开时，请在地址后加 &bom=true。', 'UTF-8; for Excel add &bom=true to the address.')),
  ];
}

/** What the register says of a source now; null where it has none of this id, which only some parts have something to tell of. */
async function rowOf(id) {
  try {
    return (await get(`/sources/${encodeURIComponent(id)}`)).data;
  } catch (failure) {
    if (failure.status === 404) {
      return null;
    }
    throw failure;
  }
}

/** The parts of the register, of which one answer tells the most. */
export function registered(id) {
  const ask = async () => ({ data: await rowOf(id) });
  let asked = once(ask);
  const one = () => asked();
  const outlets = async () => ({ data: told(await get('/sources/outlets', { source: id, limit: 1000 })).data });
  return {
    row: one,
    again: () => { asked = once(ask); },
    parts: [part('register', one, register), part('place', one, place), part('outlets', outlets, outletTable()), part('limits', one, limitTable())],
  };
}
