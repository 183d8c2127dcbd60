// Columns that several tables of the page of water have, and what keeps tables and charts when the page is drawn again.
import { h } from './dom.js';
import { chart } from './chart.js';
import { NOTHING } from './format.js';
import { say } from './language.js';
import { waterClass, waterClasses } from './levels.js';
import { addressWith } from './water-choice.js';
import { table } from './table.js';
import { classCell, indicatorsOf, itemsWords, metCell, timed, wordOf } from './water-words.js';

/** A section's own view; what was chosen stays in the address for the way back. */
export function hrefOf(code) {
  return addressWith({ section: code });
}

/** Classes are sorted from the best to the worst. */
export const rank = field => row => row[field] ? waterClasses.indexOf(row[field]) : null;

const placed = row => [row.basin, row.river].filter(Boolean).join(' · ') || NOTHING;
/** A list of items. */
export const items = (field, title) => ({ field, title, cell: row => itemsWords(row[field]) || NOTHING, value: row => itemsWords(row[field]) || null });

export const section = { field: 'name', title: say('断面', 'Section'), head: true, cell: row => h('a', { href: hrefOf(row.section_code ?? row.code) }, row.name) };
export const water = { field: 'river', title: say('流域 · 水体', 'Basin · water'), cell: placed, value: placed };
export const judged = { field: 'water_class', title: say('类别', 'Class'), cell: row => classCell(row), value: rank('water_class') };
export const target = { field: 'target_class', title: say('目标', 'Target'), cell: row => waterClass(row.target_class) ?? NOTHING, value: rank('target_class') };
export const met = { field: 'target_met', title: say('达到目标', 'Target met'), cell: metCell, value: row => row.target_met === null ? null : Number(row.target_met) };
export const deciding = items('limiting_parameters', say('定类项目', 'Deciding items'));
export const aboveTarget = items('exceeding_parameters', say('超目标项目（倍数）', 'Above the target (multiple)'));
export const sampled = { field: 'sampled_at', title: say('采样时间', 'Sampled'), cell: row => row.sampled_at ? timed(row.sampled_at) : h('span', { class: 'faint' }, say('无自动监测数据', 'No automatic reading')) };
export const change = { field: 'change', title: say('与上月相比', 'Against the month before'), cell: row => wordOf(row.change) };
export const changeInYear = { field: 'change_last_year', title: say('与上年同月相比', 'Against the same month last year'), cell: row => wordOf(row.change_last_year) };

/** Above class III; `title` says of what the figure behind each item is. */
export function indicators(title) {
  return { field: 'main_pollution_indicators', title, cell: indicatorsOf, value: indicatorsOf };
}

/** A table of the part that is drawn again: the same one with other rows, as long as its columns are the same. */
export function keptTable(kept, columns, rows, options) {
  const sign = columns.map(column => column.field).join();
  if (kept.sign === sign) {
    kept.element.show(rows);
  } else {
    Object.assign(kept, { sign, element: table(columns, rows, options) });
  }
  return kept.element;
}

/** The same of a chart; its table stays sorted and open, as its columns stay those of the first time. */
export function keptChart(kept, figure) {
  if (kept.element) {
    kept.element.show({ ...figure, columns: kept.columns });
  } else {
    Object.assign(kept, { columns: figure.columns, element: chart(figure) });
  }
  return kept.element;
}
