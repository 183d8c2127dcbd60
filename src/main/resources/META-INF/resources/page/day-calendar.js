// A year of days by level as a table, months by days: a colour with its figure in every cell, so that neither is needed alone.
import { h } from './dom.js';
import { date, daysLater, dayOfWeek } from './format.js';
import { say } from './language.js';
import { band, filled, listed, whyNoAqi } from './levels.js';

const LONGEST_MONTH = 31;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function monthName(month) {
  return say(`${month}月`, MONTH_NAMES[month - 1]);
}

/** 29 February of a year that has none is not a day. */
function isDay(isoDate) {
  return daysLater(isoDate, 0) === isoDate;
}

/** A day in words: date, AQI, level, primary pollutants, or why there is no AQI. */
export function dayWords(isoDate, row) {
  const when = `${date(isoDate)} ${dayOfWeek(isoDate)}`;
  if (!row) {
    return say(`${when}：没有数据`, `${when}: no data`);
  }
  if (row.aqi === null) {
    return say(`${when}：没有 AQI（${whyNoAqi(row)}）`, `${when}: no AQI (${whyNoAqi(row)})`);
  }
  const primary = row.primary_pollutants?.length ? say(`，首要污染物 ${listed(row.primary_pollutants)}`, `, primary ${listed(row.primary_pollutants)}`) : '';
  return say(`${when}：AQI ${row.aqi}，${band(row.aqi_level).word}${primary}`, `${when}: AQI ${row.aqi}, ${band(row.aqi_level).word}${primary}`);
}

function cell(isoDate, row, last) {
  if (!isDay(isoDate)) {
    return h('td', { class: 'never', 'aria-hidden': 'true' });
  }
  if (!row && isoDate > last) {
    return h('td', { class: 'to-come' }, h('span', { class: 'unseen' }, isoDate === daysLater(last, 1) ? say('当日数据未齐', 'its hours are not all in') : say('尚未到来', 'to come')));
  }
  const words = dayWords(isoDate, row);
  return h('td', { 'data-key': isoDate, 'data-value': row?.aqi ?? null, 'data-level': row?.aqi_level ?? null, class: row?.aqi_level ? 'day' : 'day none', title: words,
    style: row?.aqi_level ? filled(band(row.aqi_level).color) : {} },
    h('span', { 'aria-hidden': 'true' }, row?.aqi ?? (row ? '–' : '')), h('span', { class: 'unseen' }, words));
}

/**
 * rows: [{date, aqi, aqi_level, primary_pollutants, aqi_na_reason, flags}] of that year; `last` is the newest day that has ended, of the days after it no row is meant.
 * `onpick(words, date)` gets the words of a day that is pointed at, as a finger has no title to rest on.
 */
export function dayCalendar({ year, rows, last, caption, onpick }) {
  const byDate = new Map(rows.map(row => [row.date, row]));
  const iso = (month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const days = Array.from({ length: LONGEST_MONTH }, (_, index) => index + 1);
  const body = h('tbody', {}, MONTHS.map(month => h('tr', {}, h('th', { scope: 'row' }, monthName(month)),
    days.map(day => cell(iso(month, day), byDate.get(iso(month, day)), last)))));
  body.addEventListener('click', event => {
    const day = event.target.closest('[data-key]');
    if (day) {
      onpick(day.title, day.dataset.key);
    }
  });
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: 'day-calendar' }, h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, h('span', { class: 'unseen' }, say('月', 'Month'))), days.map(day => h('th', { scope: 'col' }, day)))), body));
}
