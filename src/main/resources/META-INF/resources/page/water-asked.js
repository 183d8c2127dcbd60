// Answers are kept until new data are looked for: every part may ask, and another choice among the same sections asks nothing twice.
import { address, everything } from './api.js';
import { once as askedOnce } from './once.js';

let answers = new Map();

export function forget() {
  answers = new Map();
}

/** What `load` gives, asked for once under this key; what failed is asked for again. */
export function once(key, load) {
  if (!answers.has(key)) {
    answers.set(key, askedOnce(load));
  }
  return answers.get(key)();
}

/** Questions one after another, each of the whole page: for each, what tells whether it is still the last. What comes late changes nothing kept. */
export function turns() {
  let last = 0;
  return () => {
    const mine = ++last;
    return () => mine === last;
  };
}

/** All rows of a list. */
export function all(path, query) {
  return once(address(path, query), () => everything(path, query));
}

export function assessments(query) {
  return all('/water/assessments', { limit: 10_000, ...query });
}
