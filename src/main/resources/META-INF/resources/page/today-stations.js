// The stations of the city: on a map without boundaries, and as a table.
import { get } from './api.js';
import { h } from './dom.js';
import { moment, number, NOTHING } from './format.js';
import { named, say, worded } from './language.js';
import { bands, pollutants, reasonFor, whyNoAqi } from './levels.js';
import { pointMap } from './point-map.js';
import { table } from './table.js';
import { addressWith, asked, go } from './today-place.js';
import { isPlain, noticeOf, PRIMARY, rangeOf, swatch, valueOf } from './today-words.js';

let question = null;
/** The stations of the city, asked once for the map, the table and the views. */
export function stationsOf(city) {
  if (question?.city !== city) {
    question = { city, answer: get('/air/latest', { city: city.city_code, limit: 1000 }) };
    question.answer.catch(() => { question = null; }); // whoever tries again asks again
  }
  return question.answer;
}

/** What a station says of the city's hour: nothing, with the reason, where its newest is an earlier one or has no index. */
function hourOf(row, city) {
  if (Date.parse(row.observed_at) < Date.parse(city.observed_at)) {
    const last = moment(row.observed_at);
    return { behind: true, aqi: null, color: null, words: say(`没有本小时数据，最近一次为${last}`, `No data of this hour; the newest is of ${last}`) };
  }
  return row.aqi === null ? { aqi: null, color: null, words: whyNoAqi(row) } : { aqi: row.aqi, color: row.color, words: worded(row, 'category') };
}

/** What is made for one city stays while the city does: a new hour changes its figures, not the reader's view, order or place. */
function staying(make) {
  let made = null;
  return async (city, ...content) => {
    if (made?.city !== city.city_code || !(made.element.holds?.(...content) ?? made.element.show)) {
      made = { city: city.city_code, element: await make(...content) };
    } else {
      made.element.show(...content);
    }
    return made.element;
  };
}

function nothing() {
  return h('p', { class: 'nothing' }, say('这个城市没有登记点位。', 'No station of this city is registered.'));
}

function legend(edition) {
  return h('ul', { class: 'legend' }, bands.map(one => h('li', {}, swatch(one.color), one.word, ' ', h('span', { class: 'faint' }, rangeOf(one, edition)))),
    h('li', {}, swatch(null), say('– 无有效 AQI', '– no valid AQI')));
}

function pointOf(row, city) {
  const hour = hourOf(row, city);
  return {
    key: row.station_code, longitude: row.longitude, latitude: row.latitude, color: hour.color, label: hour.aqi === null ? '–' : String(hour.aqi),
    title: `${named(row)}: ${hour.aqi === null ? '' : `AQI ${hour.aqi}, `}${hour.words}, ${moment(row.observed_at)}`,
    href: addressWith({ station: row.station_code }), marked: asked().station === row.station_code,
  };
}

const drawnMap = staying((points, title, edition) => pointMap({ title, legend: legend(edition), points, onpick: station => go({ station }) }));

/** An answer that comes after a later question's is not drawn into what stays. */
function isLate(city) {
  return question !== null && question.city !== city;
}

export async function stationMap(city) {
  const { data, meta } = await stationsOf(city);
  if (isLate(city)) {
    return null;
  }
  if (data.length === 0) {
    return nothing();
  }
  const when = moment(city.observed_at);
  const title = say(`${city.city_name}各点位空气质量，${when}`, `Air quality at the stations of ${city.city_name}, ${when}`);
  return [await drawnMap(city, data.map(row => pointOf(row, city)), title, city.aqi_standard), noticeOf(meta)];
}

function nameOf(row) {
  const link = h('a', { href: addressWith({ station: row.station_code }) }, named(row));
  link.addEventListener('click', event => {
    if (isPlain(event)) {
      event.preventDefault();
      go({ station: row.station_code });
    }
  });
  return link;
}

function levelOf(hour) {
  return hour.aqi === null ? h('span', { class: 'faint reason' }, hour.words) : [swatch(hour.color), hour.words];
}

/** Flags in words: why a value is missing, or why it should be read with care. */
function remarks(row) {
  const told = pollutants.map(one => [one.name, reasonFor(row, one.column)]).filter(([, reason]) => reason);
  return told.length ? told.map(([name, reason]) => say(`${name}：${reason}`, `${name}: ${reason}`)).join(say('；', '; ')) : null;
}

/** An old figure among the new would be taken for one, so a station that is behind shows none. */
function ofHour(column) {
  return { ...column, cell: row => row.hour.behind ? NOTHING : column.cell(row), value: row => row.hour.behind ? null : column.value(row) };
}

const COLUMNS = [
  { field: 'name', title: say('点位', 'Station'), head: true, cell: nameOf, value: named },
  { field: 'aqi', title: 'AQI', number: true, cell: row => number(row.hour.aqi), value: row => row.hour.aqi },
  { field: 'aqi_level', title: say('级别', 'Level'), cell: row => levelOf(row.hour), value: row => row.hour.aqi === null ? null : row.aqi_level },
  ofHour(PRIMARY),
  ...pollutants.map(one => ofHour({ field: one.column, title: one.name, number: true, cell: row => valueOf(row, one.column), value: row => row[one.column] })),
  { field: 'observed_at', title: say('时间', 'Measured'), cell: row => h('span', { class: 'nowrap' }, moment(row.observed_at)) },
  { field: 'flags', title: say('说明', 'Remarks'), value: remarks, cell: row => remarks(row) ? h('span', { class: 'reason brief' }, remarks(row)) : NOTHING },
];

const drawnTable = staying(rows => table(COLUMNS, rows, {
  caption: say('各点位最新小时数据', 'Newest hour of every station'), key: row => row.station_code, sorted: { field: 'aqi', down: true }, tall: true,
  marked: row => row.station_code === asked().station,
}));

export async function stationTable(city) {
  const { data, meta } = await stationsOf(city);
  if (isLate(city)) {
    return null;
  }
  if (data.length === 0) {
    return nothing();
  }
  return [await drawnTable(city, data.map(row => ({ ...row, hour: hourOf(row, city) }))),
    h('p', { class: 'small faint' }, say('浓度单位 µg/m³，CO 为 mg/m³。点位名称打开该点位的变化曲线。',
      'Concentrations in µg/m³, CO in mg/m³. The name of a station opens its course.')),
    noticeOf(meta)];
}
