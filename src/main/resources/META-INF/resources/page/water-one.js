// One section: its newest reading, what the register says of it, its course, its months.
import { say } from './language.js';
import { empty, fill, ready } from './section.js';
import { turns } from './water-asked.js';
import { addressWith } from './water-choice.js';
import { course } from './water-course.js';
import { followed } from './water-follow.js';
import { facts, months, reading, sample, sectionNow } from './water-section.js';
import { classColors } from './water-words.js';

const code = new URLSearchParams(location.search).get('section');
const kept = { reading: {}, sample: {}, course: {}, months: {} }; // what outlives a redraw
const asked = turns();

function called(name) {
  document.querySelector('h1').textContent = name;
  document.title = `${name} · ${say('地表水', 'Surface water')}`;
}

/** A code that no section has is an answer, not a failure. */
const known = (still, draw) => async part => {
  try {
    const section = await sectionNow(code);
    if (!still()) {
      return null;
    }
    called(section.facts.name);
    return await draw(section, part);
  } catch (failure) {
    if (failure.status === 404) {
      return empty(`没有编码为 ${code} 的断面。`, `There is no section with the code ${code}.`);
    }
    throw failure;
  }
};

function draw() {
  const still = asked();
  return [
    fill('section', known(still, facts)),
    fill('reading', known(still, (section, part) => reading(section, part, kept.reading))),
    fill('sample', part => sample(code, part, kept.sample, still)),
    fill('course', known(still, ({ reading: newest }) => course(code, newest?.sampled_at, classColors(newest ? [newest] : []), kept.course, still))),
    fill('section-months', known(still, () => months(code, kept.months, still))),
  ];
}

export function begin() {
  document.querySelector('.back').href = addressWith({ section: '' }); // with what was chosen there
  ready(draw());
  followed(['water-latest', 'water-samples', 'water-assessments'], draw);
}
