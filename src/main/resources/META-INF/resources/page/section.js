// One part of a page: it says that it is loading, shows what came, or says in words why there is nothing, with a way to try again.
// What fails in one part leaves the others alone.
import { h } from './dom.js';
import { marked, say } from './language.js';

/** What a part shows when there is nothing to show: not a failure. */
export class Empty {
  constructor(text) {
    this.text = text;
  }
}

export function empty(zh, en) {
  return new Empty(say(zh, en));
}

function body(section) {
  return section.querySelector(':scope > .body') ?? section.appendChild(h('div', { class: 'body' }));
}

function failed(section, failure, again) {
  console.info(failure); // a console error is kept for what we did wrong
  body(section).replaceChildren(h('div', { class: 'notice failure', role: 'alert' },
    h('p', {}, h('strong', {}, failure.title ?? say('这一部分没有显示出来', 'This part could not be shown')), ' ', failure.message),
    h('button', { type: 'button', onclick: again }, say('重试', 'Try again'))));
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Elements by the row they are in (data-key) and their turn in it: another row that comes before changes nothing. */
function placed(part, selector) {
  const turns = new Map();
  return new Map([...part.querySelectorAll(selector)].map(one => {
    const row = one.closest('[data-key]');
    const key = row && part.contains(row) ? row.dataset.key : '';
    turns.set(key, (turns.get(key) ?? 0) + 1);
    return [`${key} ${turns.get(key)}`, one];
  }));
}

/** What a reader has done in a part: gives what does it again in the content that comes in its place. */
function kept(part) {
  const focus = [...placed(part, FOCUSABLE)].find(([, one]) => one === document.activeElement)?.[0];
  const open = new Map([...placed(part, 'details')].map(([place, one]) => [place, one.open]));
  const scrolled = [...part.querySelectorAll('.scroll')].map(one => [one.scrollLeft, one.scrollTop]);
  return () => {
    placed(part, 'details').forEach((one, place) => { one.open = open.get(place) ?? one.open; });
    part.querySelectorAll('.scroll').forEach((one, index) => { [one.scrollLeft, one.scrollTop] = scrolled[index] ?? [0, 0]; });
    if (focus && !part.contains(document.activeElement)) {
      placed(part, FOCUSABLE).get(focus)?.focus({ preventScroll: true });
    }
  };
}

/** Puts new content in the place of the old. An element that is in both is not touched, so that nothing in it is lost. */
export function settle(part, nodes) {
  const again = kept(part);
  [...part.childNodes].filter(old => !nodes.includes(old)).forEach(old => old.remove());
  nodes.forEach((node, index) => {
    if (part.childNodes[index] !== node) {
      part.insertBefore(node, part.childNodes[index] ?? null);
    }
  });
  marked(part);
  again();
}

const TOO_MANY = 429;
const LATER = 30_000;

const running = new WeakMap();
const waiting = new WeakMap();
let refreshing = false;

/** Draws again what is shown already: a part that fails for now keeps it, says so and tries again by itself. */
export function refresh(draw) {
  refreshing = true;
  try {
    return draw();
  } finally {
    refreshing = false;
  }
}

/** The network, the service or the quota of an address that many readers share, not the question. */
function isForNow({ status }) {
  return status === 0 || status === TOO_MANY || status >= 500;
}

function stands(section, isOld) {
  section.querySelector(':scope > .old')?.remove();
  if (isOld) {
    body(section).before(h('p', { class: 'notice old small', role: 'status' }, say('暂时没有取到新数据，以下是之前的内容。', 'New data could not be had for now; this is what was shown before.')));
  }
}

/**
 * Fills the part named so in the HTML (data-section) with what `load` gives: nodes, or empty(…). While it is filled again the old
 * content stays, and the reader keeps focus, scroll and what is open. An answer that comes after a later question's is dropped; so is
 * null, by which `load` says that it noticed that itself.
 */
export async function fill(name, load) {
  const section = document.querySelector(`[data-section="${name}"]`);
  const isRefresh = refreshing && ['ready', 'empty'].includes(section.dataset.state);
  const turn = (running.get(section) ?? 0) + 1;
  running.set(section, turn);
  clearTimeout(waiting.get(section));
  section.setAttribute('aria-busy', 'true');
  section.dataset.state ??= 'loading';
  try {
    const content = await load(section);
    if (running.get(section) !== turn || content === null) {
      return; // another question came meanwhile
    }
    stands(section, false);
    section.dataset.state = content instanceof Empty ? 'empty' : 'ready';
    settle(body(section), content instanceof Empty ? [h('p', { class: 'nothing' }, content.text)] : [content].flat(Infinity).filter(Boolean));
  } catch (failure) {
    if (running.get(section) !== turn) {
      return;
    }
    stands(section, isRefresh && isForNow(failure));
    if (isRefresh && isForNow(failure)) {
      // while nobody looks nothing is asked; whoever comes back has it drawn anew
      waiting.set(section, setTimeout(() => document.hidden || refresh(() => fill(name, load)), Math.max(LATER, (failure.later ?? 0) * 1000)));
    } else {
      section.dataset.state = 'failed';
      failed(section, failure, () => section.hasAttribute('aria-busy') || fill(name, load));
    }
  } finally {
    if (running.get(section) === turn) {
      section.removeAttribute('aria-busy');
    }
  }
}

/** The page is there: once all these have been shown or have said why not. */
export function ready(parts) {
  return Promise.allSettled(parts).then(() => { document.documentElement.dataset.ready = 'true'; });
}
