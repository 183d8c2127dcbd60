// The forecast of the days to come, as its issuer gave it, and how good the forecasts of late were.
import { get } from './api.js';
import { h } from './dom.js';
import { date, dayOfWeek, localDate, number } from './format.js';
import { say } from './language.js';
import { listed } from './levels.js';
import { empty } from './section.js';
import { instant, levelMark, noticeOf } from './today-words.js';

const MOST_DAYS = 60;

function levels(row) {
  const { aqi_level_low: low, aqi_level_high: high } = row;
  if (!low && !high) {
    return null;
  }
  const one = low === high || !low || !high;
  return h('span', { 'data-field': 'aqi_levels' }, levelMark(low || high), one ? null : [say(' 至 ', ' to '), levelMark(high)]);
}

function range(row) {
  const ends = [row.aqi_low, row.aqi_high].filter(value => value !== null);
  return ends.length ? h('span', {}, 'AQI ', h('strong', { 'data-field': 'aqi_range' }, ends.map(number).join('–'))) : null;
}

function dayLine(row) {
  const primary = row.primary_pollutants ?? [];
  return h('li', { 'data-key': row.date },
    h('p', { class: 'row' }, h('strong', {}, h('time', { datetime: row.date }, date(row.date)), ` ${dayOfWeek(row.date)}`), range(row), levels(row)),
    primary.length ? h('p', { class: 'small' }, say('首要污染物：', 'Primary pollutant: '), h('span', { 'data-field': 'primary_pollutants' }, listed(primary))) : null,
    row.text ? h('p', { class: 'small', 'data-field': 'text' }, row.text) : null);
}

/** The days from today on; where there are none, those of the newest issue, with a word that they are past. */
function current(rows) {
  const today = localDate(Date.now());
  const ahead = rows.filter(row => row.date >= today);
  const last = rows.map(row => row.issued_at).reduce((one, other) => one > other ? one : other);
  return ahead.length ? { rows: ahead, past: false } : { rows: rows.filter(row => row.issued_at === last), past: true };
}

function ofIssuer(issuer, rows, scores) {
  const { rows: days, past } = current(rows);
  const issued = days.map(row => row.issued_at).reduce((one, other) => one > other ? one : other);
  return h('div', { 'data-key': issuer },
    past ? h('p', { class: 'notice' }, say('最新的预报已经过期，所预报的日子已过去。', 'The newest forecast is of days that are past.')) : null,
    h('p', { class: 'small faint' }, h('span', { 'data-field': 'issuer' }, issuer), say('，发布于 ', ', issued '), instant(issued, 'issued_at')),
    h('ul', { class: 'days' }, days.map(dayLine)), scoreLine(scores.find(one => one.issuer === issuer && one.lead_day === 1 && one.verified > 0)));
}

function scoreLine(score) {
  if (!score) {
    return null;
  }
  const [right, within] = [number(score.level_hit_rate), number(score.within_range_rate)];
  return h('p', { class: 'small faint', 'data-field': 'level_hit_rate', 'data-value': score.level_hit_rate },
    say(`${score.period} 提前 1 天的预报：级别准确率 ${right} %（${score.verified} 天中 ${score.level_hits} 天）`,
      `${score.period}, one day ahead: the level was right on ${score.level_hits} of ${score.verified} days (${right} %)`),
    score.within_range_rate === null ? null : say(`，AQI 落在范围内 ${within} %`, `, the AQI within the range on ${within} %`));
}

export async function forecast(city, section) {
  const of = { city: city.city_code, order: 'desc' };
  const [answer, scores] = await Promise.all([
    get('/air/forecasts', { ...of, latest: true, limit: MOST_DAYS }),
    get('/air/forecasts/scores', { ...of, limit: MOST_DAYS }),
  ]);
  if (answer.data.length === 0) {
    return empty('还没有预报。', 'There is no forecast yet.');
  }
  const rows = answer.data.reverse();
  section.dataset.asOf = rows.map(row => row.issued_at).reduce((one, other) => one > other ? one : other);
  return [[...new Set(rows.map(row => row.issuer))].map(issuer => ofIssuer(issuer, rows.filter(row => row.issuer === issuer), scores.data)), noticeOf(answer.meta)];
}
