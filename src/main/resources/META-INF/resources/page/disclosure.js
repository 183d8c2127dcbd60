// The catalogue with its clock: what was due, when it came, what changed last.
import { shell } from './shell.js';
import { catalogue } from './data-catalogue.js';
import { changes } from './disclosure-changes.js';
import { clockTable, restTable } from './disclosure-clock.js';
import { records } from './disclosure-records.js';
import { documentation } from './data-documentation.js';
import { h } from './dom.js';
import { follow } from './live.js';
import { say } from './language.js';
import { once } from './once.js';
import { fill, ready, refresh } from './section.js';

shell('公开目录', 'Disclosure');

let known = once(catalogue);
let following = false;

const ofCatalogue = draw => async section => {
  const { datasets } = await known();
  section.dataset.asOf = datasets.map(one => one.modified ?? '').sort().pop() ?? '';
  if (!following) {
    following = true;
    follow(datasets.map(one => one.id), soon);
  }
  return draw(datasets);
};

function clocks() {
  return [fill('clock', ofCatalogue(clockTable)), fill('rest', ofCatalogue(restTable))];
}

function counts() {
  return [fill('changes', ofCatalogue(changes)), fill('records', records)];
}

const A_MINUTE = 60_000;
const TEN_SECONDS = 10_000;

/** Calls `act` at most this often; of the calls that come sooner the last one is made up for. */
function atMostEvery(milliseconds, act) {
  let acted = Date.now();
  let waiting = null;
  return () => {
    waiting ??= setTimeout(() => { waiting = null; acted = Date.now(); act(); }, Math.max(0, acted + milliseconds - Date.now()));
  };
}

function anew(draw) {
  known = once(catalogue);
  refresh(draw);
}

const clocksSoon = atMostEvery(TEN_SECONDS, () => anew(clocks));
/** Thousands of changes are counted, and the records of every kind: too much for every burst of revisions. */
const countsSoon = atMostEvery(A_MINUTE, () => anew(counts));

function soon() {
  clocksSoon();
  countsSoon();
}

function documents() {
  return [documentation(), h('p', { class: 'small' }, say('每种监管记录都有 Atom 订阅，见上表。', 'Every kind of supervision record has an Atom feed, in the table above.'))];
}

ready([...clocks(), ...counts(), fill('documentation', documents)]);
setInterval(() => refresh(clocks), A_MINUTE); // lateness grows by itself
