// What one assessed month says of whole waters: basins and rivers, lakes, the sources of drinking water.
import { h } from './dom.js';
import { number, NOTHING } from './format.js';
import { say, worded } from './language.js';
import { filled, reasonFor, waterClass } from './levels.js';
import { placeOf } from './water-choice.js';
import { assessments } from './water-asked.js';
import { shownIf } from './water-follow.js';
import { titleOf } from './water-assessed.js';
import { change, changeInYear, indicators, items, judged, keptTable, met, rank, section, target } from './water-columns.js';
import { classCell, monthName, wordOf } from './water-words.js';

async function monthOf(assessed, query) {
  return assessed ? (await assessments({ month: assessed.shown, ...query })).data : [];
}

/** Their quality goes by the shares of the classes where there are five sections or more, and has no class then. */
function quality(row) {
  const words = worded(row, 'quality');
  return words ? h('span', { class: 'class' }, h('span', { class: 'swatch', style: filled(row.color) }), words) : h('span', { class: 'faint' }, reasonFor(row, 'water_class') ?? NOTHING);
}

const ORDER = ['excellent', 'good', 'light_pollution', 'moderate_pollution', 'heavy_pollution'];

function waterColumns(rivers) {
  return [{ field: 'name', title: rivers ? say('河流', 'River') : say('流域', 'Basin'), head: true },
    { field: 'quality', title: say('水质状况', 'Quality'), cell: quality, value: row => row.quality ? ORDER.indexOf(row.quality) : null },
    rivers ? { ...judged, cell: row => row.water_class || !row.quality ? classCell(row) : say('按比例', 'by shares') } : null,
    { field: 'sections', title: say('有类别断面', 'Sections with a class'), number: true, cell: row => say(`${number(row.sections)} / ${number(row.sections_expected)}`, `${number(row.sections)} of ${number(row.sections_expected)}`) },
    { field: 'share_i_to_iii', title: say('Ⅰ～Ⅲ类', 'Class I to III'), number: true, cell: row => share(row, 'share_i_to_iii') },
    { field: 'share_inferior_v', title: say('劣Ⅴ类', 'Inferior to V'), number: true, cell: row => share(row, 'share_inferior_v') },
    indicators(say('主要污染指标', 'Main pollution indicators')), change, changeInYear].filter(Boolean);
}

/** The basins; the rivers of the one that is chosen. A province has neither for itself. */
export async function basinsAndRivers(choice, assessed, part, kept, still) {
  const rivers = Boolean(choice.basin || choice.river);
  const asking = choice.province ? [] : monthOf(assessed, { scope: rivers ? 'river' : 'basin', basin: choice.basin, river: choice.river });
  return shownIf(part, asking, still, found => [titleOf(monthName(assessed.shown), assessed), keptTable(kept, waterColumns(rivers), found,
    { caption: say('流域与河流水质状况', 'Quality of basins and rivers'), key: row => row.code, sorted: { field: 'quality', down: true }, tall: true, first: 100 })]);
}

const share = (row, field) => row[field] === null ? NOTHING : `${number(row[field])} %`;

/** By city, as it is published: by number and by the water taken. */
function cityTable(cities, kept) {
  return [h('h3', {}, say('各城市达标率', 'Share that complies, by city')),
    keptTable(kept, [{ field: 'code', title: say('城市', 'City'), head: true, cell: row => row.name ?? row.code },
      { field: 'sources', title: say('水源个数', 'Sources'), number: true, cell: row => number(row.sources) },
      { field: 'sources_judged', title: say('可判定', 'Judged'), number: true, cell: row => number(row.sources_judged) },
      { field: 'sources_met', title: say('达标', 'Comply'), number: true, cell: row => number(row.sources_met) },
      { field: 'compliance_by_number', title: say('水源达标率', 'By number'), number: true, cell: row => share(row, 'compliance_by_number') },
      { field: 'compliance_by_volume', title: say('水量达标率', 'By water taken'), number: true, cell: row => share(row, 'compliance_by_volume') }],
    cities, { caption: say('各城市饮用水水源达标率', 'Share of the sources of drinking water that comply, by city'), key: row => row.code, tall: true, first: 100 })];
}

