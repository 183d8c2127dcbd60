// The words of surface water: items, states, results. Items are named as GB 3838-2002 names them.
import { h } from './dom.js';
import { age, date, number, NOTHING } from './format.js';
import { language, say } from './language.js';
import { filled, reasonFor, waterClass, waterClassFacts } from './levels.js';

const ITEMS = {
  water_temperature: ['水温', 'Temperature'], ph: ['pH', 'pH'], dissolved_oxygen: ['溶解氧', 'Dissolved oxygen'], conductivity: ['电导率', 'Conductivity'],
  turbidity: ['浊度', 'Turbidity'], codmn: ['高锰酸盐指数', 'Permanganate index'], cod: ['化学需氧量', 'Chemical oxygen demand'], bod5: ['五日生化需氧量', 'BOD5'],
  nh3n: ['氨氮', 'Ammonia nitrogen'], tp: ['总磷', 'Total phosphorus'], tn: ['总氮', 'Total nitrogen'], copper: ['铜', 'Copper'], zinc: ['锌', 'Zinc'],
  fluoride: ['氟化物', 'Fluoride'], selenium: ['硒', 'Selenium'], arsenic: ['砷', 'Arsenic'], mercury: ['汞', 'Mercury'], cadmium: ['镉', 'Cadmium'],
  chromium_6: ['铬(六价)', 'Chromium (VI)'], lead: ['铅', 'Lead'], cyanide: ['氰化物', 'Cyanide'], volatile_phenol: ['挥发酚', 'Volatile phenol'],
  petroleum: ['石油类', 'Petroleum'], anionic_surfactant: ['阴离子表面活性剂', 'Anionic surfactant'], sulfide: ['硫化物', 'Sulfide'],
  fecal_coliforms: ['粪大肠菌群', 'Fecal coliforms'], sulfate: ['硫酸盐', 'Sulfate'], chloride: ['氯化物', 'Chloride'], nitrate_n: ['硝酸盐', 'Nitrate'],
  iron: ['铁', 'Iron'], manganese: ['锰', 'Manganese'], chlorophyll_a: ['叶绿素a', 'Chlorophyll a'], algal_density: ['藻密度', 'Algal density'],
  transparency: ['透明度', 'Transparency'],
};

/** What a laboratory finds, in the order of the standard. */
export const ANALYSED = Object.keys(ITEMS).filter(column => !['conductivity', 'turbidity', 'algal_density'].includes(column));
/** What an automatic station measures, in the order of the API. */
export const MEASURED = ['water_temperature', 'ph', 'dissolved_oxygen', 'conductivity', 'turbidity', 'codmn', 'nh3n', 'tp', 'tn', 'chlorophyll_a', 'algal_density'];

export function itemName(column) {
  return ITEMS[column] ? say(...ITEMS[column]) : column;
}

/** 总磷 (mg/L): the unit as the API's meta gives it; pH has none but its name. */
export function itemWithUnit(column, units) {
  const unit = units?.[column];
  return unit && unit !== 'pH' ? `${itemName(column)} (${unit})` : itemName(column);
}

/** An item as lists have it: perhaps after the code of a section, perhaps with a multiple or a share behind: S1:tp(0.3). */
const LISTED = /^(?:(.*):)?([a-z0-9_]+)/;

/** tp(0.3) as 总磷(0.3). */
export function itemsWords(items) {
  return (items ?? []).map(one => one.replace(LISTED, (_, code, item) => (code ? code + ': ' : '') + itemName(item))).join(say('、', ', '));
}

/** Just the columns of such a list. */
export function itemsOf(items) {
  return (items ?? []).map(one => LISTED.exec(one)?.[2]).filter(Boolean);
}

/** As it is printed in Chinese the API says it itself. */
export function indicatorsOf(row) {
  return (language === 'zh' && row.main_pollution_indicators_zh) || itemsWords(row.main_pollution_indicators) || NOTHING;
}

