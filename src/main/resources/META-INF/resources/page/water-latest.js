// The sections with their newest readings: in a sentence, on the map, in a table.
import { everything } from './api.js';
import { h } from './dom.js';
import { age, number, NOTHING, percentOf } from './format.js';
import { language, say, worded } from './language.js';
import { filled, waterClass, waterClasses, waterClassFacts } from './levels.js';
import { fitting, lying, OUTDATED, standing, standingWord, UNCLASSED } from './water-choice.js';
import { deciding, hrefOf, judged, keptTable, met, sampled, section, target, water } from './water-columns.js';
import { classColors, isStanding, itemWithUnit, MEASURED, timedWithAge, valueCell, when, wordOf } from './water-words.js';
import { empty } from './section.js';
import { pointMap } from './point-map.js';
import { once } from './water-asked.js';

const FACTS = 'section_code,name,province,basin,river,waterbody,target_class,longitude,latitude';
const MOST_ASKED = 50;
/** Rows of the table before all are asked for: what is laid out without a pause. */
const FIRST = 200;

/** What a feed last said of the stations that have sent nothing. */
async function statesOf(silent) {
  if (silent.length === 0 || silent.length > MOST_ASKED) {
    return {};
  }
  const told = await everything('/water/states', { section: silent.map(row => row.section_code), order: 'desc' }, 1000);
  return Object.fromEntries(told.data.reverse().map(one => [one.section_code, one.station_state]));
}

/** Every section of the register, with its newest reading where there is one. */
export function sectionsNow() {
  return once('sections now', joined);
}

/** How far behind the newest of all a reading may be, where every one is old: three samplings. */
const BEHIND = 12 * 3_600_000;

/**
 * Tells the readings that are too old to stand beside the others. Where all are old the page says so above them, and they are compared
 * with the newest of them.
 */
function lagging(rows) {
  const newest = Math.max(...rows.map(row => Date.parse(row.sampled_at)));
  const behind = rows.every(row => row.stale) ? row => newest - Date.parse(row.sampled_at) > BEHIND : row => row.stale === true;
  return rows.map(row => ({ ...row, lagging: behind(row) }));
}

async function joined() {
  const [register, newest] = await Promise.all([everything('/water/sections', { fields: FACTS }), everything('/water/latest')]);
  const heard = new Set(newest.data.map(row => row.section_code));
  const silent = register.data.filter(row => !heard.has(row.section_code));
  const states = await statesOf(silent);
  return { rows: [...lagging(newest.data), ...silent.map(row => ({ ...row, silent: true, water_class: null, target_met: null, station_state: states[row.section_code] ?? null }))], meta: newest.meta };
}

function newestOf(rows) {
  return rows.reduce((newest, row) => row.sampled_at && Date.parse(row.sampled_at) > Date.parse(newest ?? 0) ? row.sampled_at : newest, null);
}

function percent(part, whole) {
  return `${number(percentOf(part, whole))} %`;
}

function sentence({ all, heard, classed, good, missed, aimed, outdated }) {
  const share = classed ? percent(good, classed) : null;
  return h('p', { class: 'lead' },
    say('在册断面 ', ''), h('strong', { 'data-field': 'sections' }, number(all)), say(' 个，有自动监测数据 ', ' sections in the register, '), number(heard), say(' 个。', ' with automatic readings. '),
    share ? [say('有类别的 ', 'Of the '), h('span', { 'data-field': 'sections_classed' }, number(classed)), say(' 个断面中，Ⅰ～Ⅲ类占 ', ' that have a class, '),
      h('strong', { 'data-field': 'share_i_to_iii' }, share), say('。', ' are of class I to III. ')] : say('目前没有断面有水质类别。', 'No section has a class at present. '),
    aimed ? [say('未达到水质目标的 ', ''), h('strong', { 'data-field': 'missed' }, number(missed)), say(` 个（可判定 ${number(aimed)} 个）。`, ` of ${number(aimed)} with a target and a class miss their target. `)] : null,
    outdated ? say(`另有 ${number(outdated)} 个断面的数据久未更新，未计入。`, `The readings of ${number(outdated)} more ${outdated === 1 ? 'section' : 'sections'} are out of date and left out.`) : null);
}

