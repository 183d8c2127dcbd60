// Advice by level, with the level of the city's newest hour marked. It needs no data: where there is no city it is the table alone.
import { h, joined } from './dom.js';
import { localDate } from './format.js';
import { say } from './language.js';
import { bands, filled, pollutants } from './levels.js';
import { adviceOf, editionOn, editionShown, SENSITIVE_TO } from './health-advice.js';
import { pollutantName, rangeOf } from './today-words.js';

const FROM_LEVEL = 100;
const ORDINALS = ['一级', '二级', '三级', '四级', '五级', '六级'];
const HEADS = [say('对健康的影响', 'Effect on health'), say('一般人群', 'General public'), say('敏感人群', 'Sensitive groups')];

function cell(head, text) {
  return h('td', { role: 'cell' }, h('span', { class: 'head-here', 'aria-hidden': 'true' }, head),
    text ?? h('span', { class: 'faint' }, say('标准未另作建议', 'the standard gives none')));
}

// the roles are said outright: on a phone the table is laid out as a list, and a browser may forget that it is one
function line(one, range, advice, isNow) {
  const word = say(`${ORDINALS[one.level - 1]} ${one.word}`, `${one.level} ${one.word}`);
  return h('tr', { role: 'row', 'data-key': one.level, 'aria-current': isNow ? 'true' : null },
    h('th', { role: 'rowheader', scope: 'row' }, h('span', { class: 'chip strong', style: filled(one.color) }, word),
      h('span', { class: 'small faint range' }, `AQI ${range}`), isNow ? h('span', { class: 'chip now-here' }, say('现在', 'now')) : null),
    cell(HEADS[0], advice.effect), cell(HEADS[1], advice.general), cell(HEADS[2], advice.sensitive));
}

function namesOf(several) {
  return joined(several.map(one => h('span', {}, pollutantName(one))), say('、', ', '));
}

/** Who is sensitive to what is high at this hour; the older edition names nobody by pollutant. */
function sensitiveNow(city) {
  const high = city.aqi_standard === 'HJ 633-2012' || city.stale ? [] : pollutants.filter(one => city[`iaqi_${one.column}`] > FROM_LEVEL);
  if (high.length === 0) {
    return null;
  }
  const groups = [...new Set(high.map(one => SENSITIVE_TO[one.column]))];
  return h('div', { class: 'notice' }, groups.map(people => h('p', {}, h('strong', {}, namesOf(high.filter(one => SENSITIVE_TO[one.column] === people))),
    say(' 的敏感人群：', ': sensitive are '), people)));
}

export async function advice(city, section) {
  const edition = editionShown(city?.aqi_standard ?? editionOn(localDate(Date.now())));
  const level = city && !city.stale ? city.aqi_level : null;
  const texts = adviceOf(edition);
  const title = say('各级别的健康影响与建议', 'Effect and advice of each level');
  if (city) {
    section.dataset.asOf = city.observed_at;
  } else {
    delete section.dataset.asOf;
  }
  return [city && sensitiveNow(city), h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
    h('table', { class: 'advice', role: 'table' }, h('caption', { class: 'unseen' }, title),
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, [say('级别', 'Level'), ...HEADS].map(head => h('th', { role: 'columnheader', scope: 'col' }, head)))),
      h('tbody', { role: 'rowgroup' }, bands.map((one, index) => line(one, rangeOf(one, edition), texts[index], one.level === level))))),
    h('p', { class: 'small faint' }, say(`文字依据 ${edition}，一句话按所指人群分列。`,
      `After ${edition}, its sentences parted by whom they speak of; the English is a translation of ours.`))];
}
