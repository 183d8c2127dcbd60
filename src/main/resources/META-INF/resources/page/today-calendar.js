// The year of the city, day by day, and how many days of each level it had.
import { get } from './api.js';
import { behindOf } from './chart.js';
import { dayCalendar, dayWords } from './day-calendar.js';
import { h } from './dom.js';
import { date, number } from './format.js';
import { say } from './language.js';
import { band, bands, whyNoAqi } from './levels.js';
import { empty } from './section.js';
import { drawAgain } from './today-place.js';
import { lastWholeDay, levelMark, noticeOf, PRIMARY, swatch } from './today-words.js';

const DAY = ['date', 'aqi', 'aqi_level', 'primary_pollutants', 'aqi_na_reason', 'flags'];
const YEAR = ['period', 'days_valid', ...bands.map(one => `days_level_${one.level}`), 'good_days', 'good_days_share', 'data_status'];
const COLUMNS = [
  { field: 'date', title: say('日期', 'Day'), head: true },
  { field: 'aqi', title: 'AQI', number: true, cell: row => number(row.aqi) },
  { field: 'aqi_level', title: say('级别', 'Level'), cell: row => row.aqi_level ? levelMark(row.aqi_level) : h('span', { class: 'faint' }, whyNoAqi(row)) },
  PRIMARY,
];

let chosen = null; // the year; null while the newest is meant
let picked = null; // the day a reader has pointed at
const said = h('p', { class: 'small', role: 'status' });

function chooser(years, year) {
  return h('label', {}, say('年份', 'Year'), h('select', { onchange: event => { chosen = event.target.value; picked = null; drawAgain('calendar'); } },
    years.map(one => h('option', { value: one.period, selected: one.period === year }, one.period))));
}

function counts(of) {
  return h('ul', { class: 'counts' }, bands.map(one => [one, `days_level_${one.level}`]).map(([one, column]) => h('li', {}, swatch(one.color), one.word, ' ',
    h('strong', { 'data-field': column }, number(of[column])), say(' 天', of[column] === 1 ? ' day' : ' days'))));
}

function share(of) {
  const figure = column => h('strong', { 'data-field': column }, number(of[column]));
  return h('p', {}, say('优良天数 ', 'Good days '), figure('good_days'), say(' / 有效 ', ' of '), figure('days_valid'), say(' 天，比例 ', ' valid, '), figure('good_days_share'), ' %');
}

/** The year's figures of the API take in the running day as soon as it has an AQI; that is said, as the calendar does not show the day. */
function runningIn(of, ended, running) {
  const judged = running.filter(row => row.aqi_level);
  if (judged.length === 0 || of.days_valid <= ended.filter(row => row.aqi_level).length) {
    return null;
  }
  return judged.map(row => h('p', { class: 'small faint' }, say(`天数暂含${date(row.date)}：当日数据未齐，目前为${band(row.aqi_level).word}。`,
    `The counts include ${date(row.date)}, whose hours are not all in; so far it is ${band(row.aqi_level).word}.`)));
}

let content = null;
let turn = 0;
/** All days as a table, for reading and sorting. */
const behind = behindOf(() => content);

/** Words that have not changed are not told again. */
function tell(words) {
  if (said.textContent !== words) {
    said.textContent = words;
  }
}

export async function calendar(city, section) {
  const mine = ++turn;
  const ofCity = { city: city.city_code };
  const years = (await get('/air/cities/annual', { ...ofCity, order: 'desc', limit: 1000, fields: YEAR })).data;
  if (years.length === 0) {
    return empty('还没有日数据。', 'There is no daily data yet.');
  }
  const of = years.find(one => one.period === chosen) ?? years[0];
  const year = Number(of.period);
  const { data, meta } = await get('/air/cities/daily', { ...ofCity, from: `${year}-01-01`, to: `${year + 1}-01-01`, limit: 366, fields: DAY });
  if (mine !== turn) {
    return null; // what is shown, or is being asked for, is of a later choice
  }
  const last = lastWholeDay(city.observed_at);
  const [ended, running] = [data.filter(row => row.date <= last), data.filter(row => row.date > last)];
  section.dataset.asOf = ended.at(-1)?.date ?? of.period;
  content = { title: say(`${city.city_name} ${year} 年逐日空气质量`, `Air quality of ${city.city_name} in ${year}, day by day`), columns: COLUMNS, rows: ended };
  behind.show();
  tell(picked ? dayWords(picked, ended.find(row => row.date === picked)) : '');
  const heat = dayCalendar({ year, rows: ended, last,
    caption: say(`${city.city_name} ${year} 年逐日 AQI`, `AQI of ${city.city_name}, every day of ${year}`),
    onpick: (words, day) => { picked = day; tell(words); } });
  return [h('div', { class: 'row apart' }, chooser(years, of.period), counts(of), share(of)), runningIn(of, ended, running), heat, said, behind.details, noticeOf(meta)];
}
