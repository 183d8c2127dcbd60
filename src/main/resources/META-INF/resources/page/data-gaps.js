// How complete the hours of the stations are: valid-data rate and gaps of a month, station by station.
import { get, pageSettings } from './api.js';
import { stamp } from './data-catalogue.js';
import { h } from './dom.js';
import { NOTHING, localDate } from './format.js';
import { linked, named, say } from './language.js';
import { pollutants } from './levels.js';
import { table } from './table.js';

const FIELDS = ['station_code', 'period', 'pollutant', 'hours_expected', 'hours_not_monitored', 'valid_rate', 'gaps_count', 'longest_gap_hours', 'gaps'];
const MONTHS = 36;

/** The months from the newest back to the first, at most three years: 2026-10, 2026-09, … The last hour of a month ends in the next. */
function months(dataset) {
  const first = localDate(Date.parse(dataset.from) - 1).slice(0, 7);
  const listed = [];
  let [year, month] = localDate(Date.parse(dataset.to) - 1).split('-').map(Number);
  for (let name = null; listed.length < MONTHS && name !== first;) {
    name = `${year}-${String(month).padStart(2, '0')}`;
    listed.push(name);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return listed;
}

async function cities() {
  const { data } = await get('/air/cities/latest', { fields: ['city_code', 'city_name'], limit: 10_000 });
  return data;
}

/** Of each station its rows by pollutant, with its name. */
async function stationsOf(city, month) {
  const [rows, register] = await Promise.all([
    get('/air/completeness', { city, month, fields: FIELDS, limit: 10_000 }),
    get('/air/stations', { city, fields: ['station_code', 'name', 'name_en'], limit: 10_000 }),
  ]);
  const names = new Map(register.data.map(row => [row.station_code, named(row)]));
  const stations = new Map();
  for (const row of rows.data) {
    const station = stations.get(row.station_code) ?? { station_code: row.station_code, name: names.get(row.station_code) ?? row.station_code, period: row.period, of: {} };
    station.of[row.pollutant] = row;
    stations.set(row.station_code, station);
  }
  return [...stations.values()];
}

function rate(row) {
  if (!row || row.valid_rate === null) {
    return row?.hours_not_monitored > 0 ? h('span', { class: 'faint' }, say('不监测', 'not monitored')) : NOTHING;
  }
  const gaps = row.gaps_count === 0 ? say('无缺口', 'no gap')
    : say(`${row.gaps_count} 处缺口，最长 ${row.longest_gap_hours} 小时`, `${row.gaps_count === 1 ? '1 gap' : `${row.gaps_count} gaps`}, longest ${row.longest_gap_hours} h`);
  return [`${row.valid_rate.toFixed(1)} %`, h('span', { class: 'faint small block' }, gaps)];
}

const gapText = gap => gap.split('/').map(stamp).join(' – ');

function gapList(station) {
  const having = pollutants.map(one => station.of[one.name]).filter(row => row?.gaps?.length);
  if (having.length === 0) {
    return say('无', 'none');
  }
  return h('details', {}, h('summary', {}, say('起止', 'From, to'), h('span', { class: 'unseen' }, ` ${station.name}`)),
    h('dl', { class: 'words' }, having.map(row => [h('dt', {}, row.pollutant), h('dd', {}, row.gaps.map(gap => h('div', {}, gapText(gap))))])),
    h('a', { href: linked(`/data/?dataset=air-completeness&station=${station.station_code}&month=${station.period}`) }, say('查询', 'Query')));
}

function gapTable(stations, month) {
  return table([
    { field: 'name', title: say('点位', 'Station'), head: true },
    ...pollutants.map(one => ({ field: one.name, title: one.name, number: true, cell: row => rate(row.of[one.name]), value: row => row.of[one.name]?.valid_rate })),
    { field: 'gaps', title: say('缺口', 'Gaps'), sortable: false, cell: gapList },
  ], stations, { caption: say(`${month} 有效数据率与缺口`, `Valid-data rate and gaps, ${month}`), key: row => row.station_code, tall: stations.length > 4 });
}

function chooser(name, entries, chosen, changed) {
  return h('label', {}, name, h('select', { onchange: event => changed(event.target.value) }, entries.map(([value, title]) => h('option', { value, selected: value === chosen }, title))));
}

export async function gaps(dataset) {
  const [known, settings] = await Promise.all([cities(), pageSettings()]);
  let city = (known.find(one => one.city_code === settings.city) ?? known[0])?.city_code;
  const all = months(dataset);
  let month = all[0];
  const place = h('div', {});
  let turn = 0; // an answer that comes after another month was chosen is dropped
  const draw = async () => {
    const mine = ++turn;
    const asked = month;
    place.setAttribute('aria-busy', 'true');
    try {
      const stations = await stationsOf(city, asked);
      if (mine === turn) {
        place.replaceChildren(stations.length ? gapTable(stations, asked) : h('p', { class: 'nothing' }, say('这个月没有数据。', 'No data for this month.')));
      }
    } catch (failure) {
      if (mine === turn) {
        throw failure;
      }
    } finally {
      if (mine === turn) {
        place.removeAttribute('aria-busy');
      }
    }
  };
  const again = () => draw().catch(failure => place.replaceChildren(h('p', { class: 'notice failure', role: 'alert' }, failure.message)));
  await draw();
  return [
    h('p', { class: 'small' }, say('有效数据率 = 有效小时 ÷ 应有小时。缺口的起止：前一小时末至缺口末小时末。', 'Valid-data rate: valid hours of those expected. A gap runs from the end of the hour before to the end of its last hour.')),
    h('div', { class: 'row' },
      known.length > 1 ? chooser(say('城市', 'City'), known.map(one => [one.city_code, one.city_name]), city, value => { city = value; again(); }) : null,
      chooser(say('月份', 'Month'), all.map(one => [one, one]), month, value => { month = value; again(); })),
    place,
  ];
}
