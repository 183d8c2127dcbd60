// Parts as data come: new readings, but not each by itself, and what is only there when there is something in it.
import { follow } from './live.js';
import { empty } from './section.js';
import { forget } from './water-asked.js';

/** Stations send one by one: however many do, the page is drawn again at most so often. */
const RESTING = 10_000;

/** `datasets` are those that the view shows. */
export function followed(datasets, draw) {
  let last = -RESTING;
  let waiting = null;
  follow(datasets, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      last = performance.now();
      forget();
      draw();
    }, Math.max(0, last + RESTING - performance.now()));
  });
}

/** A part that is only there when there is something in it, or when it could not be had; `still` says whether that is still asked. */
export async function shownIf(part, asking, still, draw) {
  try {
    const found = await asking;
    if (!still()) {
      return null;
    }
    part.hidden = found.length === 0;
    return found.length ? draw(found) : empty('没有数据。', 'There is no data.');
  } catch (failure) {
    if (still()) {
      part.hidden = false;
    }
    throw failure;
  }
}