function sourceTable(found, kept) {
  return keptTable(kept, [{ ...section, title: say('水源', 'Source') }, { field: 'river', title: say('水体', 'Water'), cell: row => row.river ?? NOTHING },
    { field: 'compliance', title: say('是否达标', 'Compliance'), cell: row => row.compliance === 'exceeded' ? h('strong', { class: 'missed' }, wordOf(row.compliance)) : wordOf(row.compliance) },
    items('exceeding_parameters', say('超标项目（倍数）', 'Exceeding (multiple)')),
    items('undetermined_items', say('无法判定的项目', 'Not to be judged')),
    items('reference_exceeding', say('单独评价超标', 'Exceeding, evaluated apart')),
    { field: 'compliance_last_period', title: say('上月', 'Month before'), cell: row => wordOf(row.compliance_last_period) },
    { field: 'compliance_last_year', title: say('上年同月', 'Same month last year'), cell: row => wordOf(row.compliance_last_year) }],
  found, { caption: say('饮用水水源达标情况', 'Compliance of the sources of drinking water'), key: row => row.code, tall: true, first: 100 });
}

export async function drinkingSources(choice, assessed, part, kept, still) {
  const wide = !choice.province && !choice.basin && !choice.river; // cities are not a part of a basin
  const both = Promise.all([monthOf(assessed, { scope: 'drinking_source', ...placeOf(choice) }), wide ? monthOf(assessed, { scope: 'drinking_source_city' }) : []]);
  return shownIf(part, both.then(([sources]) => sources), still, async found => {
    const [, cities] = await both;
    const count = result => found.filter(row => row.compliance === result).length;
    return [titleOf(monthName(assessed.shown), assessed),
      h('p', {}, say(`${found.length} 个水源：达标 ${count('met')} 个，超标 ${count('exceeded')} 个，无法判定 ${count('undetermined')} 个。`,
        `${found.length} ${found.length === 1 ? 'source' : 'sources'}: ${count('met')} complying, ${count('exceeded')} exceeding, ${count('undetermined')} not to be judged.`)),
      sourceTable(found, kept.sources ??= {}), cities.length ? cityTable(cities, kept.cities ??= {}) : null];
  });
}

function lakeColumns() {
  return [{ field: 'name', title: say('湖库', 'Lake'), head: true }, { field: 'basin', title: say('流域', 'Basin') }, judged, target, met,
    { field: 'tli', title: say('综合营养状态指数', 'Trophic level index'), number: true, cell: row => number(row.tli) },
    { field: 'trophic_state', title: say('营养状态', 'Trophic state'), cell: row => row.trophic_state ? wordOf(row.trophic_state) : h('span', { class: 'faint' }, reasonFor(row, 'trophic_state') ?? NOTHING) },
    { field: 'tli_items', title: say('指数所含项目', 'Items in the index'), number: true, cell: row => row.tli_items === null ? NOTHING : say(`${row.tli_items} / 5 项`, `${row.tli_items} of 5`) },
    { field: 'tn_class', title: say('总氮单独评价', 'Nitrogen by itself'), cell: row => waterClass(row.tn_class) ?? NOTHING, value: rank('tn_class') }];
}

export async function lakes(choice, assessed, part, kept, still) {
  const asking = choice.province ? [] : monthOf(assessed, { scope: 'lake', basin: choice.basin, river: choice.river });
  return shownIf(part, asking, still, found => [titleOf(monthName(assessed.shown), assessed), keptTable(kept, lakeColumns(), found,
    { caption: say('湖库水质与营养状态', 'Class and trophic state of lakes'), key: row => row.code, sorted: { field: 'tli', down: true }, tall: true, first: 100 })]);
}
