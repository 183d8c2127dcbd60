// The course of the air, of the city or of one station, as the reader has chosen it.
import { chart } from './chart.js';
import { h } from './dom.js';
import { named, say } from './language.js';
import { pollutants } from './levels.js';
import { addressWith, asked, drawAgain, go } from './today-place.js';
import { itemOf, optionOf, seriesOf, SPANS, summary, TABLES } from './today-series.js';
import { stationsOf } from './today-stations.js';
import { isPlain, noticeOf } from './today-words.js';

const choice = { span: 'hours', item: 'aqi' };

function group(name, label, options) {
  const take = value => { choice[name] = value; press(); drawAgain('curve'); };
  const buttons = options.map(([value, word]) => h('button', { type: 'button', class: 'quiet', 'data-choice': value, onclick: () => take(value) }, word));
  const press = () => buttons.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.choice === choice[name])));
  press();
  return h('div', { class: 'row choice-buttons', role: 'group', 'aria-label': label }, buttons);
}

const whose = h('p', { class: 'row curve-of' });
const tools = h('div', { class: 'row apart' },
  group('span', say('时段', 'Span'), Object.entries(SPANS).map(([name, span]) => [name, span.word])),
  group('item', say('指标', 'Item'), [['aqi', 'AQI'], ...pollutants.map(one => [one.column, one.name])]));
let figure = null;
let turn = 0;

async function nameOf(city, station) {
  const found = station && (await stationsOf(city)).data.find(row => row.station_code === station);
  return found ? named(found) : station ?? city.city_name;
}

/** Says whose curve it is; left alone while that is the same, as the way back may have the focus. */
function tellWhose(city, station, name) {
  const key = `${city.city_code} ${station} ${name}`;
  if (whose.dataset.key === key) {
    return;
  }
  whose.dataset.key = key;
  whose.replaceChildren(h('strong', { 'data-field': 'name' }, name), h('span', { class: 'faint' }, station === name ? '' : station ?? say('参评点位平均', 'mean of the evaluation points')),
    station ? backLink({ station: null, city: city.city_code }, say(`返回${city.city_name}`, `Back to ${city.city_name}`)) : '');
}

function backLink(back, words) {
  const link = h('a', { href: addressWith(back) }, words);
  link.addEventListener('click', event => {
    if (isPlain(event)) {
      event.preventDefault();
      go(back);
    }
  });
  return link;
}

export async function curve(city, section) {
  const mine = ++turn;
  const { station } = asked();
  const span = SPANS[choice.span];
  const columns = TABLES[choice.span];
  const item = itemOf(choice.item, span);
  const [{ rows, meta }, name] = await Promise.all([seriesOf(span, city, station), nameOf(city, station)]);
  if (mine !== turn) {
    return null; // the reader has gone on, and what is shown is of a later choice
  }
  tellWhose(city, station, name);
  section.dataset.asOf = city.observed_at;
  if (rows.every(row => row.absent)) {
    return [whose, tools, h('p', { class: 'nothing' }, say(`${name}这一时段没有数据。`, `There is no data of ${name} for this span.`))];
  }
  const until = span.said(rows.at(-1)[span.time]);
  const content = { title: `${name} ${item.name} ${span.word}${say(`（至 ${until}）`, ` (to ${until})`)}`, summary: summary(rows, item, span),
    option: optionOf(rows, span, item), columns, rows, height: 320 };
  if (figure) {
    figure.show(content);
  } else {
    figure = chart(content);
  }
  return [whose, tools, figure, noticeOf(meta)];
}
