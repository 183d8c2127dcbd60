// How many sections were of each class, month by month; and which months there are.
import { get } from './api.js';
import { h } from './dom.js';
import { daysLater, localDate, number, percentOf } from './format.js';
import { say } from './language.js';
import { waterClass, waterClasses, waterClassFacts, inkOn } from './levels.js';
import { assessments, once } from './water-asked.js';
import { lying, placeOf, UNCLASSED } from './water-choice.js';
import { classColors, monthName } from './water-words.js';
import { keptChart } from './water-columns.js';
import { empty } from './section.js';

/** Up to so many sections each one's months are asked for; above, the sums of the basins are, and what is called so is not counted. */
const COUNTED_ONE_BY_ONE = 300;
const MOST_ROWS = 10_000;
const SHOWN = 13; // a year and its month of the year before

/** The assessed months, newest first, and which of them is shown unless asked: the newest that has ended. */
export function assessedMonths() {
  return once('assessed months', spanOfMonths);
}

async function spanOfMonths() {
  const fields = 'period,period_start,period_end';
  const [oldest, newest] = await Promise.all(['asc', 'desc'].map(order => get('/water/assessments', { order, limit: 1, fields })));
  if (newest.data.length === 0) {
    return null;
  }
  const all = [];
  for (let month = newest.data[0].period; month >= oldest.data[0].period; month = daysLater(month + '-01', -1).slice(0, 7)) {
    all.push(month);
  }
  const running = newest.data[0].period_end > localDate(Date.now()) ? all[0] : null;
  return { all, running, shown: (running && all[1]) || all[0] };
}

const SUMS = ['sections_i', 'sections_ii', 'sections_iii', 'sections_iv', 'sections_v', 'sections_inferior_v'];

async function ofBasins(range, choice) {
  const { data } = await assessments({ scope: 'basin', ...range, basin: choice.basin, fields: ['period', 'sections_expected', 'sections', ...SUMS] });
  const months = {};
  data.forEach(row => {
    const month = months[row.period] ??= { period: row.period, ...Object.fromEntries([...waterClasses, UNCLASSED].map(name => [name, 0])) };
    SUMS.forEach((column, index) => { month[waterClasses[index]] += row[column] ?? 0; });
    month[UNCLASSED] += (row.sections_expected ?? 0) - (row.sections ?? 0);
  });
  return months;
}

async function ofSections(range, choice, codes) {
  const { data } = await assessments({ scope: 'section', ...range, ...placeOf(choice), section: choice.q ? codes : null, order: 'desc', fields: 'period,code,water_class,color' });
  const cut = data.length >= MOST_ROWS ? data.at(-1).period : null; // newest first: of the oldest month the rest may not have come
  const months = {};
  data.filter(row => row.period !== cut).forEach(row => {
    const month = months[row.period] ??= { period: row.period, ...Object.fromEntries([...waterClasses, UNCLASSED].map(name => [name, 0])) };
    month[row.water_class ?? UNCLASSED]++;
  });
  return months;
}

const classedOf = month => waterClasses.reduce((sum, name) => sum + month[name], 0);

/** Of the sections with a class, to one decimal; nothing where none has one. */
function shareOf(count, month) {
  const classed = classedOf(month);
  return classed ? percentOf(count, classed) : null;
}

const goodShare = month => shareOf(month.I + month.II + month.III, month);
const word = name => waterClass(name) ?? say('无类别', 'No class');

const COLUMNS = [
  { field: 'period', title: say('月份', 'Month'), head: true },
  ...[...waterClasses, UNCLASSED].map(name => ({ field: name, title: word(name), number: true, cell: month => number(month[name]) })),
  { field: 'share_i_to_iii', title: say('Ⅰ～Ⅲ类 (%)', 'Class I to III (%)'), number: true, cell: month => number(goodShare(month)), value: goodShare },
];

