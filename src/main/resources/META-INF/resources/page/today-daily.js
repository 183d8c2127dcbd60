// The daily report: the newest day that has ended, with its AQI or the reason that it has none.
import { get } from './api.js';
import { h } from './dom.js';
import { date, dayOfWeek, daysLater, localDate, number, NOTHING } from './format.js';
import { say } from './language.js';
import { band, filled, listed, pollutants, statusWord, whyNoAqi } from './levels.js';
import { empty } from './section.js';
import { lastWholeDay, noticeOf, pollutantName, primaryOf, valueOf } from './today-words.js';

/** The column a pollutant's value of the day is in. */
function columnOf(one) {
  return one.column === 'o3' ? 'o3_8h_max' : one.column;
}

function pollutantLine(row, one) {
  const column = columnOf(one);
  const kind = one.column === 'o3' ? h('span', { class: 'small faint' }, say(' 日最大 8 小时', ' max 8 h')) : null;
  return h('tr', { 'data-key': one.column }, h('th', { scope: 'row' }, pollutantName(one), kind),
    h('td', { class: 'number' }, h('span', { 'data-field': column }, valueOf(row, column)), ' ', h('span', { class: 'small faint' }, one.unit)),
    h('td', { class: 'number', 'data-field': `iaqi_${one.column}` }, number(row[`iaqi_${one.column}`])));
}

function pollutantTable(row) {
  const title = say('各污染物日值与分指数', 'Daily values and individual indices');
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title }, h('table', { class: 'narrow' }, h('caption', { class: 'unseen' }, title),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('污染物', 'Pollutant')),
      [say('日值', 'Value'), 'IAQI'].map(head => h('th', { scope: 'col', class: 'number' }, head)))),
    h('tbody', {}, pollutants.map(one => pollutantLine(row, one)))));
}

function heading(row) {
  const level = row.aqi_level ? band(row.aqi_level) : null;
  return h('p', { class: 'row' }, h('strong', {}, h('time', { datetime: row.date, 'data-field': 'date' }, date(row.date)), ` ${dayOfWeek(row.date)}`),
    h('span', { class: 'chip strong', style: filled(level?.color) }, 'AQI ', h('span', { 'data-field': 'aqi' }, row.aqi === null ? NOTHING : number(row.aqi)), ' ',
      h('span', { 'data-field': 'aqi_level', 'data-value': row.aqi_level }, level?.word ?? say('无法评价', 'cannot be judged'))));
}

function facts(row) {
  const told = [
    [say('首要污染物', 'Primary pollutant'), 'primary_pollutants', primaryOf(row)],
    [say('有效小时', 'Valid hours'), 'valid_hours', say(`${row.valid_hours} / 24 小时`, `${row.valid_hours} of 24`)],
    [say('参评点位', 'Stations'), 'stations_used', say(`${row.stations_used} / ${row.stations_expected} 个`, `${row.stations_used} of ${row.stations_expected}`)],
    [say('审核', 'Review'), 'data_status', statusWord(row.data_status)],
    ...row.aqi === null ? [[say('原因', 'Reason'), 'aqi_na_reason', whyNoAqi(row)]] : [],
  ];
  return h('dl', { class: 'facts' }, told.map(([term, field, words]) => [h('dt', {}, term), h('dd', { 'data-field': field }, words)]));
}

/** That the day is not yesterday, and what its AQI stands without; where there is no AQI its reason says that. */
function standing(row) {
  const yesterday = daysLater(localDate(Date.now()), -1);
  const without = row.aqi === null ? [] : pollutants.filter(one => row[columnOf(one)] === null).map(one => one.name);
  return [row.date < yesterday ? h('p', { class: 'notice' }, say('不是昨日的日报：之后的日子还没有日报。', 'Not of yesterday: no later day has a report yet.')) : null,
    without.length ? h('p', { class: 'notice' }, say(`${listed(without)} 没有有效日值。`, `No valid value of the day: ${listed(without)}.`)) : null];
}

export async function dailyReport(city, section) {
  // the running day has a row too, of the hours so far: no report
  const { data: [row], meta } = await get('/air/cities/daily', { city: city.city_code, to: daysLater(lastWholeDay(city.observed_at), 1), order: 'desc', limit: 1 });
  if (!row) {
    return empty('还没有日报。', 'There is no daily report yet.');
  }
  section.dataset.asOf = row.date;
  return [heading(row), standing(row), facts(row), pollutantTable(row), noticeOf(meta)];
}
