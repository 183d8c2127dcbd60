// Parts as data come: new readings, but not each by itself, and what is only there when there is something in it.
import { follow } from './live.js';
import { empty, refresh } from './section.js';
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
      refresh(draw);
    }, Math.max(0, last + RESTING - performance.now()));
  });
}

/** What is asked for a part; that it could not be had is seen also where the part was hidden. `still` says whether that is still asked. */
export async function orSeen(part, still, asking) {
  try {
    return await asking;
  } catch (failure) {
    if (part && still()) {
      part.hidden = false;
    }
    throw failure;
  }
}

/** A part that is only there when there is something in it, or when it could not be had. */
export async function shownIf(part, asking, still, draw) {
  const found = await orSeen(part, still, asking);
  if (!still()) {
    return null;
  }
  part.hidden = found.length === 0;
  return found.length ? draw(found) : empty('没有数据。', 'There is no data.');
}
