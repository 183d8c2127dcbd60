// A part that follows its data: it is drawn anew only where the answer differs.
import { h } from './dom.js';
import { fill } from './section.js';
import { language } from './language.js';
import { table } from './table.js';

/** A cursor tells the state it began with, so it is another with every revision. */
function print(answer) {
  return JSON.stringify(answer, (key, value) => key === 'next' ? Boolean(value) : value);
}

/**
 * ask() gives the answer, draw(answer, section) its nodes or empty(…). show() asks and draws; follow() asks again and draws only what
 * differs; when that fails, what stands stays. grow(ask) draws what the reader has asked for more of, and tells whether it did: an answer
 * that comes after another question was asked is never drawn.
 */
export function part(name, ask, draw) {
  const section = document.querySelector(`[data-section="${name}"]`);
  let shown = null;
  let turn = 0; // of what is drawn
  let look = 0; // of what is followed: a look that fails must not keep an answer the reader waits for from being drawn
  let growing = false;
  let missed = false;
  const drawn = async answer => {
    const mine = turn;
    const nodes = await draw(answer, section);
    shown = mine === turn ? print(answer) : shown;
    return nodes;
  };
  const show = () => fill(name, async () => {
    const mine = ++turn;
    const answer = await ask();
    return mine === turn ? drawn(answer) : null;
  });
  const redraw = answer => {
    turn++;
    return fill(name, () => drawn(answer));
  };
  const follow = async () => {
    if (section.dataset.state === 'failed') {
      return show();
    }
    const [mine, seen] = [turn, ++look];
    const answer = await ask().catch(() => null);
    if (growing) { // what is looked at now is about to be longer
      missed = true;
      return null;
    }
    return answer === null || mine !== turn || seen !== look || print(answer) === shown ? null : redraw(answer);
  };
  const grow = async longer => {
    if (growing || section.getAttribute('aria-busy')) {
      return false;
    }
    growing = true;
    try {
      const mine = turn;
      const answer = await longer();
      return mine === turn && (await redraw(answer), true);
    } finally {
      growing = false;
      if (missed) {
        missed = false;
        follow();
      }
    }
  };
  return { show, follow, grow };
}

/** A button that brings more; where that fails it says why beside it, and can be pressed again. */
export function moreButton(text, bring) {
  const problem = h('span', { class: 'wrong', role: 'alert', 'data-field': 'problem' });
  const pressed = async () => {
    problem.textContent = '';
    await bring().catch(failure => { problem.textContent = failure.message; });
  };
  return h('p', { class: 'go-on row' }, h('button', { type: 'button', class: 'quiet', onclick: pressed }, text), problem);
}

/** From so many rows on a table scrolls by itself. */
const TALL = 12;

/** A table that stays the same one when its rows come again, so that it stays sorted as it is: rows => element. */
export function standing(columns, { caption, key, sorted = null }) {
  let made = null;
  return rows => {
    if (made) {
      made.show(rows);
    } else {
      made = table(columns, rows, { caption, key, sorted, tall: true });
    }
    made.classList.toggle('tall', rows.length > TALL);
    return made;
  };
}

/** Of an answer what tells something: not when it was given. */
export function told({ data, page, meta }) {
  return { data, next: page?.next_cursor ?? null, total: page?.total ?? null, notice: meta?.notice ?? null };
}

/** The notice that belongs to the data, where its status asks for one. */
export function noticeOf(notice) {
  return notice ? h('p', { class: 'notice', 'data-field': 'notice' }, notice[language]) : null;
}
