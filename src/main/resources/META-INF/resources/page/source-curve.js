// The curve of a series against the limit of its own time. Nothing is drawn where nothing valid was measured.
import { number, NOTHING } from './format.js';
import { say } from './language.js';
import { periodOf } from './source-series.js';
import { word } from './source-words.js';

/** From so many marks on they are drawn smaller. */
const CROWD = 150;
/** From so many rows on a part of them can be looked at closer. */
const SLIDING = 400;
const LOCAL = 8 * 3_600_000; // the axis is told the time of the data as if it were UTC, wherever the reader is
const CROSS = 'path://M0,30 L30,0 L100,70 L170,0 L200,30 L130,100 L200,170 L170,200 L100,130 L30,200 L0,170 L70,100 Z';

function at(row) {
  return Date.parse(row.observed_at) + LOCAL;
}

/** The value that is held against the limit. */
export function judged(row) {
  return row.judged_on === 'corrected' ? row.corrected_value : row.measured_value;
}

/** What can be shown of a doubtful row: the value that would have been judged, else the other. */
function anyOf(row) {
  return judged(row) ?? row.measured_value ?? row.corrected_value;
}

/** Where periods are missing the line is broken, as it is where a value is not valid. */
function line(rows, field, period) {
  const points = [];
  rows.forEach((row, index) => {
    if (period && index > 0 && at(row) - at(rows[index - 1]) > 1.5 * period) {
      points.push([at(row) - period, null]);
    }
    points.push([at(row), row.valid ? row[field] : null]);
  });
  return points;
}

/** A limit holds for the period that ends at the row; where none was told the line goes on to the next unless rows are missing for days. */
function steps(rows, field, period) {
  const points = [];
  rows.filter(row => row[field] !== null).forEach(row => {
    const last = points.at(-1);
    if (last && at(row) - last[0] > Math.max(2 * 86_400_000, 3 * (period ?? 31 * 86_400_000))) {
      points.push([at(row) - 1, null]);
    }
    points.push([at(row), row[field]]);
  });
  if (points.length === 1 && period) {
    points.unshift([points[0][0] - period, points[0][1]]);
  }
  return points;
}

function marks(rows, chosen, top) {
  return rows.filter(row => chosen(row) && anyOf(row) !== null).map(row => [at(row), Math.min(anyOf(row), top)]);
}

/**
 * Where values that are not valid would press the rest flat, the axis ends above what is valid and they are marked at its end; the table
 * has them. Infinity where all have room.
 */
function topOf(rows) {
  const valid = rows.flatMap(row => [row.valid ? row.measured_value : null, row.valid ? row.corrected_value : null, row.limit_high]).filter(Number.isFinite);
  const doubtful = rows.filter(isDoubtful).map(anyOf).filter(Number.isFinite);
  const end = 1.25 * Math.max(...valid);
  const step = 10 ** Math.floor(Math.log10(end)) / 2;
  return valid.length && end > 0 && Math.max(...doubtful) > 2 * end ? Math.ceil(end / step) * step : Infinity;
}

/** How many marks stand at the end of the axis and not at their value. */
export function beyond(rows) {
  const top = topOf(rows);
  return rows.filter(row => isDoubtful(row) && anyOf(row) > top).length;
}

export const isExceeded = row => row.compliant === false;
export const isDoubtful = row => row.valid === false;
export const isBelow = row => row.below_detection === true;

/** Every reason why a row is to be read with care, in words. */
export function remarks(row, flagWords) {
  const flags = (row.flags ?? []).map(flag => {
    const [column, reason] = flag.split(':');
    const said = flagWords.get(reason) ?? reason;
    return column === 'measured_value' ? said : `${column}: ${said}`;
  });
  return [row.below_detection ? say('未检出（低于检出限）', 'below detection') : null, row.valid === false ? say('无效', 'not valid') : null,
    row.operator_mark ? say(`企业标记：${word('operator_mark', row.operator_mark)}`, `marked: ${word('operator_mark', row.operator_mark)}`) : null,
    row.logger_flag && row.logger_flag !== 'N' ? say(`数采仪：${word('logger_flag', row.logger_flag)}`, `logger: ${word('logger_flag', row.logger_flag)}`) : null,
    row.not_monitored_reason ? say(`未监测：${row.not_monitored_reason}`, `not monitored: ${row.not_monitored_reason}`) : null, ...flags].filter(Boolean);
}

export function limitText(row) {
  if (row.limit_low === null && row.limit_high === null) {
    return NOTHING;
  }
  return row.limit_low === null ? `≤ ${number(row.limit_high)}` : row.limit_high === null ? `≥ ${number(row.limit_low)}` : `${number(row.limit_low)} – ${number(row.limit_high)}`;
}

export function verdict(row) {
  return row.compliant === null ? say('未判定', 'not judged') : row.compliant ? say('达标', 'complies') : say('超标', 'exceeds');
}

