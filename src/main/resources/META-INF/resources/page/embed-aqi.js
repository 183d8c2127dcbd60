// /embed/aqi?city=990100: a city's air now. Without a city the one the operator has set, else the first there is.
import { get, pageSettings } from './api.js';
import { asked, embed, titled, wholeAt } from './embed.js';
import { h } from './dom.js';
import { age, moment, number, NOTHING } from './format.js';
import { language, say, worded } from './language.js';
import { filled, whyNoAqi } from './levels.js';
import { empty } from './section.js';
import { primaryOf } from './today-words.js';

/** What to do, or why nothing can be said. */
function adviceOf(row) {
  const [term, field, words] = row.aqi === null ? [say('原因', 'Reason'), 'aqi_na_reason', whyNoAqi(row)]
    : [say('建议', 'Advice'), 'advice', worded(row, 'advice') ?? NOTHING];
  return [h('dt', {}, term), h('dd', { 'data-field': field }, words)];
}

async function now(section) {
  const city = asked('city') ?? (await pageSettings()).city;
  const { data, meta } = await get('/air/cities/latest', city ? { city } : { limit: 1 });
  const row = data[0];
  if (!row) {
    return empty('还没有数据。', 'There is no data yet.');
  }
  titled(say(`${row.city_name} 空气质量`, `Air quality · ${row.city_name}`));
  wholeAt(`/?city=${encodeURIComponent(row.city_code)}`);
  section.dataset.asOf = row.observed_at;
  return [
    row.stale ? h('p', { class: 'notice' }, say(`最近一次数据是${age(row.observed_at)}的。`, `The newest data is from ${age(row.observed_at)}.`)) : null,
    h('div', { class: 'now' },
      h('div', { class: 'aqi', style: filled(row.color) },
        h('span', {}, 'AQI'),
        h('span', { class: 'aqi-figure', 'data-field': 'aqi' }, row.aqi === null ? NOTHING : number(row.aqi)),
        h('span', { class: 'aqi-level', 'data-field': 'category' }, worded(row, 'category') ?? say('无法评价', 'cannot be judged')),
        row.beyond_index ? h('span', {}, say('浓度超出指数上限', 'beyond the index')) : null),
      h('dl', { class: 'facts' },
        h('dt', {}, say('首要污染物', 'Primary pollutant')), h('dd', { 'data-field': 'primary_pollutants' }, primaryOf(row)),
        h('dt', {}, say('监测时间', 'Measured')), h('dd', {}, h('time', { datetime: row.observed_at, 'data-field': 'observed_at' }, moment(row.observed_at))),
        adviceOf(row))),
    h('p', { class: 'small faint' }, [meta.notice?.[language], meta.attribution].filter(Boolean).join(' · ')),
  ];
}

embed('aqi', now);
