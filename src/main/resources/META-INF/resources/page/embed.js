// What small views in a frame of another site have in common: no storage is needed, no cookie is set, nothing but the public API is asked.
import { linked, translate } from './language.js';
import { fill, ready, refresh } from './section.js';

const EVERY = 5 * 60_000;

/** Fills the one part of the view, and again every five minutes while it can be seen: a frame costs the service no open connection. */
export function embed(name, load) {
  translate();
  document.title = document.querySelector('h1').textContent;
  const draw = () => fill(name, load);
  const again = () => { if (!document.hidden) { refresh(draw); } };
  ready([draw()]);
  setInterval(again, EVERY);
  document.addEventListener('visibilitychange', again);
  addEventListener('online', again);
}

/** Where the whole page of it is. */
export function wholeAt(path) {
  document.querySelector('[data-whole]').href = linked(path);
}

export function asked(parameter) {
  return new URLSearchParams(location.search).get(parameter);
}

export function titled(text) {
  document.querySelector('h1').textContent = text;
  document.title = text;
}