/** The month with its counts: shares alone would hide that hardly any section had a class. */
function hint(month) {
  const classed = classedOf(month);
  return [month.period, say(`有类别 ${number(classed)} 个，无类别 ${number(month[UNCLASSED])} 个`, `${number(classed)} with a class, ${number(month[UNCLASSED])} without`),
    ...waterClasses.filter(name => month[name]).map(name => `${word(name)}: ${number(month[name])} (${number(shareOf(month[name], month))} %)`)].join('\n');
}

function bars(months, colorOf) {
  return colours => ({
    grid: { left: 8, right: 12, top: 52, bottom: 8, containLabel: true },
    legend: { type: 'plain', formatter: name => waterClassFacts(waterClasses.find(one => word(one) === name)).short, itemGap: 12, itemWidth: 18, selectedMode: false },
    tooltip: { axisPointer: { type: 'shadow' }, formatter: ([one]) => hint(months[one.dataIndex]) },
    xAxis: { type: 'category', data: months.map(month => month.period) },
    yAxis: { type: 'value', max: 100, axisLabel: { formatter: '{value} %' } },
    series: waterClasses.filter(name => months.some(month => month[name])).map(name => {
      const color = colorOf(name);
      return { name: word(name), type: 'bar', stack: 'sections', barMaxWidth: 44, data: months.map(month => shareOf(month[name], month)),
        // I and II are one grade and so one colour: stripes tell them apart, as does what stands in each bar
        itemStyle: { color, borderColor: colours.faint, borderWidth: 0.5, decal: name === 'I' ? { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'rgba(255,255,255,0.55)' } : null },
        label: { show: true, color: inkOn(color), backgroundColor: color, padding: [1, 2], formatter: one => one.value > 7 ? waterClassFacts(name).short : '' } };
    }),
  });
}

export async function classMonths({ rows }, choice, assessed, kept, still) {
  if (!assessed) {
    return empty('还没有评价结果。', 'There are no assessments yet.');
  }
  const there = rows.filter(row => lying(row, choice));
  if (choice.q && there.length === 0) {
    return empty('没有符合条件的断面。', 'No section matches the choice.');
  }
  if (choice.q && there.length > COUNTED_ONE_BY_ONE) {
    return empty(`符合条件的断面有 ${number(there.length)} 个，超过 ${COUNTED_ONE_BY_ONE} 个时不逐月统计。`,
      `${number(there.length)} sections match: the months of more than ${COUNTED_ONE_BY_ONE} are not counted.`);
  }
  const range = { from: assessed.all[Math.min(SHOWN, assessed.all.length) - 1] + '-01' };
  const each = choice.province || choice.river || choice.q || there.length <= COUNTED_ONE_BY_ONE;
  const months = each ? await ofSections(range, choice, there.map(row => row.section_code)) : await ofBasins(range, choice);
  if (!still()) {
    return null;
  }
  const shown = Object.values(months).sort((a, b) => a.period.localeCompare(b.period));
  if (shown.length === 0) {
    return empty('所选范围没有评价结果。', 'There are no assessments of what is chosen.');
  }
  const last = shown.at(-1);
  const so = last.period === assessed.running ? say('（至今）', ' so far') : '';
  const title = say('各月水质类别比例', 'Shares of the classes by month');
  const summary = classedOf(last) ? say(`${monthName(last.period)}${so}：${number(classedOf(last))} 个有类别的断面中，Ⅰ～Ⅲ类占 ${number(goodShare(last))} %。`,
    `${monthName(last.period)}${so}: of ${number(classedOf(last))} sections with a class ${number(goodShare(last))} % are of class I to III.`)
    : say(`${monthName(last.period)}${so}没有断面有类别。`, `${monthName(last.period)}${so}: no section has a class.`);
  return [h('p', {}, summary, ' ', each ? null : h('span', { class: 'faint small' }, say('仅河流断面，湖库点位不在内。', 'Sections of rivers only, without lakes.'))),
    keptChart(kept, { title, summary, option: bars(shown, classColors(rows)), height: 380, rows: [...shown].reverse(), columns: COLUMNS })];
}
