// What is chosen on the page of water: province, basin, river, class, target, a word of the name, the assessed month. All of it is in the address.
import { say } from './language.js';
import { waterClass, waterClasses } from './levels.js';
import { languageLink } from './shell.js';

const NAMES = ['province', 'basin', 'river', 'class', 'target', 'q', 'month'];
const PLACES = ['province', 'basin', 'river'];
/** The class of the sections that have none. */
export const UNCLASSED = 'none';
/** Stands for the class of sections whose newest reading is old: it does not tell of the water now. */
export const OUTDATED = 'outdated';

export function standingWord(name) {
  return name === OUTDATED ? say('久未更新', 'Out of date') : waterClass(name) ?? say('无类别', 'No class');
}

/** The class a section has now, or why it has none. */
export function standing(row) {
  return row.lagging ? OUTDATED : row.water_class ?? UNCLASSED;
}

const SENSIBLE = {
  class: name => [UNCLASSED, OUTDATED].includes(name) || waterClasses.includes(name),
  target: word => ['met', 'missed'].includes(word),
  month: month => /^\d{4}-(0[1-9]|1[0-2])$/.test(month),
};

/** The choice as the address has it; what cannot be is none. */
export function chosen() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map(name => [name, asked.get(name) ?? '']).map(([name, value]) => [name, SENSIBLE[name]?.(value) === false ? '' : value]));
}

/** The address of this page with these names in place of those it has; the others stay, the language too. */
export function addressWith(changed) {
  const url = new URL(location.href);
  Object.entries(changed).forEach(([name, value]) => value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  return url.pathname + url.search;
}

function remember(choice) {
  history.replaceState(null, '', addressWith(choice));
  languageLink();
}

function lies(row, choice, places = PLACES) {
  return places.every(name => !choice[name] || row[name] === choice[name]);
}

/** Whether a section lies where the choice says and is called so: of these the classes are counted. */
export function lying(row, choice) {
  const word = choice.q.trim().toLowerCase();
  return lies(row, choice) && (!word || `${row.name} ${row.section_code}`.toLowerCase().includes(word));
}

/** Whether it also has the class chosen, and meets its target or misses it as chosen. */
export function fitting(row, choice) {
  return lying(row, choice) && (!choice.class || standing(row) === choice.class)
    && (!choice.target || (!row.lagging && row.target_met === (choice.target === 'met')));
}

/** The part of the choice that the assessments know too. */
export function placeOf(choice) {
  return { province: choice.province, basin: choice.basin, river: choice.river };
}

/** A basin and a river that the province chosen has not are given up. */
export function settled(choice, rows) {
  const kept = { ...choice };
  ['basin', 'river'].forEach((name, index) => {
    if (kept[name] && !rows.some(row => lies(row, kept, PLACES.slice(0, index + 2)))) {
      kept[name] = '';
    }
  });
  return kept;
}

function offer(select, values, current, words = value => value) {
  const all = current && !values.includes(current) ? [current, ...values] : values;
  if ([...select.options].slice(1).map(option => option.value).join('\n') !== all.join('\n')) {
    select.replaceChildren(select.options[0], ...all.map(value => new Option(words(value), value)));
  }
  select.value = current;
}

/** Puts what can be chosen into the form; what is chosen stays chosen, also when no row has it. */
export function offerPlaces(form, rows, choice) {
  PLACES.forEach((name, index) => {
    const within = rows.filter(row => lies(row, choice, PLACES.slice(0, index)));
    offer(form.elements[name], [...new Set(within.map(row => row[name]).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'zh')), choice[name]);
  });
  offer(form.elements.class, [...waterClasses, UNCLASSED, OUTDATED], choice.class, standingWord);
  form.elements.target.value = choice.target;
  if (document.activeElement !== form.elements.q) {
    form.elements.q.value = choice.q;
  }
}

/** The months that were assessed, newest first. */
export function offerMonths(form, months, choice, words) {
  offer(form.elements.month, months, choice.month, words);
}

/** Whenever the form's choice is another one: `settle` says what of it holds, the address remembers that, `changed` is called with it. */
export function listen(form, settle, changed) {
  let waiting = null;
  const now = () => {
    clearTimeout(waiting);
    const choice = settle(Object.fromEntries(NAMES.map(name => [name, form.elements[name].value])));
    remember(choice);
    changed(choice);
  };
  form.addEventListener('submit', event => { event.preventDefault(); now(); });
  form.addEventListener('change', now);
  form.addEventListener('reset', () => setTimeout(now));
  form.elements.q.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(now, 250); });
}
