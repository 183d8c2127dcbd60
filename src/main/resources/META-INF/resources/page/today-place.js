// Which city and which station the reader looks at. Both are in the address, so that it can be kept and sent to others.
import { get, pageSettings } from './api.js';
import { h } from './dom.js';
import { language, say } from './language.js';

/** As many names as a list shows at a glance; with more one types. */
const AT_A_GLANCE = 12;

export function asked() {
  const query = new URLSearchParams(location.search);
  return { city: query.get('city'), station: query.get('station') };
}

/** This page's address with other choices; null takes one out. */
export function addressWith(choices) {
  const url = new URL(location.href);
  Object.entries(choices).forEach(([name, value]) => value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value));
  return url.pathname + url.search;
}

/** Goes there without loading the page anew; whoever draws listens for 'placed'. */
export function go(choices) {
  history.pushState(null, '', addressWith(choices));
  dispatchEvent(new CustomEvent('placed', { detail: choices }));
}

/** Has a part drawn again after a choice in it: by whoever draws the page, for the city that is meant now and not the one the part still shows. */
export function drawAgain(part) {
  dispatchEvent(new CustomEvent('choice', { detail: part }));
}

async function cityOfStation(station) {
  const { data } = await get('/air/latest', { station, fields: 'city_code' });
  return data[0]?.city_code ?? null;
}

/** The city asked for, else the one of the station asked for, else the operator's, else the first. Null where there is none. */
export async function cityNow() {
  const { city, station } = asked();
  const wanted = city ?? (station ? await cityOfStation(station) : null) ?? (await pageSettings()).city;
  const found = await get('/air/cities/latest', wanted ? { city: wanted } : { limit: 1 });
  return found.data[0] ? { ...found.data[0], meta: found.meta } : null;
}

function matching(cities, typed) {
  const exact = cities.find(one => one.city_code === typed || one.city_name === typed);
  const begun = cities.filter(one => one.city_name.startsWith(typed));
  return (exact ?? (begun.length === 1 ? begun[0] : null))?.city_code ?? typed; // what matches nothing is asked as it is, and answered in words
}

function chooser(cities, shown) {
  if (cities.length <= AT_A_GLANCE) {
    return h('select', { name: 'city' }, cities.map(one => h('option', { value: one.city_code, selected: one.city_code === shown }, one.city_name)));
  }
  return [h('input', { name: 'city', list: 'cities', autocomplete: 'off', required: true, placeholder: say('名称或代码', 'name or code') }),
    h('datalist', { id: 'cities' }, cities.map(one => h('option', { value: one.city_name })))];
}

/** The list says which city is shown, also after the way back. */
export function choiceIs(code) {
  const list = document.querySelector('[data-city-choice] select');
  if (list && code) {
    list.value = code;
  }
}

/** The choice of a city, where the service has more than one. Made once: a reader may be typing into it. */
export async function cityChoice(form, shown) {
  const cities = (await get('/air/cities/latest', { fields: 'city_code,city_name', limit: 1000 })).data;
  cities.sort((one, other) => one.city_name.localeCompare(other.city_name, language));
  if (cities.length < 2) {
    return;
  }
  form.replaceChildren(h('label', {}, say('城市', 'City'), chooser(cities, shown)), h('button', { type: 'submit' }, say('查看', 'Show')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const typed = new FormData(form).get('city').trim();
    if (typed) {
      go({ city: matching(cities, typed), station: null });
    }
  });
  form.hidden = false;
}
