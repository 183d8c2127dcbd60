// Levels of air and classes of water: their words, and colours that can be read on. The colours are the standards', by name not by eye.
import { say } from './language.js';

// HJ 633: 1 to 6
const AIR = [
  { color: '#00E400', zh: '优', en: 'Excellent', to: 50 },
  { color: '#FFFF00', zh: '良', en: 'Good', to: 100 },
  { color: '#FF7E00', zh: '轻度污染', en: 'Light pollution', to: 150 },
  { color: '#FF0000', zh: '中度污染', en: 'Moderate pollution', to: 200 },
  { color: '#99004C', zh: '重度污染', en: 'Heavy pollution', to: 300 },
  { color: '#7E0023', zh: '严重污染', en: 'Severe pollution', to: 500 },
];

/** The bands of the AQI with their upper ends. */
export const bands = AIR.map((level, index) => ({ level: index + 1, color: level.color, to: level.to, word: say(level.zh, level.en) }));

export function band(level) {
  return bands[level - 1];
}

function channel(hex, at) {
  const share = parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex) {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
}

/** Black or white, whichever has more contrast on this colour (WCAG 2.2, 1.4.3); on every one of ours that is 4.5 : 1 or more. */
export function inkOn(color) {
  const light = luminance(color);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#FFFFFF';
}

/** The style of something filled with a colour. */
export function filled(color) {
  return color ? { 'background-color': color, color: inkOn(color) } : {};
}

// GB 3838-2002's classes, the grade 环办〔2011〕22号 gives each, and that grade's colour as it is usual (blue, green, yellow, orange, red).
// Rows of the API bring the colour that this service is set to; this one is for a class of which there is no row to ask.
const WATER = {
  I: { class: ['Ⅰ类', 'Class I'], short: ['Ⅰ', 'I'], grade: ['优', 'Excellent'], color: '#0000FF' },
  II: { class: ['Ⅱ类', 'Class II'], short: ['Ⅱ', 'II'], grade: ['优', 'Excellent'], color: '#0000FF' },
  III: { class: ['Ⅲ类', 'Class III'], short: ['Ⅲ', 'III'], grade: ['良好', 'Good'], color: '#00FF00' },
  IV: { class: ['Ⅳ类', 'Class IV'], short: ['Ⅳ', 'IV'], grade: ['轻度污染', 'Light pollution'], color: '#FFFF00' },
  V: { class: ['Ⅴ类', 'Class V'], short: ['Ⅴ', 'V'], grade: ['中度污染', 'Moderate pollution'], color: '#FF9B00' },
  inferior_V: { class: ['劣Ⅴ类', 'Inferior to class V'], short: ['劣Ⅴ', '>V'], grade: ['重度污染', 'Heavy pollution'], color: '#FF0000' },
};
export const waterClasses = Object.keys(WATER);

export function waterClass(name) {
  return WATER[name] ? say(...WATER[name].class) : null;
}

/** All that is said of a class: {name, word, short: for a point on a map, grade, color}. */
export function waterClassFacts(name) {
  const of = WATER[name];
  return of ? { name, word: say(...of.class), short: say(...of.short), grade: say(...of.grade), color: of.color } : null;
}

/** PM2.5 as people write it, with the figure below the line. */
export const pollutants = [
  { column: 'pm25', name: 'PM2.5', html: ['PM', '2.5'], unit: 'µg/m³' },
  { column: 'pm10', name: 'PM10', html: ['PM', '10'], unit: 'µg/m³' },
  { column: 'so2', name: 'SO2', html: ['SO', '2'], unit: 'µg/m³' },
  { column: 'no2', name: 'NO2', html: ['NO', '2'], unit: 'µg/m³' },
  { column: 'o3', name: 'O3', html: ['O', '3'], unit: 'µg/m³' },
  { column: 'co', name: 'CO', html: ['CO', ''], unit: 'mg/m³' },
];

// the words of the API (columns.json), shorter in English
const REASONS = {
  missing: ['缺测', 'missing'], not_monitored: ['该点位未开展监测', 'not monitored here'], negative: ['负值，视为无效', 'negative, not used'],
  out_of_range: ['超出合理范围，视为无效', 'out of range, not used'], not_a_number: ['无法识别为数值', 'not a number'], insufficient: ['有效数据不足', 'too few valid data'],
  maintenance: ['设备维护', 'maintenance'], calibration: ['设备校准', 'calibration'], stopped: ['停运', 'stopped'],
  below_detection: ['未检出，数值为检出限', 'below detection; the value is the limit'], suspect: ['数据存疑', 'doubtful'], exceptional_event: ['例外事件（如沙尘）', 'exceptional event'],
};

/** Why a row has no value in this column, in words; null when its flags say nothing of it. */
export function reasonFor(row, column) {
  const flag = (row.flags ?? []).find(one => one.startsWith(column + ':'));
  if (!flag) {
    return null;
  }
  const reason = flag.slice(column.length + 1);
  return REASONS[reason] ? say(...REASONS[reason]) : reason;
}

/** Pollutants' names in a sentence. */
export function listed(names) {
  return names.join(say('、', ', '));
}

/** Why there is no AQI, in words: a missing pollutant with what its flag says of it (HJ 633-2026, 5.3.1). */
export function whyNoAqi(row) {
  const [, word, names] = /^([a-z_]+)(?:\((.*)\))?$/.exec(row.aqi_na_reason ?? '') ?? [];
  const each = (names ?? '').split(' ').filter(Boolean).map(name => {
    const reason = reasonFor(row, pollutants.find(one => one.name === name)?.column);
    return reason ? say(`${name}（${reason}）`, `${name} (${reason})`) : name;
  });
  switch (word) {
    case 'missing_pollutants': return say(`缺 ${listed(each)}，其余项目的 AQI 未超过 100，按标准不发布 AQI`,
      `No ${listed(each)}; the AQI of the others is not above 100, so the standard gives none`);
    case 'no_iaqi': return say(`${listed(each)} 的浓度超出分级范围，无分指数`, `${listed(each)} lies above the range that has an index`);
    case 'no_valid_pollutant': return say('无有效监测项目', 'No pollutant has a valid value');
    default: return reasonFor(row, 'aqi') ?? row.aqi_na_reason ?? say('没有 AQI', 'No AQI');
  }
}

const STATUSES = { realtime: ['实时数据，未经审核', 'real-time, unaudited'], preliminary: ['初步审核', 'preliminary'], reviewed: ['已审核', 'reviewed'], final: ['最终', 'final'] };

/** How far a row has been reviewed. */
export function statusWord(status) {
  return STATUSES[status] ? say(...STATUSES[status]) : status;
}
