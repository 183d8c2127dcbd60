// /embed/chart?station=9901A (or ?city=): the AQI of the last 24 hours as bars, drawn here, for the chart library would be most of its weight.
import { get } from './api.js';
import { asked, embed, titled, wholeAt } from './embed.js';
import { h, s } from './dom.js';
import { age, moment, wire } from './format.js';
import { language, named, say } from './language.js';
import { band, bands, filled } from './levels.js';
import { Empty, empty } from './section.js';

const HOUR = 3_600_000;
const HOURS = 24;
const WIDTH = 480;
const HEIGHT = 150;
const FOOT = 22;

/** Which series is asked for: where its newest row and its hours are, what names it. */
function subject() {
  const station = asked('station');
  return station
    ? { newest: ['/air/latest', { station }], hours: '/air/hourly', key: { station }, name: named,
      none: () => empty('没有这个点位的数据。', 'There is no data of this station.'), page: `/?station=${encodeURIComponent(station)}` }
    : { newest: ['/air/cities/latest', { city: asked('city') }], hours: '/air/cities/hourly', key: { city: asked('city') }, name: row => row.city_name,
      none: () => empty('没有这个城市的数据。', 'There is no data of this city.'), page: `/?city=${encodeURIComponent(asked('city') ?? '')}` };
}

async function chart(section) {
  if (!asked('station') && !asked('city')) {
    return new Empty(say('网址中缺少 station= 或 city=。', 'The address names no station= and no city=.'));
  }
  const series = subject();
  const newest = (await get(...series.newest)).data[0];
  if (!newest) {
    return series.none();
  }
  const end = Date.parse(newest.observed_at);
  const { data, meta } = await get(series.hours, { ...series.key, from: wire(end - HOURS * HOUR), to: wire(end), fields: 'observed_at,aqi,aqi_level', limit: 100 });
  titled(say(`${series.name(newest)}：24 小时 AQI`, `AQI of 24 hours · ${series.name(newest)}`));
  wholeAt(series.page);
  section.dataset.asOf = newest.observed_at;
  const byHour = new Map(data.map(row => [Date.parse(row.observed_at), row]));
  const hours = Array.from({ length: HOURS }, (_, index) => end - (HOURS - 1 - index) * HOUR).map(at => byHour.get(at) ?? { observed_at: wire(at), aqi: null, aqi_level: null });
  return [
    newest.stale ? h('p', { class: 'notice' }, say(`最近一次数据是${age(newest.observed_at)}的。`, `The newest data is from ${age(newest.observed_at)}.`)) : null,
    bars(hours),
    h('details', { class: 'behind' }, h('summary', {}, say('数据表', 'As a table')), asTable(hours)),
    h('p', { class: 'small faint' }, [meta.notice?.[language], meta.attribution].filter(Boolean).join(' · ')),
  ];
}

function bars(hours) {
  const highest = Math.max(100, ...hours.map(row => row.aqi ?? 0));
  const step = WIDTH / HOURS;
  const drawn = hours.map((row, index) => row.aqi === null ? null
    : s('rect', { class: 'dot', x: index * step + 2, y: HEIGHT - row.aqi / highest * HEIGHT, width: step - 4, height: row.aqi / highest * HEIGHT, fill: band(row.aqi_level).color },
      s('title', {}, `${moment(row.observed_at)}: AQI ${row.aqi}, ${band(row.aqi_level).word}`)));
  const hourOf = row => row.observed_at.slice(11, 13);
  const labels = hours.map((row, index) => index % 6 === 5 ? s('text', { class: 'degree', x: index * step + step / 2, y: HEIGHT + 16, 'text-anchor': 'middle', 'font-size': 13 }, hourOf(row)) : null);
  const lines = bands.filter(one => one.to < highest).map(one => [s('line', { class: 'grid', x1: 0, x2: WIDTH, y1: HEIGHT - one.to / highest * HEIGHT, y2: HEIGHT - one.to / highest * HEIGHT }),
    s('text', { class: 'degree', x: 2, y: HEIGHT - one.to / highest * HEIGHT - 3, 'font-size': 11 }, one.to)]);
  const valid = hours.filter(row => row.aqi !== null);
  const summary = valid.length === 0 ? say('没有有效的 AQI', 'no valid AQI')
    : say(`最低 ${Math.min(...valid.map(row => row.aqi))}，最高 ${Math.max(...valid.map(row => row.aqi))}，${valid.length} 个有效小时`,
      `from ${Math.min(...valid.map(row => row.aqi))} to ${Math.max(...valid.map(row => row.aqi))}, ${valid.length} valid hours`);
  return h('figure', { class: 'figure' }, s('svg', { class: 'map', role: 'img', viewBox: `0 -12 ${WIDTH} ${HEIGHT + FOOT + 12}`, 'aria-label': `AQI: ${summary}` }, lines, drawn, labels),
    h('figcaption', { class: 'small faint' }, summary));
}

function asTable(hours) {
  return h('div', { class: 'scroll tall', tabindex: 0, role: 'region', 'aria-label': say('24 小时 AQI', 'AQI of 24 hours') }, h('table', {},
    h('thead', {}, h('tr', {}, [say('时间', 'Hour'), 'AQI', say('级别', 'Level')].map(title => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, hours.map(row => h('tr', { 'data-key': row.observed_at }, h('th', { scope: 'row' }, moment(row.observed_at)), h('td', { 'data-field': 'aqi' }, row.aqi ?? '—'),
      h('td', {}, row.aqi_level ? [h('span', { class: 'swatch', style: filled(band(row.aqi_level).color) }), band(row.aqi_level).word] : '—'))))));
}

embed('chart', chart);
