// A source's monitoring against its limits: which outlet, pollutant, average and span is the reader's choice and in the address.
import { address, get } from './api.js';
import { chart } from './chart.js';
import { h } from './dom.js';
import { date, number, NOTHING } from './format.js';
import { say, titled } from './language.js';
import { statusWord } from './levels.js';
import { empty } from './section.js';
import { languageLink } from './shell.js';
import { beyond, curve, isBelow, isDoubtful, isExceeded, judged, remarks, verdict } from './source-curve.js';
import { when } from './source-fields.js';
import { noticeOf, part } from './source-parts.js';
import { MOST, rowsIn, seriesOf } from './source-series.js';
import { word } from './source-words.js';

const SPANS = [7, 30, 90, 0];
const chosen = { outlet: null, factor: null, averaging: null, days: 30 };

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  ['outlet', 'factor', 'averaging'].forEach(name => { chosen[name] = asked.get(name); });
  const days = Number(asked.get('days') ?? 30);
  chosen.days = SPANS.includes(days) ? days : 30;
}

function toAddress() {
  const url = new URL(location.href);
  Object.entries(chosen).forEach(([name, value]) => url.searchParams.set(name, value));
  history.replaceState(null, '', url);
  languageLink();
}

/** The series that was chosen, as far as it exists; else the nearest one, rather one that is judged. */
function settle(all) {
  const of = (name, among) => {
    const same = among.filter(one => one[name] === chosen[name]);
    const rest = same.length ? same : among.filter(one => one[name] === (among.find(each => each.isJudged) ?? among[0])[name]);
    chosen[name] = rest[0][name];
    return rest;
  };
  return of('averaging', of('factor', of('outlet', all)))[0];
}

function select(name, title, all, among, text, changed) {
  const codes = [...new Map(among.map(one => [one[name], text(one)]))];
  return h('label', {}, title, h('select', { name, onchange: event => { chosen[name] = event.target.value; changed(); } },
    codes.map(([code, label]) => h('option', { value: code, selected: code === chosen[name] }, label))));
}

function span(days, changed) {
  return h('button', { type: 'button', class: 'quiet', 'aria-pressed': String(days === chosen.days), 'data-days': String(days), onclick: () => { chosen.days = days; changed(); } },
    days ? say(`${days} 天`, `${days} days`) : say('全部', 'All'));
}

function choices(all, outlets, changed) {
  const ofOutlet = all.filter(one => one.outlet === chosen.outlet);
  const names = new Map(outlets.map(outlet => [outlet.outlet_code, outlet.name]));
  return [
    select('outlet', say('排放口', 'Outlet'), all, all, one => [one.outlet, names.get(one.outlet)].filter(Boolean).join(' '), changed),
    select('factor', say('污染物', 'Pollutant'), all, ofOutlet, one => one.factorName, changed),
    select('averaging', say('均值', 'Average'), all, ofOutlet.filter(one => one.factor === chosen.factor), one => word('averaging', one.averaging), changed),
    h('div', { class: 'row spans', role: 'group', 'aria-label': say('时段，自最近一次结果往前', 'Span, back from the newest result') }, SPANS.map(days => span(days, changed))),
  ];
}

/** Draws the choices anew and leaves the reader where he was among them. */
function offer(nodes) {
  const box = document.querySelector('[data-choices]');
  const active = box.contains(document.activeElement) ? document.activeElement : null;
  const same = active && (active.name ? `select[name="${active.name}"]` : `[data-days="${active.dataset.days}"]`);
  box.replaceChildren(...nodes);
  if (same) {
    box.querySelector(same)?.focus({ preventScroll: true });
  }
}

let words;
/** What the dataset says of its flags. */
function flagWords() {
  words ??= get('/datasets/sources-monitoring/columns.json').then(answer => new Map((answer.tableSchema.columns.find(column => column.name === 'flags')['schema:valueReference'] ?? [])
    .map(one => [one['schema:value'], titled(Object.fromEntries(one['schema:description'].map(each => [each['@language'], each['@value']])))])), () => new Map());
  return words;
}

