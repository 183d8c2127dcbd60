// A download that tells how far it is, can be stopped, and never passes off a broken stream as a whole file.
import { address, ask, get } from './api.js';
import { fileName } from './data-code.js';
import { RowCounter } from './data-csv.js';
import { NotChosen, sink, TooLarge, writesFiles } from './data-sink.js';
import { problemNote } from './data-try.js';
import { h } from './dom.js';
import { bytes, number } from './format.js';
import { say } from './language.js';

const ROWWISE = ['csv', 'ndjson'];
const SPOKEN_EVERY = 10_000;

class Broken extends Error {
  constructor() {
    super(say('传输中断，收到的不完整，没有保存。请重试。', 'The transfer broke off; what came is incomplete and was not saved. Please try again.'));
  }
}

/** About how many rows will come: a hint for the bar, so its failure is none. */
async function expectedRows(dataset, query) {
  if (!ROWWISE.includes(query.format)) {
    return null;
  }
  try {
    const { fields, order, limit, bom, format, ...asked } = query;
    const { page } = await get(dataset.path, { ...asked, limit: 1, count: 'estimated' });
    return limit ? Math.min(limit, page.total) : page.total;
  } catch {
    return null;
  }
}

/** Passes the body on piece by piece; fails with Broken where it ends before its time. */
async function pass(response, query, target, progress) {
  const counter = new RowCounter(query.format);
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(failure => { throw failure.name === 'AbortError' ? failure : new Broken(); });
    if (done) {
      break;
    }
    counter.take(value);
    await target.write(value);
    progress(value.length, counter.rows);
  }
  if (ROWWISE.includes(query.format) && !counter.isWhole) {
    throw new Broken();
  }
}

/** What is shown while it runs; numbers change often, what is spoken every ten seconds. */
function meter(expected, rowwise) {
  const bar = h('progress', { 'aria-label': say('下载进度', 'Progress of the download') });
  const figures = h('span', { 'data-field': 'progress' });
  const spoken = h('span', { class: 'unseen', role: 'status' });
  const began = performance.now();
  let received = 0;
  let rows = 0;
  let total = null;
  let said = began;
  expected.then(count => { total = count; });

  function text(ended = false) {
    const seconds = Math.max(0.001, (performance.now() - began) / 1000);
    const of = total && rows <= total && !ended ? say(`，共约 ${number(total)} 行`, ` of about ${number(total)}`) : '';
    const counted = rowwise ? say(`${number(rows)} 行${of}，`, `${number(rows)} rows${of}, `) : '';
    return `${counted}${bytes(received)}${say('，', ', ')}${bytes(Math.round(received / seconds))}/s`;
  }

  function show() {
    figures.textContent = text();
    if (total) {
      bar.max = total;
      bar.value = Math.min(rows, total);
    }
    if (performance.now() - said > SPOKEN_EVERY) {
      said = performance.now();
      spoken.textContent = text();
    }
  }

  return {
    element: h('div', { class: 'row' }, bar, figures, spoken),
    took(length, counted) { received += length; rows = counted; },
    show,
    summary: () => text(true),
  };
}

const stay = event => event.preventDefault(); // leaving the page would break the download off

async function run(place, dataset, query, ended) {
  const target = await sink(fileName(dataset, query));
  const meterOf = meter(expectedRows(dataset, query), ROWWISE.includes(query.format));
  const stop = h('button', { type: 'button', class: 'quiet', onclick: () => ended.abort() }, say('取消', 'Cancel'));
  place.replaceChildren(meterOf.element, stop);
  const shown = setInterval(meterOf.show, 250);
  addEventListener('beforeunload', stay);
  try {
    const response = await ask(address(dataset.path, query), ended.signal, '*/*');
    await pass(response, query, target, meterOf.took);
    await target.close(response.headers.get('Content-Type'));
    place.replaceChildren(h('p', { role: 'status', 'data-field': 'downloaded' }, h('strong', {}, say('下载完成：', 'Download complete: ')), meterOf.summary()));
  } catch (failure) {
    ended.abort(); // the service need not send on
    await target.abort().catch(() => { /* it is gone already */ });
    throw failure;
  } finally {
    clearInterval(shown);
    removeEventListener('beforeunload', stay);
  }
}

function told(failure) {
  if (failure instanceof NotChosen) {
    return [];
  }
  if (failure.name === 'AbortError') {
    return [h('p', { role: 'status' }, say('已取消，没有保存。', 'Cancelled; nothing was saved.'))];
  }
  const isOurs = failure instanceof Broken || failure instanceof TooLarge;
  return [problemNote(isOurs ? { title: say('没有下载完', 'Not downloaded'), message: failure.message } : failure)];
}

/** The button, the plain link beside it, and the place where the progress is told. `query()` is what the form asks now. */
export function downloads(dataset, query) {
  const place = h('div', { class: 'progress' });
  const plain = h('a', { class: 'button quiet', download: '' }, say('由浏览器下载', 'Download by the browser'));
  const bound = h('p', { class: 'small faint' }, writesFiles()
    ? say('直接写入您选择的文件，大小不限；中断时不会留下半个文件。', 'Written straight into the file you choose, however large; one that breaks off leaves no half file.')
    : say('本页最多保存 512 MB；更大的请用“由浏览器下载”或 curl。', 'This page keeps at most 512 MB; for more use “download by the browser” or curl.'));
  const button = h('button', { type: 'button', 'data-action': 'download', onclick: async () => {
    button.disabled = true;
    try {
      await run(place, dataset, query(), new AbortController());
    } catch (failure) {
      place.replaceChildren(...told(failure));
    } finally {
      button.disabled = false;
    }
  } }, say('下载', 'Download'));
  return {
    buttons: [button, plain],
    notes: [place, bound],
    update() { plain.href = address(dataset.path, query()); },
  };
}