/** How many sections of each class, as one bar and as the choice of a class. */
function distribution(rows, choice, colorOf, choose) {
  const counts = [...waterClasses, UNCLASSED, OUTDATED].map(name => ({ name, count: rows.filter(row => standing(row) === name).length }))
    .filter(one => one.name !== OUTDATED || one.count || choice.class === OUTDATED);
  const current = counts.filter(one => one.count && one.name !== OUTDATED);
  const sum = current.reduce((all, one) => all + one.count, 0);
  return [
    sum === 0 ? null : h('div', { class: 'shares', 'aria-hidden': 'true' }, current.map(one => h('span', { class: `share-${one.name}`,
      style: { 'flex-grow': one.count, ...filled(colorOf(one.name)) } }, one.count / sum > 0.05 ? waterClassFacts(one.name)?.short ?? '' : ''))),
    h('ul', { class: 'class-counts' }, counts.map(one => h('li', { 'data-key': one.name }, h('button', { type: 'button', class: 'quiet', 'aria-pressed': String(choice.class === one.name), onclick: () => choose(choice.class === one.name ? '' : one.name) },
      h('span', { class: one.name === OUTDATED ? 'swatch none' : 'swatch', style: filled(colorOf(one.name)) }), standingWord(one.name), ' ', h('strong', { 'data-field': 'sections' }, number(one.count)))))),
  ];
}

/** `choose` is called with a class that is wanted alone, or with '' for all. */
export async function summary({ rows, meta }, choice, part, choose) {
  if (rows.length === 0) {
    return empty('登记中还没有断面。', 'There is no section in the register yet.');
  }
  const there = rows.filter(row => lying(row, choice));
  const heard = there.filter(row => row.sampled_at);
  const newest = newestOf(heard);
  part.dataset.asOf = newest ?? '';
  if (there.length === 0) {
    return empty('没有符合条件的断面。', 'No section matches the choice.');
  }
  const outdated = heard.filter(row => row.lagging).length;
  const classed = heard.filter(row => row.water_class && !row.lagging);
  const aimed = classed.filter(row => row.target_met !== null);
  return [
    newest && heard.every(row => row.stale) ? h('p', { class: 'notice' }, say(`最新数据是 ${age(newest)}的（${when(newest)}），不代表现在的水质。`, `The newest reading is from ${age(newest)} (${when(newest)}): it does not tell of the water now.`)) : null,
    sentence({ all: there.length, heard: heard.length, classed: classed.length, good: classed.filter(row => ['I', 'II', 'III'].includes(row.water_class)).length,
      missed: aimed.filter(row => !row.target_met).length, aimed: aimed.length, outdated }),
    heard.length ? distribution(there, choice, classColors(rows), choose) : null,
    h('p', { class: 'small faint' }, newest ? [say('最新监测：', 'Newest reading: '), timedWithAge(newest), say('。', '. ')] : say('还没有自动监测数据。', 'There is no automatic reading yet. '),
      meta.notice ? h('span', { 'data-field': 'notice' }, meta.notice[language]) : null),
  ];
}

/** What stands on the mark of a section whose reading is old. */
const OLD = say('旧', 'old');

function legend(colorOf) {
  const shape = (standing, word) => h('li', {}, h('span', { class: standing ? 'swatch hollow' : 'swatch hollow round' }), word);
  return h('ul', { class: 'legend' }, waterClasses.map(name => waterClassFacts(name)).map(facts => h('li', {}, h('span', { class: 'swatch wide', style: filled(colorOf(facts.name)) }, facts.short),
    facts.name === 'inferior_V' ? `${facts.word} · ${facts.grade}` : facts.grade)), h('li', {}, h('span', { class: 'swatch wide none' }, '–'), standingWord(UNCLASSED)),
    h('li', {}, h('span', { class: 'swatch wide none' }, OLD), standingWord(OUTDATED)),
  shape(false, say('河流', 'River')), shape(true, say('湖库', 'Lake or reservoir')));
}