function columnsOf(isInstant, said) {
  return [
    { field: 'observed_at', title: isInstant ? say('时间', 'Time') : say('时段结束', 'End of the period'), head: true, cell: row => when(row.observed_at) },
    { field: 'measured_value', title: say('实测值', 'Measured'), number: true, cell: row => number(row.measured_value) },
    { field: 'corrected_value', title: say('折算值', 'Corrected'), number: true, cell: row => number(row.corrected_value) },
    { field: 'judged_on', title: say('判定', 'Judged on'), cell: row => row.judged_on && word('judged_on', row.judged_on) },
    { field: 'limit_low', title: say('下限', 'Low'), number: true, cell: row => number(row.limit_low) },
    { field: 'limit_high', title: say('上限', 'High'), number: true, cell: row => number(row.limit_high) },
    { field: 'limit_averaging', title: say('限值均值', 'Limit of'), cell: row => row.limit_averaging && word('averaging', row.limit_averaging) },
    { field: 'unit', title: say('单位', 'Unit') },
    { field: 'compliant', title: say('判定结果', 'Verdict'), cell: verdict, value: row => row.compliant === null ? null : String(row.compliant) },
    { field: 'exceedance_multiple', title: say('超标倍数', 'Multiple'), number: true, cell: row => number(row.exceedance_multiple) },
    { field: 'flags', title: say('说明', 'Remarks'), cell: row => remarks(row, said).join(say('；', '; ')) || NOTHING, value: row => remarks(row, said).join() || null },
    { field: 'monitoring_type', title: say('监测', 'Monitored by'), cell: row => `${word('monitoring_type', row.monitoring_type)} · ${word('monitoring_mode', row.monitoring_mode)}`, value: row => row.monitoring_type },
    { field: 'limit_standard', title: say('限值依据', 'Limit set by') },
    { field: 'data_status', title: say('审核', 'Review'), cell: row => statusWord(row.data_status) },
  ];
}

const made = new Map();

/** The same columns as long as they are the same, so that the table behind stays sorted as it is. */
function tableColumns(series, said) {
  const isInstant = series.averaging === 'instant';
  if (!made.has(isInstant)) {
    made.set(isInstant, columnsOf(isInstant, said));
  }
  return made.get(isInstant);
}

function summaryOf(rows, unit) {
  const valid = rows.filter(row => row.valid && judged(row) !== null).map(judged);
  const span = `${date(rows[0].observed_at)} – ${date(rows.at(-1).observed_at)}`;
  const [low, high] = valid.length ? [Math.min(...valid), Math.max(...valid)].map(number) : [];
  const range = low ? say(`，有效值 ${low} 至 ${high}${unit && ` ${unit}`}`, `, valid ones from ${low} to ${high}${unit && ` ${unit}`}`) : '';
  const count = chosenRows => number(rows.filter(chosenRows).length);
  const [exceed, comply, open, doubtful, below] = [isExceeded, row => row.compliant === true, row => row.compliant === null, isDoubtful, isBelow].map(count);
  return say(`${span}：${number(rows.length)} 个结果${range}。超标 ${exceed} 个，达标 ${comply} 个，未判定 ${open} 个；无效 ${doubtful} 个，未检出 ${below} 个。`,
    `${span}: ${number(rows.length)} results${range}. ${exceed} exceed the limit, ${comply} comply, ${open} are not judged; ${doubtful} are not valid, ${below} below detection.`);
}

/** A limit judges its own average only: that there is none of this one must not read as if nothing were exceeded. */
function withoutLimit(rows) {
  return rows.some(row => row.limit_low !== null || row.limit_high !== null) ? null
    : h('p', { class: 'small faint' }, say('这种均值没有限值可比，因此不作判定；可换一种均值。', 'There is no limit of this average, so nothing is judged; another average may have one.'));
}