function tip(rows, unit, flagWords, moment) {
  const byTime = new Map();
  rows.forEach(row => byTime.set(at(row), [...(byTime.get(at(row)) ?? []), row]));
  return params => (byTime.get(params[0]?.value?.[0]) ?? []).map(row => [
    moment(row.observed_at),
    row.measured_value === null ? null : `${word('judged_on', 'measured')} ${number(row.measured_value)} ${unit}`,
    row.corrected_value === null ? null : `${word('judged_on', 'corrected')} ${number(row.corrected_value)} ${unit}`,
    `${say('限值', 'Limit')} ${limitText(row)}`,
    verdict(row) + (row.exceedance_multiple === null ? '' : say(`，超标 ${number(row.exceedance_multiple)} 倍`, `, by ${number(row.exceedance_multiple)} times the limit`)),
    ...remarks(row, flagWords)].filter(Boolean).join('\n')).join('\n\n') || '';
}

function lines(rows, averaging, colours) {
  const period = periodOf(averaging);
  const value = (field, color, width) => ({ name: word('judged_on', field.split('_')[0]), type: 'line', data: line(rows, field, period), connectNulls: false, z: width + 1,
    symbol: averaging === 'instant' || rows.length < 100 ? 'circle' : 'none', showSymbol: true, symbolSize: averaging === 'instant' ? 6 : 4,
    lineStyle: { width: averaging === 'instant' ? 0 : width, type: width > 1 ? 'solid' : 'dotted', color }, itemStyle: { color } });
  const isOnCorrected = rows.some(row => row.judged_on === 'corrected');
  return [value('measured_value', colours.series[0], isOnCorrected ? 1 : 2),
    rows.some(row => row.corrected_value !== null) ? value('corrected_value', colours.series[2], isOnCorrected ? 2 : 1) : null];
}

function limits(rows, averaging, colours) {
  const limit = (field, name) => rows.some(row => row[field] !== null) ? { name, type: 'line', step: averaging === 'instant' ? 'end' : 'start', data: steps(rows, field, periodOf(averaging)),
    symbol: averaging === 'instant' ? 'rect' : 'none', symbolSize: [10, 2], lineStyle: { width: 2, type: 'dashed', color: colours.series[1] }, itemStyle: { color: colours.series[1] }, z: 2 } : null;
  return [limit('limit_high', say('限值', 'Limit')), limit('limit_low', say('下限', 'Lower limit'))];
}

/** Shapes, not only colours: an exceedance points up, what is below detection down, what is not valid is crossed out. */
function signs(rows, colours) {
  const top = topOf(rows);
  const sign = (name, symbol, symbolRotate, color, chosen, symbolSize = 11) => {
    const data = marks(rows, chosen, top);
    const itemStyle = { color, borderColor: colours.surface, borderWidth: symbol === CROSS ? 0 : 1 };
    return data.length ? { name, type: 'scatter', symbol, symbolRotate, symbolSize: data.length > CROWD ? symbolSize * 0.6 : symbolSize, data, itemStyle, z: 5 } : null;
  };
  return [sign(say('超标', 'Exceedance'), 'triangle', 0, colours.series[5], isExceeded), sign(say('无效', 'Not valid'), CROSS, 0, colours.text, isDoubtful, 10),
    sign(say('未检出', 'Below detection'), 'triangle', 180, colours.series[4], row => isBelow(row) && !isExceeded(row))];
}

/** Where the legend takes two lines. */
const narrow = matchMedia('(max-width: 500px)');

/** ECharts' option for rows of one unit. */
export function curve(rows, averaging, unit, flagWords, moment) {
  return colours => {
    const series = [...lines(rows, averaging, colours), ...limits(rows, averaging, colours), ...signs(rows, colours)].filter(Boolean);
    return {
      useUTC: true,
      grid: { left: 8, right: 20, top: narrow.matches ? 76 : 56, bottom: rows.length > SLIDING ? 40 : 8, containLabel: true },
      dataZoom: rows.length > SLIDING ? [{ type: 'slider', height: 22, bottom: 6, left: 48, right: 48, showDetail: false, brushSelect: false, borderColor: colours.line }] : [],
      legend: { type: 'plain', data: series.map(one => one.name) },
      tooltip: { formatter: tip(rows, unit, flagWords, moment) },
      xAxis: { type: 'time', axisLabel: { formatter: { year: '{yyyy}', month: say('{M}月', '{MMM}'), day: say('{M}-{d}', '{d} {MMM}'), hour: '{HH}:{mm}', minute: '{HH}:{mm}' } } },
      yAxis: { type: 'value', name: unit || null, max: Number.isFinite(topOf(rows)) ? topOf(rows) : null, scale: rows.some(row => row.limit_low !== null), nameTextStyle: { align: 'left' } },
      series,
    };
  };
}
