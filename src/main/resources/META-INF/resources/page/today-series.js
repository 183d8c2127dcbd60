// The rows of the course of the air and how they are drawn: 24 hours or 30 days, the AQI with its levels behind, or one pollutant.
import { columns } from './api.js';
import { backdrop } from './chart.js';
import { h } from './dom.js';
import { daysLater, moment, number, NOTHING, wire } from './format.js';
import { say } from './language.js';
import { band, bands, listed, pollutants, reasonFor, whyNoAqi } from './levels.js';
import { lastWholeDay, levelMark, PRIMARY, valueOf } from './today-words.js';

const HOUR = 3_600_000;
const FIELDS = ['aqi', 'aqi_level', 'primary_pollutants', 'aqi_na_reason', 'pm25', 'pm10', 'so2', 'no2', 'co', 'flags'];

/** Both spans: what is asked, and every label there ought to be, so that what is missing stays a gap. */
export const SPANS = {
  hours: {
    word: say('24 小时', '24 hours'), path: { city: '/air/cities/hourly', station: '/air/hourly' }, time: 'observed_at', ozone: 'o3',
    labels: newest => Array.from({ length: 24 }, (_, back) => wire(Date.parse(newest) - (23 - back) * HOUR)),
    query: labels => ({ from: wire(Date.parse(labels[0]) - HOUR), to: labels.at(-1) }), // from < observed_at <= to
    shown: label => label.slice(11, 16), said: moment,
  },
  days: {
    word: say('30 天', '30 days'), path: { city: '/air/cities/daily', station: '/air/daily' }, time: 'date', ozone: 'o3_8h_max',
    labels: newest => { const last = lastWholeDay(newest); return Array.from({ length: 30 }, (_, back) => daysLater(last, back - 29)); },
    query: labels => ({ from: labels[0], to: daysLater(labels.at(-1), 1) }),
    shown: label => label.slice(5), said: label => label,
  },
};

/** The AQI or a pollutant, in the column and under the name it has in this span. */
export function itemOf(choice, span) {
  if (choice === 'aqi') {
    return { column: 'aqi', name: 'AQI', unit: '' };
  }
  const pollutant = pollutants.find(one => one.column === choice);
  return choice !== 'o3' ? pollutant : { ...pollutant, column: span.ozone, name: span.ozone === 'o3' ? 'O3' : say('O3 日最大 8 小时', 'O3 daily max 8 h') };
}

/** Rows by their label; a label nothing came for is a row of nothing. */
function rowsOf(data, span, labels) {
  const at = new Map((data[span.time] ?? []).map((label, index) => [label, index]));
  const none = { aqi: null, aqi_na_reason: null, flags: [], primary_pollutants: null };
  return labels.map(label => {
    const index = at.get(label);
    const row = index === undefined ? { ...none, absent: true } : Object.fromEntries(Object.keys(data).map(name => [name, data[name][index]]));
    return { ...row, [span.time]: label };
  });
}

/** The rows of a span that ends with the city's newest hour, of the city or of one of its stations. */
export async function seriesOf(span, city, station) {
  const labels = span.labels(city.observed_at);
  const whose = station ? { station } : { city: city.city_code };
  const answer = await columns(station ? span.path.station : span.path.city,
    { ...whose, ...span.query(labels), fields: [span.time, ...FIELDS, span.ozone], limit: labels.length });
  return { rows: rowsOf(answer.data, span, labels), meta: answer.meta };
}

function levelIn(row) {
  return row.aqi_level ? levelMark(row.aqi_level) : h('span', { class: 'faint reason' }, row.absent ? say('没有数据', 'no data') : whyNoAqi(row));
}

/** The columns of the table behind, for each span. */
export const TABLES = Object.fromEntries(Object.entries(SPANS).map(([name, span]) => [name, [
  { field: span.time, title: name === 'hours' ? say('时间', 'Hour') : say('日期', 'Day'), head: true,
    cell: row => h('span', { class: 'nowrap' }, span.said(row[span.time])) },
  { field: 'aqi', title: 'AQI', number: true, cell: row => number(row.aqi) },
  { field: 'aqi_level', title: say('级别', 'Level'), cell: levelIn },
  PRIMARY,
  ...pollutants.map(one => one.column === 'o3' ? { ...one, column: span.ozone, name: span.ozone === 'o3' ? one.name : say('O3 最大 8 h', 'O3 max 8 h') } : one)
    .map(one => ({ field: one.column, title: `${one.name} ${one.unit}`, number: true, cell: row => valueOf(row, one.column) })),
]]));

/** The least top that ends with a band, so that the bands are whole. */
function top(values) {
  const highest = Math.max(0, ...values.filter(value => typeof value === 'number'));
  return bands.find(one => one.to >= Math.max(highest, 100)).to;
}

function bandsUpTo(highest) {
  return bands.map((one, index) => ({ from: index ? bands[index - 1].to : 0, to: one.to, color: one.color, word: one.word })).filter(one => one.to <= highest);
}

function whyNot(row, column) {
  return row.absent ? say('没有数据', 'no data') : (column === 'aqi' ? whyNoAqi(row) : reasonFor(row, column)) ?? NOTHING;
}

function tip(row, span, item) {
  const value = row[item.column] ?? null;
  const lines = [span.said(row[span.time]), value === null ? `${item.name}: ${whyNot(row, item.column)}` : `${item.name} ${number(value)} ${item.unit}`];
  if (item.column === 'aqi' && row.aqi_level) {
    lines.push(band(row.aqi_level).word + (row.primary_pollutants?.length ? ` · ${listed(row.primary_pollutants)}` : ''));
  }
  return lines.join('\n');
}

/** What ECharts draws. */
export function optionOf(rows, span, item) {
  const isAqi = item.column === 'aqi';
  const values = rows.map(row => row[item.column] ?? null);
  const highest = isAqi ? top(values) : null;
  return colours => ({
    grid: { left: 8, right: 12, top: 32, bottom: 8, containLabel: true },
    tooltip: { formatter: ([point]) => tip(rows[point.dataIndex], span, item) },
    xAxis: { type: 'category', boundaryGap: false, data: rows.map(row => span.shown(row[span.time])) },
    yAxis: { type: 'value', name: isAqi ? 'AQI' : `${item.name}  ${item.unit}`, nameTextStyle: { align: 'left', color: colours.faint }, min: 0,
      ...isAqi ? { max: highest, interval: highest > 200 ? 100 : 50 } : {} },
    series: [{ type: 'line', name: item.name, data: values, connectNulls: false, symbol: 'circle', showAllSymbol: true, symbolSize: 6,
      lineStyle: { width: 2, color: colours.accent }, itemStyle: { color: colours.accent }, markArea: isAqi ? backdrop(bandsUpTo(highest), 0.16) : undefined }],
  });
}

/** What the curve shows, in a sentence. */
export function summary(rows, item, span) {
  const present = rows.filter(row => typeof row[item.column] === 'number');
  if (present.length === 0) {
    return say('没有数据', 'No data');
  }
  const values = present.map(row => row[item.column]);
  const [lowest, highest, newest] = [Math.min(...values), Math.max(...values), values.at(-1)].map(number);
  const when = span.said(present.at(-1)[span.time]);
  const gaps = rows.length - present.length;
  return say(`最低 ${lowest}，最高 ${highest}，最近（${when}）${newest} ${item.unit}；${rows.length} 个时刻中 ${gaps} 个没有数据。`,
    `Lowest ${lowest}, highest ${highest}, newest (${when}) ${newest} ${item.unit}; ${gaps} of ${rows.length} without data.`);
}
