// Which items exceed where: in the month that was assessed, and in the newest readings.
import { h } from './dom.js';
import { number } from './format.js';
import { say } from './language.js';
import { assessments } from './water-asked.js';
import { lying, placeOf } from './water-choice.js';
import { aboveTarget, deciding, indicators, judged, keptTable, met, sampled, section, target, water } from './water-columns.js';
import { itemName, itemsOf, monthName } from './water-words.js';
import { noticeOf } from './today-words.js';
import { empty } from './section.js';

const EXCEEDING = 'period,code,name,basin,river,water_class,color,target_class,target_met,exceeding_parameters,main_pollution_indicators,main_pollution_indicators_zh,flags';

export function titleOf(text, assessed) {
  return h('h3', {}, text, assessed.running === assessed.shown ? h('span', { class: 'faint small' }, say('（本月尚未结束）', ' (the month is not over)')) : null);
}

/** 总磷 12、氨氮 3: how often each item is among them, most often first. */
function tally(lists) {
  const counts = new Map();
  lists.flatMap(itemsOf).forEach(item => counts.set(item, (counts.get(item) ?? 0) + 1));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([item, count]) => say(`${itemName(item)} ${count} 个`, `${itemName(item)} ${count}`)).join(say('、', ', '));
}

function monthTable(found, kept) {
  return keptTable(kept, [section, judged, target, met, aboveTarget, indicators(say('主要污染指标（超Ⅲ类倍数）', 'Main pollution indicators (multiple above class III)')), water],
    found, { caption: say('当月超标断面与项目', 'Sections and items above the limit in the month'), key: row => row.code, sorted: { field: 'water_class', down: true }, tall: true, first: 100 });
}

async function exceedingInMonth(rows, choice, assessed, kept, still) {
  if (!assessed) {
    return [h('h3', {}, say('月评价', 'Months assessed')), h('p', { class: 'nothing' }, say('还没有评价结果。', 'There are no assessments yet.'))];
  }
  const { data, meta } = await assessments({ scope: 'section', month: assessed.shown, ...placeOf(choice), fields: EXCEEDING });
  if (!still()) {
    return null;
  }
  const there = choice.q ? new Set(rows.filter(row => lying(row, choice)).map(row => row.section_code)) : null;
  const asked = there ? data.filter(row => there.has(row.code)) : data;
  const found = asked.filter(row => row.exceeding_parameters?.length || row.main_pollution_indicators?.length || row.target_met === false);
  const classed = asked.filter(row => row.water_class).length;
  const heading = titleOf(say(`${monthName(assessed.shown)}评价`, `Assessed: ${monthName(assessed.shown)}`), assessed);
  if (found.length === 0) {
    return [heading, h('p', { class: 'nothing' }, classed ? say(`${number(classed)} 个有类别的断面中没有超过水质目标或Ⅲ类的。`, `None of the ${number(classed)} sections with a class exceeds its target or class III.`)
      : say('该月没有断面有类别。', 'No section has a class in this month.'))];
  }
  const above = tally(found.map(row => row.exceeding_parameters));
  const worse = tally(found.map(row => row.main_pollution_indicators));
  return [heading, h('p', {}, above ? say(`超过水质目标：${above}。`, `Above the target (number of sections): ${above}. `) : '', worse ? say(`主要污染指标（超Ⅲ类）：${worse}。`, `Main pollution indicators, above class III (number of sections): ${worse}.`) : ''), monthTable(found, kept), noticeOf(meta)];
}

function exceedingNow(rows, choice, kept) {
  const there = rows.filter(row => lying(row, choice));
  const outdated = there.filter(row => row.lagging && row.target_met === false).length;
  const found = there.filter(row => !row.lagging && row.target_met === false);
  const leftOut = outdated ? h('p', { class: 'small faint' }, say(`另有 ${number(outdated)} 个断面劣于水质目标的数据久未更新，未列入。`,
    `${number(outdated)} more ${outdated === 1 ? 'reading' : 'readings'} worse than the target ${outdated === 1 ? 'is' : 'are'} out of date and left out.`)) : null;
  const heading = h('h3', {}, say('最新监测', 'Newest readings'));
  if (found.length === 0) {
    const judgedNow = there.some(row => !row.lagging && row.target_met !== null);
    return [heading, h('p', { class: 'nothing' }, judgedNow ? say('没有断面的最新监测劣于水质目标。', 'No newest reading is worse than its target.') : say('没有可与水质目标比较的监测数据。', 'There is no reading to compare with a target.')), leftOut];
  }
  return [heading, h('p', {}, say(`劣于水质目标的定类项目：${tally(found.map(row => row.limiting_parameters))}。`, `Items that decide a class worse than the target (number of sections): ${tally(found.map(row => row.limiting_parameters))}.`)),
    keptTable(kept, [section, judged, target, deciding, water, sampled], found,
      { caption: say('最新监测劣于水质目标的断面', 'Sections whose newest reading is worse than the target'), key: row => row.section_code, sorted: { field: 'water_class', down: true }, tall: true, first: 100 }), leftOut];
}

export async function exceeding({ rows }, choice, assessed, kept, still) {
  if (rows.length === 0 && !assessed) {
    return empty('还没有数据。', 'There is no data yet.');
  }
  const inMonth = await exceedingInMonth(rows, choice, assessed, kept.month ??= {}, still);
  return inMonth && [...inMonth, ...exceedingNow(rows, choice, kept.now ??= {})];
}
