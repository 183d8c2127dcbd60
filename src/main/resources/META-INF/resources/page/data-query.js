// The query builder: the form, the request it makes in four languages, the first rows, the download.
import { curl, python, r, requestUrl } from './data-code.js';
import { codeBlock } from './data-copy.js';
import { downloads } from './data-download.js';
import { queryForm } from './data-form.js';
import { parametersOf } from './data-parameters.js';
import { tabs } from './data-tabs.js';
import { tryIt } from './data-try.js';
import { h } from './dom.js';
import { daysLater, localDate } from './format.js';
import { say } from './language.js';
import { languageLink } from './shell.js';

/** What the page's own address asks for: everything but the page's own two parameters. */
function fromAddress() {
  const { dataset, lang, ...query } = Object.fromEntries(new URLSearchParams(location.search));
  return query;
}

/** The newest month that is covered: a question a reader can see the end of, where nothing else was asked. */
function recent(dataset) {
  if (!['PT1H', 'PT4H', 'P1D'].includes(dataset.resolution) || !dataset.to) {
    return {};
  }
  const last = dataset.to.length === 10 ? dataset.to : localDate(Date.parse(dataset.to) - 1);
  const first = last.slice(0, 8) + '01';
  return { from: first, to: daysLater(first, 32).slice(0, 8) + '01' };
}

/** The page can be linked to with what is asked now. */
function intoAddress(dataset, query) {
  const url = new URL(location.href);
  const lang = url.searchParams.get('lang');
  url.search = new URLSearchParams({ dataset: dataset.id, ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])), ...(lang ? { lang } : {}) });
  history.replaceState(null, '', url);
  languageLink();
}

function codes() {
  const blocks = { url: codeBlock(say('地址', 'Address'), '', 'url'), curl: codeBlock('curl', '', 'curl'), python: codeBlock('Python', '', 'python'), r: codeBlock('R', '', 'r') };
  const note = say('Python 与 R 按 CSV 读取。', 'Python and R read it as CSV.');
  return {
    element: tabs(say('同一请求', 'The same request'), [
      { name: say('地址', 'URL'), panel: blocks.url.element },
      { name: 'curl', panel: blocks.curl.element },
      { name: 'Python (pandas)', panel: [blocks.python.element, h('p', { class: 'small faint' }, note)] },
      { name: 'R (readr)', panel: [blocks.r.element, h('p', { class: 'small faint' }, note)] },
    ]),
    update(dataset, columns, query) {
      blocks.url.set(requestUrl(dataset, query));
      blocks.curl.set(curl(dataset, query));
      blocks.python.set(python(dataset, columns, query));
      blocks.r.set(r(dataset, columns, query));
    },
  };
}

const pageWord = () => h('p', { class: 'small', hidden: true },
  say('JSON、GeoJSON 与 columns 给出一页（limit，默认 100 行），下一页用 page.next_cursor；CSV 与 NDJSON 给出全部。', 'JSON, GeoJSON and columns give one page (limit, 100 rows by default), the next by page.next_cursor; CSV and NDJSON give everything.'));

/** {element, query(), onChange(listener)}: the listener is told of every change. */
export async function queryBuilder(dataset, columns) {
  const parameters = await parametersOf(dataset.path, columns);
  const listeners = [];
  const form = queryForm(parameters, columns, () => update());
  const asked = fromAddress();
  form.write({ format: 'csv', ...(Object.keys(asked).length ? asked : recent(dataset)) });
  const shown = codes();
  const preview = h('div', { class: 'preview', 'aria-live': 'off' });
  const download = downloads(dataset, form.query);
  const onePage = pageWord();
  const attempt = h('button', { type: 'button', 'data-action': 'try', onclick: async () => {
    const errors = await tryIt(preview, dataset, columns, form.query());
    if (errors) {
      form.blame(errors);
    }
  } }, say('试查', 'Try it'));

  function update(first = false) {
    const query = form.query();
    shown.update(dataset, columns, query);
    download.update();
    onePage.hidden = ['csv', 'ndjson'].includes(query.format);
    if (!first) {
      intoAddress(dataset, query);
    }
    listeners.forEach(listener => listener());
  }

  update(true);
  return {
    query: form.query,
    onChange: listener => listeners.push(listener),
    element: h('div', { class: 'builder' }, form.element,
      h('div', { class: 'request' }, shown.element, onePage, h('div', { class: 'row' }, attempt, download.buttons), download.notes, preview)),
  };
}
