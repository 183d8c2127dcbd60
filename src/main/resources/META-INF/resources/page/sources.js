// Pollution sources: the search and the newest records, one source (?source=), or one record (?record=).
import { shell } from './shell.js';
import { linked, named } from './language.js';
import { fill, ready } from './section.js';
import { follow } from './live.js';
import { allRecords, feedList, newestByKind } from './source-records.js';
import { search } from './source-search.js';
import { downloads, registered } from './source-one.js';
import { monitoring } from './source-monitoring.js';
import { exceedances } from './source-exceedances.js';
import { timeline } from './source-timeline.js';
import { oneRecord } from './source-record.js';

shell('污染源', 'Pollution sources');

/** Of the three views the one that is asked for stays. */
function keepOnly(view) {
  document.querySelectorAll('[data-view]').forEach(one => one.dataset.view === view ? one.removeAttribute('hidden') : one.remove());
  const crumb = document.querySelector('[data-crumb]');
  crumb.hidden = view === 'search';
  crumb.querySelector('a').href = linked('/sources/');
}

const title = document.title;

let isCalled = false;

function called(name) {
  isCalled = true;
  document.querySelector('h1').textContent = name;
  document.title = `${name} · ${title}`;
}

/** Where the name could not be read the id is the heading; a look that fails later takes no name away. */
function calledAtLeast(id) {
  if (!isCalled) {
    called(id);
  }
}

/** Parts that have nothing to tell of are not shown empty one by one; all are where none are named. */
function showOnly(parts, name) {
  document.querySelectorAll('[data-section]').forEach(section => { section.hidden = parts !== null && !parts.includes(section.dataset.section); });
  called(name);
}

function firstView() {
  keepOnly('search');
  return { shows: ['sources', 'supervision-records'], parts: [...search(), ...newestByKind(), allRecords()], once: [fill('feeds', feedList)], again: () => {} };
}

function sourceView(id) {
  keepOnly('source');
  const register = registered(id);
  const name = () => register.row().then(({ data }) => (data && named(data)) ?? id);
  const show = () => register.row().then(({ data }) => showOnly(data ? null : ['register', 'timeline'], (data && named(data)) ?? id), () => calledAtLeast(id));
  show();
  return {
    shows: ['sources', 'sources-monitoring', 'supervision-records'],
    parts: [...register.parts, monitoring(id, async () => (await register.row()).data, name), exceedances(id), timeline(id)],
    once: [fill('downloads', () => downloads(id))],
    again: () => { register.again(); show(); },
  };
}

function recordView(id) {
  keepOnly('record');
  const record = oneRecord(id);
  const show = () => record.row().then(({ data }) => showOnly(data ? null : ['record'], data?.title ?? id), () => calledAtLeast(id));
  show();
  return { shows: ['supervision-records'], once: [], parts: record.parts, again: () => { record.again(); show(); } };
}

const asked = new URLSearchParams(location.search);
const view = asked.get('source') ? sourceView(asked.get('source')) : asked.get('record') ? recordView(asked.get('record')) : firstView();

function look() {
  view.again();
  view.parts.forEach(part => part.follow());
}

ready([...view.parts.map(part => part.show()), ...view.once]);
follow(view.shows, look); // monitoring comes all the time, and two of the views show none