/** Values of another unit are never drawn on the same axis: those of the newest row's are. */
function ofOneUnit(rows) {
  const unit = rows.findLast(row => judged(row) !== null)?.unit ?? rows.at(-1).unit;
  return { unit: unit ?? '', rows: rows.filter(row => row.unit === unit || judged(row) === null), others: rows.filter(row => row.unit !== unit && judged(row) !== null).length };
}

function csvOf(source, series) {
  return address('/sources/monitoring', { source, outlet: series.outlet, factor: series.factor, averaging: series.averaging, format: 'csv' });
}

let figure = null;

/** One figure for all series, so that its table stays open. */
function figureOf(spec) {
  if (figure) {
    figure.show(spec);
  } else {
    figure = chart(spec);
  }
  return figure;
}

/** All that is needed has been asked for, so that nothing is waited for between the answer and the figure, which all series share. */
function drawn({ answer, series, said, name }, source) {
  const { rows, unit, others } = ofOneUnit(answer.rows);
  const text = summaryOf(rows, unit);
  const plain = iso => when(iso).textContent;
  return [
    noticeOf(answer.notice),
    h('p', { 'data-field': 'summary' }, text),
    withoutLimit(rows),
    others ? h('p', { class: 'small faint' }, say(`另有 ${others} 个结果用其他单位报送，未画在图上，见下载。`, `${others} more results came in another unit and are not drawn; the download has them.`)) : null,
    answer.isCut ? h('p', { class: 'small faint' }, say(`只显示最近 ${number(MOST)} 个结果，全部见下载。`, `Only the newest ${number(MOST)} results are shown; the download has all.`)) : null,
    figureOf({ title: `${name} ${series.outlet} ${series.factorName} ${word('averaging', series.averaging)}`, summary: text, height: 360, option: curve(rows, series.averaging, unit, said, plain),
      columns: tableColumns(series, said), rows: [...rows].reverse() }),
    beyond(rows) ? h('p', { class: 'small faint' }, say(`${beyond(rows)} 个无效值超出图幅，标在上沿，数值见数据表。`,
      `${beyond(rows)} values that are not valid lie above the chart and are marked at its edge; the table has them.`)) : null,
    h('p', { class: 'small' }, h('a', { href: csvOf(source, series), download: true }, say('下载这一系列的全部结果（CSV）', 'Download all results of this series (CSV)'))),
  ];
}

/** Asks again only after some minutes: a series that begins is rarer than its results. */
function lately(ask) {
  let asked = null;
  let at = 0;
  return () => {
    if (!asked || Date.now() - at > 5 * 60_000) {
      at = Date.now();
      asked = ask();
      asked.catch(() => { asked = null; });
    }
    return asked;
  };
}

/** The part of a source's monitoring; `row` gives what the register says, `name` what the source is called. */
export function monitoring(source, row, name) {
  fromAddress();
  let shown;
  const series = lately(async () => seriesOf(source, await row()));
  const ask = async () => {
    const registered = await row();
    if (!registered) {
      return null;
    }
    const all = await series();
    if (all.length === 0) {
      return null;
    }
    const one = settle(all);
    offer(choices(all, registered.outlets, () => { settle(all); toAddress(); shown.show(); }));
    const [answer, said, called] = await Promise.all([rowsIn(source, one, chosen.days), flagWords(), name()]);
    return { series: one, answer, said, name: called };
  };
  shown = part('monitoring', async () => ({ found: await ask() }), ({ found }, section) => {
    if (!found || found.answer.rows.length === 0) {
      return empty('没有公开的监测结果。', 'No monitoring result has been published.');
    }
    section.dataset.asOf = found.answer.rows.at(-1).observed_at;
    return drawn(found, source);
  });
  return shown;
}