/** Name, class, target and time of a section in words. */
function told(row) {
  const judged = row.water_class ? `${waterClass(row.water_class)} (${worded(row, 'category')})` : say('无类别', 'no class');
  const target = row.target_class ? say(`目标${waterClass(row.target_class)}`, `target ${waterClass(row.target_class)}`) : say('无目标', 'no target');
  const met = row.target_met === null ? '' : row.target_met ? say('，达到', ', met') : say('，未达到', ', missed');
  return `${row.name}: ${row.lagging ? say('旧数据，', 'old reading, ') : ''}${judged}; ${target}${met}; ${row.sampled_at ? when(row.sampled_at) : say('无自动监测数据', 'no automatic reading')}`;
}

export async function sectionMap({ rows }, choice, kept, still) {
  const shown = rows.filter(row => fitting(row, choice));
  if (shown.length === 0) {
    return empty('没有可显示的断面。', 'There is no section to show.');
  }
  const title = say('各断面水质类别', 'Class of the water at every section');
  const points = shown.map(pointOf);
  const places = points.map(point => point.key).join();
  if (kept.places === places) {
    kept.figure.show?.(points);
  } else { // other places are another picture, which shows all of them
    const figure = await pointMap({ title, legend: legend(classColors(rows)), points, least: 0.5 });
    if (!still()) {
      return null;
    }
    Object.assign(kept, { figure, places });
  }
  return kept.figure;
}

function pointOf(row) {
  return { key: row.section_code, longitude: row.longitude, latitude: row.latitude, color: row.water_class && !row.lagging ? row.color : null,
    label: row.lagging ? OLD : waterClassFacts(row.water_class)?.short ?? '–', shape: isStanding(row) ? 'square' : 'circle', href: hrefOf(row.section_code), title: told(row) };
}

const old = words => h('span', { class: 'faint' }, words, say('（旧）', ' (old)'));
/** What is old has no colour here either, and comes last. */
const judgedNow = { ...judged, cell: row => row.lagging && row.water_class ? old(waterClass(row.water_class)) : judged.cell(row), value: row => row.lagging ? null : judged.value(row) };
const metNow = { ...met, cell: row => row.lagging && row.target_met !== null ? old(row.target_met ? say('达到', 'Met') : say('未达到', 'Missed')) : met.cell(row), value: row => row.lagging ? null : met.value(row) };

function columnsFor(rows, meta) {
  const measured = MEASURED.filter(column => rows.some(row => row[column] !== null && row[column] !== undefined));
  const provinces = new Set(rows.map(row => row.province)).size > 1;
  return [
    section, judgedNow, target, metNow, deciding,
    provinces ? { field: 'province', title: say('省份', 'Province'), cell: row => row.province ?? NOTHING } : null,
    water,
    ...measured.map(column => ({ field: column, title: itemWithUnit(column, meta.units), number: true, cell: row => valueCell(row, column) })),
    { field: 'station_state', title: say('站点状态', 'Station'), cell: row => wordOf(row.station_state) },
    sampled,
  ].filter(Boolean);
}

/** The line stays, so that a screen reader tells how many there are of another choice; of the same number it says nothing again. */
function tell(line, count) {
  const words = say(`${number(count)} 个断面`, count === 1 ? '1 section' : `${number(count)} sections`);
  if (line.textContent !== words) {
    line.textContent = words;
  }
}

export async function sectionTable({ rows, meta }, choice, part, kept) {
  const shown = rows.filter(row => fitting(row, choice));
  tell(part.querySelector('[role="status"]'), shown.length);
  if (shown.length === 0) {
    return rows.length ? empty('没有符合条件的断面。', 'No section matches the choice.') : empty('登记中还没有断面。', 'There is no section in the register yet.');
  }
  return [shown.some(row => row.flags?.length) ? h('p', { class: 'small faint' }, say('* 表示该值带有标记，见断面页。', '* marks a value with a flag, told on the section’s page.')) : null,
    keptTable(kept, columnsFor(shown, meta), shown, { caption: say('各断面最新监测数据', 'Newest reading of every section'), key: row => row.section_code,
      sorted: { field: 'water_class', down: true }, tall: true, first: FIRST })];
}
