// The city's air now.
import { h } from './dom.js';
import { age, number, NOTHING } from './format.js';
import { say, worded } from './language.js';
import { filled, pollutants, whyNoAqi } from './levels.js';
import { instant, noticeOf, pollutantName, primaryOf, valueOf } from './today-words.js';

function figureOf(city) {
  return h('div', { class: 'aqi', style: filled(city.color) },
    h('span', { class: 'aqi-name' }, 'AQI'),
    h('span', { class: 'aqi-figure', 'data-field': 'aqi' }, number(city.aqi)),
    h('span', { class: 'aqi-level', 'data-field': 'category' }, worded(city, 'category') ?? say('无法评价', 'Cannot be judged')),
    city.beyond_index ? h('span', {}, say('浓度超出指数上限', 'beyond the index')) : null);
}

function factsOf(city) {
  const measured = [instant(city.observed_at, 'observed_at'), ' ', h('span', { class: 'faint' }, `(${age(city.observed_at)})`)];
  const told = [
    [say('首要污染物', 'Primary pollutant'), 'primary_pollutants', primaryOf(city)],
    [say('监测时间', 'Measured'), null, measured],
    [say('参评点位', 'Stations'), null, say(`${city.stations_used} / ${city.stations_expected} 个`, `${city.stations_used} of ${city.stations_expected}`)],
    city.aqi === null ? [say('原因', 'Reason'), 'aqi_na_reason', whyNoAqi(city)] : [say('建议', 'Advice'), 'advice', worded(city, 'advice') ?? NOTHING],
    [say('评价标准', 'Standard'), 'aqi_standard', city.aqi_standard ?? NOTHING],
  ];
  return h('dl', { class: 'facts' }, told.map(([term, column, words]) => [h('dt', {}, term), h('dd', { 'data-field': column }, words)]));
}

function pollutantOf(city, one) {
  return h('li', {}, h('span', {}, pollutantName(one)),
    h('strong', { 'data-field': one.column }, valueOf(city, one.column)),
    h('span', { class: 'faint small' }, one.unit),
    h('span', { class: 'small' }, 'IAQI ', h('span', { 'data-field': `iaqi_${one.column}` }, number(city[`iaqi_${one.column}`]))));
}

export async function now(city, section) {
  section.dataset.asOf = city.observed_at;
  return [
    city.stale ? h('p', { class: 'notice' }, say(`最近一次数据是${age(city.observed_at)}的，不代表当前空气。`,
      `The newest data is from ${age(city.observed_at)}; it does not tell of the air now.`)) : null,
    h('div', { class: 'now' }, figureOf(city), factsOf(city)),
    h('ul', { class: 'pollutants' }, pollutants.map(one => pollutantOf(city, one))),
    noticeOf(city.meta),
  ];
}
