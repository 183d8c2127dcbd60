// All sections: how they stand, where, month by month, one by one, and what exceeds.
import { empty, fill, ready } from './section.js';
import { chosen, listen, offerMonths, offerPlaces, settled } from './water-choice.js';
import { turns } from './water-asked.js';
import { followed, orSeen } from './water-follow.js';
import { sectionMap, sectionsNow, sectionTable, summary } from './water-latest.js';
import { assessedMonths, classMonths } from './water-months.js';
import { exceeding } from './water-assessed.js';
import { basinsAndRivers, drinkingSources, lakes } from './water-waters.js';
import { monthName } from './water-words.js';

const form = document.getElementById('choice');
const kept = { map: {}, months: {}, table: {}, exceeding: {}, basins: {}, drinking: {}, lakes: {} }; // what outlives a redraw
let choice = chosen();
let sections = [];
let failed = false;
const asked = turns();

/** Asked once for all parts. When it failed and comes at a second try, the other parts are drawn too. */
async function known(still) {
  let now;
  try {
    now = await sectionsNow();
  } catch (failure) {
    failed ||= still();
    throw failure;
  }
  if (failed) {
    failed = false;
    setTimeout(draw);
  }
  if (still() && sections !== now.rows) {
    sections = now.rows;
    offerPlaces(form, sections, choice);
  }
  return now;
}

/** That the sections did not come is told once, by the summary, with the way to try again; what this part shows of them stays. */
const following = (still, load) => async part => {
  let now;
  try {
    now = await known(still);
  } catch {
    return part.dataset.state === 'ready' ? [...part.querySelector(':scope > .body').childNodes] : empty('断面的数据没有取到。', 'The data of the sections could not be had.');
  }
  return still() ? load(now, part) : null;
};

/** The months there are, with the one that is shown. */
async function assessed() {
  const found = await assessedMonths();
  offerMonths(form, found?.all ?? [], choice, monthName);
  return found && { ...found, shown: choice.month || found.shown };
}

function chooseClass(name) {
  form.elements.class.value = name;
  form.elements.class.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Each part keeps its tables and charts: an answer to a question that was followed by another must not be put into them. */
function draw() {
  const still = asked();
  const first = [
    fill('summary', async part => {
      const now = await known(still);
      return still() ? summary(now, choice, part, chooseClass) : null;
    }),
    fill('map', following(still, now => sectionMap(now, choice, kept.map, still))),
    fill('sections', following(still, (now, part) => sectionTable(now, choice, part, kept.table))),
  ];
  // the readings come first; the months, and the code of charts with them, hold up none of that
  const shown = Promise.allSettled(first);
  const after = load => async (...part) => {
    await shown;
    const found = await orSeen(part[0], still, assessed());
    return still() ? load(found, ...part) : null;
  };
  return [...first,
    fill('months', following(still, now => after(found => classMonths(now, choice, found, kept.months, still))())),
    fill('exceeding', following(still, now => after(found => exceeding(now, choice, found, kept.exceeding, still))())),
    fill('basins', after((found, part) => basinsAndRivers(choice, found, part, kept.basins, still))),
    fill('drinking', after((found, part) => drinkingSources(choice, found, part, kept.drinking, still))),
    fill('lakes', after((found, part) => lakes(choice, found, part, kept.lakes, still))),
  ];
}

export function begin() {
  listen(form, wanted => settled(wanted, sections), wanted => {
    choice = wanted;
    offerPlaces(form, sections, choice);
    draw();
  });
  ready(draw());
  followed(['water-latest', 'water-assessments'], draw);
}
