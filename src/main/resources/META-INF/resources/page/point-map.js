// Places as points on a plain grid of degrees. No boundary of any kind is drawn: a public map with boundaries needs an approval. A base
// layer is there only where the operator has set one, and its approval number stays on it, on screen, on paper and in the picture.
import { h, s, save } from './dom.js';
import { say } from './language.js';
import { pageSettings } from './api.js';
import { inkOn } from './levels.js';
import { spread } from './spread.js';

const WIDTH = 800;
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const FURTHEST = 12;

function spanOf(points, least) {
  const longitudes = points.map(point => point.longitude);
  const latitudes = points.map(point => point.latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const margin = 0.2; // room for a whole mark at the edge, also on a phone
  const wide = Math.max(Math.max(...longitudes) - Math.min(...longitudes), least) * (1 + 2 * margin);
  const high = Math.max(Math.max(...latitudes) - Math.min(...latitudes), least) * (1 + 2 * margin);
  return { west: (Math.min(...longitudes) + Math.max(...longitudes) - wide) / 2, north: (Math.min(...latitudes) + Math.max(...latitudes) + high) / 2,
    wide, high, squeeze: Math.cos(middle * Math.PI / 180) };
}

/** Degrees to the units of the drawing: equal distances look equal in the middle of it. */
function projection(points, least) {
  const span = spanOf(points, least);
  const high = Math.min(Math.max(span.high, span.wide * span.squeeze * 0.55), span.wide * span.squeeze * 1.1);
  const tallest = innerWidth < 900 ? 0.85 : 0.62; // on a wide screen the map has company beside it
  const wide = Math.max(span.wide, high / tallest / span.squeeze);
  const north = span.north + (high - span.high) / 2;
  const west = span.west - (wide - span.wide) / 2;
  const scale = WIDTH / (wide * span.squeeze);
  return { height: high * scale, west, north, east: west + wide, south: north - high,
    x: longitude => (longitude - west) * span.squeeze * scale, y: latitude => (north - latitude) * scale };
}

const DEGREE = 11;
const DEGREE_WIDE = 0.62; // of a character, as a share of its height

/** Lines of degrees; a line whose degree would be cut by the edge or covered by a mark has none. */
function gridOf(view, unit, isFree) {
  const step = STEPS.find(one => (view.east - view.west) / one <= 7) ?? 20;
  const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const lines = [];
  const degree = (x, y, text) => {
    const wide = text.length * DEGREE * DEGREE_WIDE * unit;
    return x + wide <= WIDTH && isFree({ x, y: y - DEGREE * unit, wide, high: DEGREE * unit })
      ? s('text', { class: 'degree', x, y, 'font-size': DEGREE * unit }, text) : '';
  };
  for (let at = Math.ceil(view.west / step) * step; at < view.east; at += step) {
    lines.push(s('line', { class: 'grid', x1: view.x(at), x2: view.x(at), y1: 0, y2: view.height }),
      degree(view.x(at) + 3 * unit, view.height - 4 * unit, `${at.toFixed(digits)}°E`));
  }
  for (let at = Math.ceil(view.south / step) * step; at < view.north; at += step) {
    lines.push(s('line', { class: 'grid', x1: 0, x2: WIDTH, y1: view.y(at), y2: view.y(at) }),
      degree(3 * unit, view.y(at) - 3 * unit, `${at.toFixed(digits)}°N`));
  }
  return lines;
}

function baseOf(map, view) {
  const [west, south, east, north] = map.bbox;
  return s('image', { href: map.image, x: view.x(west), y: view.y(north), width: view.x(east) - view.x(west), height: view.y(south) - view.y(north), preserveAspectRatio: 'none' });
}

const UNKNOWN = '#9AA0A6';
/** Radius of a mark with a label, and of one without, in px of the screen. */
const LABELLED = 13;
const SMALL = 5;
/** The share of the picture that marks with labels may cover; where more would be seen they are small. */
const COVERED = 0.45;

/** A mark stands at its place, or beside it with a line to it where it would cover another. */
function marker(point, at, place, unit) {
  const size = (point.small ? SMALL : LABELLED) * unit;
  const fill = point.color ?? UNKNOWN;
  const aside = Math.hypot(at.x - place.x, at.y - place.y) > 2 * unit;
  const shape = point.shape === 'square'
    ? s('rect', { x: at.x - size, y: at.y - size, width: 2 * size, height: 2 * size, fill, class: 'dot' })
    : s('circle', { cx: at.x, cy: at.y, r: size, fill, class: 'dot' });
  const label = point.small || !point.label ? null
    : s('text', { x: at.x, y: at.y, dy: '0.36em', 'text-anchor': 'middle', 'font-size': (point.label.length > 3 ? 9 : 12) * unit, fill: inkOn(fill),
      class: 'mark' }, point.label);
  // hundreds of links on the way through a page help nobody: small ones are for the pointer, and a table has them all
  return s(point.href ? 'a' : 'g', { href: point.href, role: point.href ? null : 'img', tabindex: point.href && point.small ? -1 : null,
    class: 'point', 'data-key': point.key, 'aria-label': point.title,
    'aria-current': point.marked ? 'true' : null }, s('title', {}, point.title),
    aside ? s('line', { class: 'leader', x1: place.x, y1: place.y, x2: at.x, y2: at.y }) : null,
    aside ? s('circle', { class: 'leader', cx: place.x, cy: place.y, r: 2 * unit }) : null,
    point.marked ? s('circle', { class: 'ring', cx: at.x, cy: at.y, r: size + 4 * unit }) : null, shape, label);
}

/** Pushed aside, but not over the edge. */
function within({ x, y }, view, room) {
  return { x: Math.min(Math.max(x, room), WIDTH - room), y: Math.min(Math.max(y, room), view.height - room) };
}

/** Where each mark stands: at its place, or aside where it would cover another. */
function standing(points, view, unit) {
  const places = points.map(point => ({ x: view.x(point.longitude), y: view.y(point.latitude) }));
  const at = points.some(point => point.small) ? places : spread(places, (2 * LABELLED + 2) * unit).map(mark => within(mark, view, (LABELLED + 5) * unit));
  return points.map((point, index) => ({ point, place: places[index], at: at[index], room: (point.small ? SMALL : LABELLED + 1) * unit }));
}

function isFreeOf(stood) {
  return ({ x, y, wide, high }) => !stood.some(({ at, room }) => at.x + room > x && at.x - room < x + wide && at.y + room > y && at.y - room < y + high);
}

/**
 * points: [{key, longitude, latitude, color, label, title, href, marked}]; title says the name and the value in words, marked is the one
 * that is meant. Places without coordinates are counted below the map. `onpick(key)` is called instead of following a point's href.
 * `least` is how many degrees are shown at least: places of one works lie closer than those of a city. The figure has show(points, title),
 * which keeps view and focus, and holds(points), whether all of them lie on it.
 */
export async function pointMap({ title, points, legend, onpick, least = 0.1 }) {
  const settings = await pageSettings();
  let placed = points.filter(hasPlace);
  if (placed.length === 0) {
    return h('p', { class: 'nothing' }, say('没有带坐标的点位。', 'No place here has coordinates.'));
  }
  const view = projection(placed, least);
  const svg = s('svg', { class: 'map', role: 'group', 'aria-label': title, viewBox: `0 0 ${WIDTH} ${view.height}` });
  const box = { x: 0, y: 0, width: WIDTH, height: view.height };
  const lost = h('span', { class: 'faint' });
  let crowded = false;

  function seen(point) {
    const x = view.x(point.longitude);
    const y = view.y(point.latitude);
    return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  }

  function isCrowded() {
    return placed.filter(seen).length * (2 * LABELLED) ** 2 > COVERED * svg.clientWidth * svg.clientHeight;
  }

  function look() {
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    svg.style.touchAction = box.width < WIDTH ? 'none' : ''; // a finger moves the map once there is somewhere to move it
  }

  function draw() {
    const unit = box.width / Math.max(svg.clientWidth || WIDTH, 1);
    const focused = svg.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    crowded = isCrowded();
    look();
    const drawn = crowded ? placed.map(point => ({ ...point, small: true })) : placed.filter(seen);
    const stood = standing(drawn, view, unit);
    svg.replaceChildren(settings.map ? baseOf(settings.map, view) : '', ...gridOf(view, unit, isFreeOf(stood)),
      ...stood.map(({ point, at, place }) => marker(point, at, place, unit)));
    if (focused) {
      svg.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
  }

  function zoom(by) {
    const width = Math.min(WIDTH, Math.max(WIDTH / FURTHEST, box.width / by));
    const height = width * view.height / WIDTH;
    move(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
  }

  function move(x, y, width = box.width, height = box.height) {
    const onlyMoved = width === box.width;
    Object.assign(box, { width, height, x: Math.min(Math.max(x, 0), WIDTH - width), y: Math.min(Math.max(y, 0), view.height - height) });
    onlyMoved && crowded && isCrowded() ? look() : draw(); // small marks are all there already, and can be thousands
  }

  function show(others, otherTitle = title) {
    svg.setAttribute('aria-label', otherTitle);
    placed = others.filter(hasPlace);
    const missing = others.length - placed.length;
    lost.textContent = missing ? say(`${missing} 个点位没有坐标`, `${missing} without coordinates`) : '';
    draw();
  }

  const dragged = drag(svg, () => box.width < WIDTH, (dx, dy) => move(box.x - dx * box.width / svg.clientWidth, box.y - dy * box.width / svg.clientWidth));
  svg.addEventListener('click', event => pick(event, dragged(), onpick));
  new ResizeObserver(draw).observe(svg);
  const button = (label, name, act) => h('button', { type: 'button', class: 'quiet', 'aria-label': name, title: name, onclick: act }, label);
  const pan = share => [[-share, 0, '←', say('向西', 'West')], [share, 0, '→', say('向东', 'East')], [0, -share, '↑', say('向北', 'North')], [0, share, '↓', say('向南', 'South')]]
    .map(([dx, dy, label, name]) => button(label, name, () => move(box.x + dx * box.width, box.y + dy * box.height)));
  const figure = h('figure', { class: 'figure map-figure' },
    h('div', { class: 'map-frame' }, svg, settings.map ? h('p', { class: 'approval' }, settings.map.approval_number) : null),
    h('figcaption', { class: 'under' }, legend ?? '', lost,
      // below the map and not on it, where they would cover points
      h('div', { class: 'map-buttons' }, button('+', say('放大', 'Zoom in'), () => zoom(1.6)), button('−', say('缩小', 'Zoom out'), () => zoom(1 / 1.6)), pan(0.25),
        h('button', { type: 'button', class: 'quiet', onclick: event => picture(svg, svg.getAttribute('aria-label'), settings.map).catch(() => { event.target.textContent = say('图片没有生成', 'No picture could be made'); }) }, 'PNG',
          h('span', { class: 'unseen' }, say(' 下载地图图片', ' download the map as a picture'))))));
  figure.show = show;
  figure.holds = others => others.filter(hasPlace).every(({ longitude, latitude }) => longitude >= view.west && longitude <= view.east && latitude >= view.south && latitude <= view.north);
  show(points);
  return figure;
}

function hasPlace(point) {
  return Number.isFinite(point.longitude) && Number.isFinite(point.latitude);
}

function pick(event, wasDrag, onpick) {
  const point = event.target.closest('a.point');
  if (!point) {
    return;
  }
  if (wasDrag) {
    event.preventDefault();
  } else if (onpick && !event.ctrlKey && !event.metaKey && !event.shiftKey) { // a new tab stays the reader's choice
    event.preventDefault();
    onpick(point.dataset.key);
  }
}

/** Follows the mouse, and a finger once the map is zoomed in: before that it scrolls the page. Gives what tells whether the click now coming ends a drag. */
function drag(svg, zoomed, moved) {
  let at = null;
  let way = 0;
  svg.addEventListener('pointerdown', event => { way = 0; at = event.pointerType === 'mouse' || zoomed() ? event : null; });
  svg.addEventListener('dragstart', event => event.preventDefault()); // a point is a link, which would be dragged itself
  svg.addEventListener('pointermove', event => {
    if (at?.pointerId === event.pointerId && event.buttons) {
      way += Math.abs(event.clientX - at.clientX) + Math.abs(event.clientY - at.clientY);
      moved(event.clientX - at.clientX, event.clientY - at.clientY);
      at = event;
    }
  });
  ['pointerup', 'pointercancel'].forEach(end => svg.addEventListener(end, () => { at = null; }));
  return () => way > 6;
}

const DRAWN = ['vector-effect', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-weight', 'opacity'];

/** An SVG outside its page knows neither its style sheet nor other files, so both are put into it. */
async function standalone(svg, map) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const style = getComputedStyle(from[index]);
    DRAWN.forEach(name => element.setAttribute(name, style.getPropertyValue(name)));
  });
  if (map) {
    const image = await (await fetch(map.image)).blob();
    const url = await new Promise(read => { const reader = new FileReader(); reader.onload = () => read(reader.result); reader.readAsDataURL(image); });
    copy.querySelector('image').setAttribute('href', url);
  }
  return copy;
}

async function picture(svg, title, map) {
  const copy = await standalone(svg, map);
  const width = svg.clientWidth * 2;
  const height = svg.clientHeight * 2;
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  await image.decode();
  const foot = 56;
  const canvas = h('canvas', { width, height: height + foot });
  const pen = canvas.getContext('2d');
  const style = getComputedStyle(document.documentElement);
  pen.fillStyle = style.getPropertyValue('--surface').trim();
  pen.fillRect(0, 0, width, height + foot);
  pen.drawImage(image, 0, 0);
  pen.fillStyle = style.getPropertyValue('--text').trim();
  pen.font = '26px system-ui, sans-serif';
  pen.fillText([title, map?.approval_number].filter(Boolean).join(' · '), 16, height + 38, width - 32);
  canvas.toBlob(blob => save(blob, title.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_') + '.png'), 'image/png');
}
