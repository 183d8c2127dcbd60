// The datasets: all of them, or with ?dataset= one, with what it takes to read, download and cite it.
import { shell } from './shell.js';
import { get } from './api.js';
import { cadence, covered, entry, licenceName, stamp, text } from './data-catalogue.js';
import { columnsOf, columnTable } from './data-columns.js';
import { archives } from './data-archives.js';
import { cite } from './data-cite.js';
import { documentation } from './data-documentation.js';
import { gaps } from './data-gaps.js';
import { knownGaps, rateElsewhere } from './data-known-gaps.js';
import { list } from './data-list.js';
import { queryBuilder } from './data-query.js';
import { h } from './dom.js';
import { NOTHING } from './format.js';
import { say } from './language.js';
import { once } from './once.js';
import { empty, fill, ready } from './section.js';

shell('数据', 'Data');
const asked = new URLSearchParams(location.search).get('dataset');

function reveal(names) {
  document.querySelectorAll('.part[data-section]').forEach(part => { part.hidden = !names.includes(part.dataset.section); });
}

function fact(term, ...value) {
  return [h('dt', {}, term), h('dd', {}, value)];
}

/** What stands where no times are covered. */
function reach(dataset) {
  return dataset.resolution ? say('还没有数据', 'no data yet') : say('当前登记或最新数据', 'the register, or the newest data');
}

async function facts(dataset) {
  const publisher = text((await dataset.described())['dc:publisher']);
  const address = `/api/v1/datasets/${dataset.id}`;
  return [
    h('p', {}, dataset.description),
    h('dl', { class: 'facts' },
      fact(say('编号', 'Id'), h('code', {}, dataset.id)),
      fact(say('频次', 'New data'), h('span', { 'data-field': 'cadence' }, cadence(dataset))),
      fact(say('时间范围', 'Covers'), h('span', { 'data-field': 'covered' }, covered(dataset) ?? reach(dataset))),
      fact(say('最近变更', 'Newest change'), h('span', { 'data-field': 'modified', 'data-value': dataset.modified }, stamp(dataset.modified) ?? NOTHING)),
      fact(say('许可', 'Licence'), h('a', { href: dataset.licence, rel: 'license' }, licenceName(dataset.licence))),
      fact(say('署名', 'Attribution'), dataset.rights),
      publisher ? fact(say('发布', 'Publisher'), publisher) : [],
      fact(say('机器可读', 'For machines'), h('a', { href: address }, 'DCAT'), ' · ', h('a', { href: `${address}/columns.json` }, 'CSVW'))),
  ];
}

/** Of hours the rate and the gaps themselves; of every dataset what is known to be missing. */
async function gapsOf(dataset, columns) {
  const counted = dataset.id !== 'air-hourly' ? [rateElsewhere(dataset)] : dataset.from ? gaps(dataset) : [h('p', {}, reach(dataset))];
  return [...await counted, ...knownGaps(dataset, await columns())];
}

/** The parts beside the entry, each for itself. */
function parts(dataset) {
  const columns = once(async () => columnsOf(await dataset.described()));
  const builder = once(async () => queryBuilder(dataset, await columns()));
  const citing = async () => {
    const [known, made] = await Promise.all([columns(), builder()]);
    const cited = await cite(dataset, known, made.query);
    if (!cited) {
      return empty('还没有发布过数据，无可引用。', 'Nothing has been published yet that could be cited.');
    }
    made.onChange(cited.update);
    return cited.element;
  };
  const loads = {
    query: async () => (await builder()).element,
    cite: citing,
    columns: async () => columnTable(await columns()),
    archives: () => archives(dataset),
    gaps: () => gapsOf(dataset, columns),
  };
  reveal(['entry', ...Object.keys(loads)]);
  return Object.entries(loads).map(([name, load]) => fill(name, load));
}

async function opened(id) {
  const address = `/datasets/${encodeURIComponent(id)}`;
  const described = once(() => get(`${address}/columns.json`));
  described().catch(() => {}); // asked beside the entry; who needs it tells of its failure
  return { ...entry(await get(address)), described };
}

/** Without the entry nothing else can be shown: its part says why. */
async function one(id) {
  document.querySelector('[data-all]').hidden = false;
  reveal(['entry']);
  let others = [];
  await fill('entry', async () => {
    let dataset;
    try {
      dataset = await opened(id);
    } catch (problem) {
      if (problem.status === 404) {
        return empty('没有这个数据集。', 'There is no such dataset.');
      }
      throw problem;
    }
    document.querySelector('h1').textContent = dataset.title;
    document.title = `${dataset.title} · ${document.title}`;
    others = parts(dataset);
    return facts(dataset);
  });
  return Promise.allSettled(others);
}

function all() {
  reveal(['datasets', 'documentation']);
  return Promise.allSettled([fill('datasets', list), fill('documentation', documentation)]);
}

ready([asked ? one(asked) : all()]);
