// How to cite exactly this state of a dataset: the address in it gives the same rows next year.
import { get } from './api.js';
import { requestUrl } from './data-code.js';
import { codeBlock } from './data-copy.js';
import { licenceName } from './data-catalogue.js';
import { h } from './dom.js';
import { localDate } from './format.js';
import { say } from './language.js';

/** The state now, or that which the query names itself. */
async function state(dataset, columns, asOf) {
  const { meta } = await get(dataset.path, { limit: 1, fields: columns.find(one => one.key)?.name, as_of: asOf });
  return { revision: meta.revision, asOf: meta.as_of };
}

/** GB/T 7714-2015 in Chinese (DS/OL: a dataset on line), the usual form of data citations in English. */
function citation(dataset, at, url) {
  const today = localDate(Date.now());
  const day = at.asOf ? localDate(at.asOf) : '';
  return say(`${dataset.rights}. ${dataset.title}（${dataset.id}）[DS/OL]. 修订号 ${at.revision}. (${day})[${today}]. ${url}`,
    `${dataset.rights} (${day.slice(0, 4)}). ${dataset.title} (${dataset.id}), revision ${at.revision} of ${at.asOf} [Data set]. ${licenceName(dataset.licence)}. Accessed ${today}. ${url}`);
}

/** Half a revision's number is no question. */
const WRITING = 300;

/** {element, update()}; `query()` is what the form asks now; null before anything was published. */
export async function cite(dataset, columns, query) {
  const newest = await state(dataset, columns);
  if (!newest.revision) {
    return null;
  }
  const block = codeBlock(say('引用格式', 'Citation'), '', 'citation');
  const states = new Map(); // asked once each
  let turn = 0;

  async function update() {
    const mine = ++turn;
    const { count, cursor, bom, ...asked } = query();
    let at = newest;
    if (asked.as_of) {
      await new Promise(written => { setTimeout(written, WRITING); });
      if (mine !== turn) {
        return;
      }
      states.set(asked.as_of, states.get(asked.as_of) ?? state(dataset, columns, asked.as_of));
      at = await states.get(asked.as_of).catch(() => newest); // one that is wrong is told by "try it"
    }
    if (mine === turn) {
      block.set(citation(dataset, at, requestUrl(dataset, { ...asked, as_of: `revision:${at.revision}` })));
    }
  }

  await update();
  return { update, element: [
    h('p', { class: 'small' }, say('引用此刻的数据；as_of 使同一地址以后仍给出相同的行', 'Cites the data as it is now; by as_of the same address gives the same rows later on'),
      columns.some(one => one.name === 'withdrawn_at') ? say('，此后撤下的除外。', ', but for what is withdrawn since.') : say('。', '.')),
    block.element,
  ] };
}
