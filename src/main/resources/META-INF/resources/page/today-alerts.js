// Warnings of heavy pollution: in force, and those already issued for the days to come.
import { get } from './api.js';
import { h, s } from './dom.js';
import { localDate, daysLater } from './format.js';
import { say } from './language.js';
import { inkOn } from './levels.js';
import { empty } from './section.js';
import { instant, noticeOf } from './today-words.js';

/** The longest time a warning is issued before it comes into force. */
const AHEAD_DAYS = 14;
// each a shape of its own, so that the colour need not be seen
const COLORS = {
  yellow: { fill: '#FFD500', zh: '黄色预警', en: 'Yellow warning', shape: '12,2 23,22 1,22', rank: 1 },
  orange: { fill: '#FF7E00', zh: '橙色预警', en: 'Orange warning', shape: '12,1 23,12 12,23 1,12', rank: 2 },
  red: { fill: '#D40000', zh: '红色预警', en: 'Red warning', shape: '7,1 17,1 23,7 23,17 17,23 7,23 1,17 1,7', rank: 3 },
};

/** The part of a GB/T 2260 code that a city shares with its counties. */
function stem(code) {
  return code.replace(/(00)+$/, '');
}

function concerns(city, alert) {
  return !city || alert.city_code.startsWith(stem(city.city_code));
}

function icon(color) {
  return s('svg', { class: 'alert-icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, s('polygon', { points: color.shape, fill: color.fill, class: 'dot' }),
    s('path', { d: 'M12 8v7M12 17.6v1.9', stroke: inkOn(color.fill), 'stroke-width': 2.4, fill: 'none' }));
}

function line(alert) {
  const color = COLORS[alert.color] ?? { fill: '#9AA0A6', zh: alert.color, en: alert.color, shape: '1,1 23,1 23,23 1,23', rank: 0 };
  const ahead = alert.status === 'announced';
  return h('li', { class: 'alert', 'data-key': alert.alert_id ?? `${alert.city_code} ${alert.issued_at}` }, icon(color), h('div', {},
    h('p', {}, h('strong', { 'data-field': 'color', 'data-value': alert.color }, say(color.zh, color.en)), ' ', alert.city_name ?? alert.city_code, ' ',
      h('span', { class: 'chip', 'data-field': 'status', 'data-value': alert.status }, ahead ? say('已发布，尚未生效', 'announced') : say('生效中', 'in force'))),
    h('p', {}, instant(alert.starts_at, 'starts_at'), ' – ',
      alert.ends_at ? instant(alert.ends_at, 'ends_at') : say('另行通知', 'until further notice')),
    alert.measures ? h('p', { 'data-field': 'measures' }, alert.measures) : null,
    h('p', { class: 'small faint' }, say('发布：', 'Issued: '), instant(alert.issued_at, 'issued_at'), alert.alert_id ? ` · ${alert.alert_id}` : null)));
}

const list = h('ul', { class: 'alerts' });
let lines = new Map(); // by what they say
let notice = null;
let turn = 0;

/** The line of a warning that has not changed stays what it is: only what is new is told by a screen reader. */
function show(found) {
  lines = new Map(found.map(alert => [JSON.stringify(alert), alert]).map(([says, alert]) => [says, lines.get(says) ?? line(alert)]));
  const shown = [...lines.values()];
  [...list.children].filter(old => !shown.includes(old)).forEach(old => old.remove());
  shown.forEach((one, index) => {
    if (list.children[index] !== one) {
      list.insertBefore(one, list.children[index] ?? null);
    }
  });
}

function noticeUnder(meta) {
  const now = noticeOf(meta);
  notice = now && notice?.textContent === now.textContent ? notice : now;
  return notice;
}

export async function alerts(city) {
  const mine = ++turn;
  const since = daysLater(localDate(Date.now()), -AHEAD_DAYS);
  const [inForce, others] = await Promise.all([get('/air/alerts', { active: true, limit: 1000 }), get('/air/alerts', { active: false, from: since, limit: 1000 })]);
  if (mine !== turn) {
    return null; // what stands is of a later question
  }
  const found = [...inForce.data, ...others.data.filter(one => one.status === 'announced')].filter(one => concerns(city, one));
  if (found.length === 0) {
    return empty('目前没有生效的预警。', 'No warning is in force.');
  }
  const rank = one => (one.status === 'announced' ? 0 : 10) + (COLORS[one.color]?.rank ?? 0);
  show(found.sort((one, other) => rank(other) - rank(one)));
  return [list, noticeUnder(inForce.meta)];
}
