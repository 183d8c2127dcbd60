// The newest view of every camera.
import { get } from './api.js';
import { h } from './dom.js';
import { age, moment } from './format.js';
import { named, say } from './language.js';
import { empty } from './section.js';
import { stationsOf } from './today-stations.js';
import { instant, noticeOf } from './today-words.js';

/** So many are likely on the screen at once; those further along the row wait. */
const AT_ONCE = 4;

function view(photo, name, alone, index) {
  const camera = alone ? '' : say(` 摄像头 ${photo.camera}`, `, camera ${photo.camera}`);
  const words = say(`${name}${camera}的实景照片，摄于${moment(photo.taken_at)}`, `View from ${name}${camera}, taken ${moment(photo.taken_at)}`);
  return h('li', { 'data-key': photo.photo_id }, h('figure', { class: 'view' },
    h('a', { href: photo.url }, h('img', { src: photo.thumbnail_url, alt: words, width: photo.width, height: photo.height,
      loading: index < AT_ONCE ? null : 'lazy', decoding: 'async' })),
    h('figcaption', { class: 'small' }, h('strong', {}, name, camera), h('br'), instant(photo.taken_at, 'taken_at'), ' ',
      h('span', { class: 'faint' }, `(${age(photo.taken_at)})`))));
}

export async function views(city, section) {
  const [{ data, meta }, stations] = await Promise.all([get('/air/photos', { city: city.city_code, latest: true, order: 'desc', limit: 100 }), stationsOf(city)]);
  const shown = data.filter(photo => photo.url);
  if (shown.length === 0) {
    return empty('还没有实景照片。', 'There is no picture yet.');
  }
  section.dataset.asOf = shown[0].taken_at;
  const nameOf = code => { const row = stations.data.find(one => one.station_code === code); return row ? named(row) : code; };
  const camerasAt = code => shown.filter(one => one.station_code === code).length;
  return [h('ul', { class: 'views scroll', tabindex: shown.length > 1 ? 0 : null, 'aria-label': say('各摄像头最新照片', 'Newest picture of every camera') },
    shown.map((photo, index) => view(photo, nameOf(photo.station_code), camerasAt(photo.station_code) === 1, index))), noticeOf(meta)];
}