const OTHERS = {
  normal: ['正常', 'Normal'], maintenance: ['维护', 'Under maintenance'], stopped: ['停运', 'Stopped'],
  river: ['河流', 'River'], lake: ['湖泊', 'Lake'], reservoir: ['水库', 'Reservoir'],
  national: ['国控', 'National'], province: ['省控', 'Provincial'], city: ['市控', 'Municipal'], county: ['县控', 'County'],
  assessed: ['考核断面', 'Assessed section'], boundary: ['交界断面', 'Boundary section'], estuary: ['入海河口断面', 'Estuary section'],
  background: ['背景断面', 'Background section'], drinking_source: ['饮用水水源', 'Source of drinking water'],
  met: ['达标', 'Complies'], exceeded: ['超标', 'Exceeds'], undetermined: ['无法判定', 'Cannot be judged'],
  oligotrophic: ['贫营养', 'Oligotrophic'], mesotrophic: ['中营养', 'Mesotrophic'], light_eutrophic: ['轻度富营养', 'Lightly eutrophic'],
  moderate_eutrophic: ['中度富营养', 'Moderately eutrophic'], heavy_eutrophic: ['重度富营养', 'Heavily eutrophic'],
  markedly_better: ['明显好转', 'Markedly better'], somewhat_better: ['有所好转', 'Somewhat better'], no_marked_change: ['无明显变化', 'No marked change'],
  somewhat_worse: ['有所变差', 'Somewhat worse'], markedly_worse: ['明显变差', 'Markedly worse'],
  '714-2020': ['环办监测函〔2020〕714号', 'Circular No. 714 of 2020'], '22-2011': ['环办〔2011〕22号', 'Circular No. 22 of 2011'],
};

/** A word of the API's in the language of the page; one that is not known as it is. */
export function wordOf(value) {
  return value === null || value === undefined ? NOTHING : OTHERS[value] ? say(...OTHERS[value]) : String(value);
}

export function isStanding(row) {
  return row.waterbody === 'lake' || row.waterbody === 'reservoir';
}

/** 2026-10-31 20:00, the data's own time: with its year, as readings can be old. */
export function when(iso) {
  return iso ? iso.slice(0, 16).replace('T', ' ') : NOTHING;
}

export function timed(iso) {
  return h('time', { datetime: iso, 'data-field': 'sampled_at' }, when(iso));
}

/** 2026-10-31 20:00 (22 days ago). */
export function timedWithAge(iso) {
  return [timed(iso), ' ', h('span', { class: 'faint' }, say(`（${age(iso)}）`, `(${age(iso)})`))];
}

/** A month as people say it. */
export function monthName(period) {
  return language === 'zh' ? `${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月` : date(period + '-01').replace(/^1 /, '');
}

/** The class as a coloured swatch with its words; why there is none, where there is none. */
export function classCell(row, column = 'water_class') {
  const name = row[column];
  if (!name) {
    return h('span', { class: 'faint' }, reasonFor(row, column) ?? NOTHING);
  }
  const facts = waterClassFacts(name);
  return h('span', { class: 'class' }, h('span', { class: 'swatch', style: filled(row.color ?? facts?.color) }), waterClass(name) ?? name);
}

export function metCell(row) {
  if (row.target_met === null || row.target_met === undefined) {
    return h('span', { class: 'faint' }, NOTHING);
  }
  return row.target_met ? say('达到', 'Met') : h('strong', { class: 'missed' }, say('未达到', 'Missed'));
}

/** A measured value; where there is none the reason, where it is flagged the mark of it, in a title and for a screen reader. */
export function valueCell(row, column) {
  const reason = reasonFor(row, column);
  if (row[column] === null || row[column] === undefined) {
    return h('span', { class: 'faint', title: reason }, NOTHING, reason ? h('span', { class: 'unseen' }, ' ' + reason) : null);
  }
  return reason ? h('span', { title: reason }, number(row[column]), h('span', { 'aria-hidden': 'true' }, ' *'), h('span', { class: 'unseen' }, ' ' + reason)) : number(row[column]);
}

/** The colours the API gives its classes in these rows. */
export function classColors(...lists) {
  const colors = {};
  lists.flat().forEach(row => {
    if (row.water_class && row.color) {
      colors[row.water_class] ??= row.color;
    }
  });
  return name => colors[name] ?? waterClassFacts(name)?.color ?? null;
}
