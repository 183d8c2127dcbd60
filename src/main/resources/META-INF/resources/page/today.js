// Today's air of one city.
import { shell, languageLink } from './shell.js';
import { Empty, empty, fill, ready, refresh } from './section.js';
import { follow } from './live.js';
import { say } from './language.js';
import { asked, choiceIs, cityChoice, cityNow } from './today-place.js';
import { now } from './today-now.js';
import { stationMap, stationTable } from './today-stations.js';

shell('今日空气', 'Air today');

let shown = null; // the city asked for, of which all parts tell
let failed = false;
let seen = null; // the last city that came, as the address names it
let first = null;

function head(found) {
  const title = say('今日空气', 'Air today');
  document.querySelector('h1').textContent = found ? `${found.city_name} · ${title}` : title;
  choiceIs(found?.city_code);
  seen = asked();
}

/** Asked once for all parts. When it failed and comes at a second try, the other parts are drawn too. */
function city() {
  const asking = shown ?? cityNow().then(found => {
    if (shown === asking) { // and nobody has gone on meanwhile
      head(found);
    }
    if (failed) {
      failed = false;
      setTimeout(drawParts);
    }
    return found;
  }, failure => {
    if (shown === asking) {
      shown = null;
      failed = true;
    }
    throw failure;
  });
  shown = asking;
  return asking;
}

function nothingYet() {
  const { city } = asked();
  return city ? empty(`没有“${city}”的空气数据。`, `There is no air data of “${city}”.`) : empty('还没有空气数据。', 'There is no air data yet.');
}

/** Whether the city has been asked for anew since: what comes late must touch neither what stands nor what other parts have asked. */
function isLate(asking) {
  return shown !== null && shown !== asking;
}

const drawOf = async (draw, section, asking, found, needsCity = true) => isLate(asking) ? null
  : found || !needsCity ? draw(found, section, asking) : nothingYet();

const ofCity = draw => async section => {
  const asking = city();
  return drawOf(draw, section, asking, await asking);
};

/** That the city's data did not come is told once, by the first part, with the way to try again; what this part shows of it stays. */
const following = (draw, needsCity) => section => {
  const asking = city();
  return asking.then(found => drawOf(draw, section, asking, found, needsCity), () => isLate(asking) ? null : withoutCity(section));
};

function withoutCity(section) {
  const before = section.querySelector(':scope > .body');
  return section.dataset.state === 'ready' && asked().city === seen?.city ? [...before.childNodes]
    : empty('城市的数据没有取到。', 'The data of the city could not be had.');
}

/** A part further down: neither its code nor its data is asked for before the first parts are shown, and it holds up none of them. */
const after = (module, name, needsCity) => following(async (city, section, asking) => {
  await first;
  const draw = (await module())[name];
  return isLate(asking) ? null : draw(city, section);
}, needsCity);

/** A frame for the screen reader to take note of the part, or it would not tell of what is put into it. */
const NOTED = 100;

/** Shows the part of warnings or hides it; one that appears while the page is read is there before its first warning is. */
async function told(section, none) {
  const appears = section.hidden && section.dataset.state === 'empty' && !none;
  section.hidden = none;
  if (appears) {
    section.querySelector(':scope > .body').replaceChildren();
    await new Promise(noted => { setTimeout(noted, NOTED); });
  }
}

// warnings come first and do not need a city's hour, so they are asked beside it
async function alerts(section) {
  const asking = city();
  try {
    const { alerts: found } = await import('./today-alerts.js');
    const of = await asking.catch(() => null);
    const content = isLate(asking) ? null : await found(of);
    if (content === null || isLate(asking)) {
      return null;
    }
    await told(section, content instanceof Empty);
    return isLate(asking) ? null : content;
  } catch (failure) {
    section.hidden &&= isLate(asking); // that it is not known whether there is a warning must be seen
    throw failure;
  }
}

/** Parts in which a reader chooses. */
const choosing = {
  curve: after(() => import('./today-curve.js'), 'curve'),
  calendar: after(() => import('./today-calendar.js'), 'calendar'),
};
let drawn = null;

function draw() {
  shown = null;
  return drawParts();
}

function drawParts() {
  drawn = asked();
  const parts = [fill('now', ofCity(now)), fill('alerts', alerts), fill('map', following(stationMap)), fill('stations', following(stationTable))];
  first = Promise.allSettled(parts);
  return [...parts,
    fill('curve', choosing.curve),
    fill('daily', after(() => import('./today-daily.js'), 'dailyReport')),
    fill('forecast', after(() => import('./today-forecast.js'), 'forecast')),
    fill('photo', after(() => import('./today-photo.js'), 'views')),
    fill('calendar', choosing.calendar),
    fill('advice', after(() => import('./today-advice.js'), 'advice', false))];
}

/** The same city with another station: what was asked stays. */
function drawStation() {
  drawn = asked();
  fill('map', following(stationMap));
  fill('stations', following(stationTable));
  fill('curve', choosing.curve);
}

function placed() {
  languageLink();
  if (asked().city !== drawn.city) {
    draw();
  } else {
    drawStation();
  }
}

/** Whoever has chosen a station is taken to its curve, as by a link. */
function followed({ detail }) {
  placed();
  if ('station' in detail && !('city' in detail)) {
    const heading = document.querySelector('#h-curve');
    heading.scrollIntoView({ block: 'nearest' });
    heading.focus({ preventScroll: true });
  }
}

ready(draw());
first.then(async () => cityChoice(document.querySelector('[data-city-choice]'), (await city().catch(() => null))?.city_code)).catch(failure => console.info(failure));
addEventListener('placed', followed);
addEventListener('popstate', placed);
addEventListener('choice', ({ detail }) => fill(detail, choosing[detail]));
follow(['air-cities-latest', 'air-latest', 'air-alerts', 'air-cities-daily', 'air-forecasts', 'air-photos'], () => refresh(draw));
