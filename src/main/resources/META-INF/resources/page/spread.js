// Marks on a map that would cover each other, moved apart as little as it takes.

/** From places [{x, y}] the marks [{x, y}], no two nearer than `distance` as far as some rounds can bring it. Always the same for the same places. */
export function spread(places, distance, rounds = 40) {
  const marks = places.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds && apart(marks, distance); round++) {
    // again until nothing moves
  }
  return marks;
}

function apart(marks, distance) {
  let moved = false;
  for (let one = 0; one < marks.length; one++) {
    for (let other = one + 1; other < marks.length; other++) {
      moved = push(marks[one], marks[other], distance, other) || moved;
    }
  }
  return moved;
}

function push(one, other, distance, turn) {
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const far = Math.hypot(dx, dy);
  if (far >= distance - 0.01) {
    return false;
  }
  const angle = far > 0 ? Math.atan2(dy, dx) : turn * 2.4; // at the same place: each in a direction of its own
  const half = (distance - far) / 2;
  one.x -= Math.cos(angle) * half;
  one.y -= Math.sin(angle) * half;
  other.x += Math.cos(angle) * half;
  other.y += Math.sin(angle) * half;
  return true;
}
