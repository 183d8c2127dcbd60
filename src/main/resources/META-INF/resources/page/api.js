// The public API, as everybody has it: no call here that a reader of its documentation could not make.
import { language, say } from './language.js';

export const BASE = '/api/v1';
const PATIENCE = 20_000;

/** What the API answered instead: its title and detail are written for people, in their language. */
export class Problem extends Error {
  /** `errors` names the parameters that were wrong: [{parameter, detail}]; `later` is after how many seconds to ask again, where it says so. */
  constructor(status, title, detail, errors = [], later = null) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.errors = errors;
    this.later = later;
  }
}

/** The address of a question; empty values are left out, lists are joined by commas. */
export function address(path, query = {}) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) {
      asked.set(name, Array.isArray(value) ? value.join(',') : value);
    }
  }
  const text = asked.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return BASE + path + (text ? '?' + text : '');
}

async function problemOf(response) {
  let told = {};
  try {
    told = await response.json();
  } catch {
    // no words of its own
  }
  return new Problem(response.status, told.title ?? say('服务没有给出数据', 'The service gave no data'),
    told.detail ?? say(`应答代码 ${response.status}。`, `It answered ${response.status}.`), told.errors ?? [],
    Number(response.headers.get('Retry-After')) || null);
}

/** Also an answer that ends early or takes too long; whoever has ended it himself gets his AbortError. */
function unreached(failure) {
  return failure.name === 'AbortError' ? failure : new Problem(0, say('没有连接上服务', 'The service could not be reached'), failure.name === 'TimeoutError'
    ? say('20 秒内没有应答。', 'No answer within 20 seconds.') : say('请检查网络后重试。', 'Check the network and try again.'));
}

/** The answer at an address, its body not yet read. Fails with a Problem, or with the AbortError of whoever ended it by `signal`. */
export async function ask(url, signal, accept = 'application/json') {
  let response;
  try {
    // a copy kept from before would answer what has just been told to be new; unchanged, it is a 304
    response = await fetch(url, { headers: { Accept: accept, 'Accept-Language': language }, signal, cache: 'no-cache' });
  } catch (failure) {
    throw unreached(failure);
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function whole(url, accept, read) {
  const response = await ask(url, AbortSignal.timeout(PATIENCE), accept);
  try {
    return await read(response);
  } catch (cut) {
    throw unreached(cut);
  }
}

/** The newest revision of each dataset that an answer here has told of. */
export const newest = new Map();

function noted(answer) {
  if (answer.meta?.dataset) {
    newest.set(answer.meta.dataset, Math.max(newest.get(answer.meta.dataset) ?? 0, answer.meta.revision));
  }
  return answer;
}

/** The JSON answer to a question. Fails with a Problem, also when nothing answers within 20 s. */
export async function get(path, query) {
  return whole(address(path, query), 'application/json', async response => noted(await response.json()));
}

/** The same as CSV text: its figures have the digits the service wrote, which JSON read by a browser loses (109.0000). */
export async function getCsv(path, query) {
  return whole(address(path, { ...query, format: 'csv' }), 'text/csv', response => response.text());
}

/** All rows of a list, page by page, at most `most`. */
export async function everything(path, query, most = 10_000) {
  const first = await get(path, { limit: Math.min(most, 1000), ...query });
  const rows = first.data;
  for (let cursor = first.page?.next_cursor; cursor && rows.length < most;) {
    const next = await get(path, { limit: 1000, ...query, cursor });
    rows.push(...next.data);
    cursor = next.page.next_cursor;
  }
  return { data: rows, meta: first.meta };
}

/** The compact form for charts: {columns: {observed_at: […], aqi: […]}, meta}. */
export function columns(path, query) {
  return get(path, { format: 'columns', ...query });
}

let settings;
/** What the operator has set for the page: {city, publisher, contact, map}. */
export function pageSettings() {
  settings ??= fetch('/page/settings.json', { signal: AbortSignal.timeout(PATIENCE) }).then(response => response.ok ? response.json() : Promise.reject(new Error(response.status)))
    .catch(() => { settings = null; return {}; }); // asked again by whoever needs them next
  return settings;
}
