// Figures and times as people read them. Times are those of the data, +08:00, wherever the reader is.
import { language, say } from './language.js';

const LOCALE = language === 'zh' ? 'zh-CN' : 'en-GB';
const ZONE = '+08:00';
/** The same offset under the name every browser knows; "GMT-8" is east in this list. */
const EAST_8 = 'Etc/GMT-8';
const clock = new Intl.DateTimeFormat(LOCALE, { timeZone: EAST_8, month: language === 'zh' ? 'numeric' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(LOCALE, { timeZone: EAST_8, year: 'numeric', month: language === 'zh' ? 'numeric' : 'short', day: 'numeric' });
const weekday = new Intl.DateTimeFormat(LOCALE, { timeZone: EAST_8, weekday: 'short' });
const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });

export const NOTHING = '—';

/** A number exactly as the API has it, with the thousands set off. */
export function number(value) {
  return value === null || value === undefined ? NOTHING : plain.format(value);
}

/** 11/1 00:00 or 1 Nov, 00:00; of an hour it is the end. */
export function moment(iso) {
  return iso ? clock.format(new Date(iso)) : NOTHING;
}

export function date(iso) {
  return iso ? day.format(new Date(iso.length === 10 ? iso + 'T00:00:00' + ZONE : iso)) : NOTHING;
}

export function dayOfWeek(iso) {
  return weekday.format(new Date(iso + 'T00:00:00' + ZONE));
}

/** 2026-11-01, the local date of an instant. */
export function localDate(instant) {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The date some days later. */
export function daysLater(isoDate, days) {
  return new Date(Date.parse(isoDate + 'T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10);
}

/** An instant on the wire: 2026-11-01T00:00:00+08:00. */
export function wire(milliseconds) {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19) + ZONE;
}

/** How long ago, in the largest unit that says it. */
export function age(iso, now = Date.now()) {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  if (minutes < 60) {
    return say(`${minutes} 分钟前`, minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`);
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return say(`${hours} 小时前`, hours === 1 ? '1 hour ago' : `${hours} hours ago`);
  }
  return say(`${Math.floor(hours / 24)} 天前`, `${Math.floor(hours / 24)} days ago`);
}

/** A share in percent with one decimal, half to even: as the API rounds the same share. */
export function percentOf(part, whole) {
  const tenths = Math.floor(part * 1000 / whole);
  const rest = 2 * (part * 1000 - tenths * whole);
  return (rest > whole || (rest === whole && tenths % 2 === 1) ? tenths + 1 : tenths) / 10;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

export function bytes(count) {
  let size = count;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size >= 100 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}
