// What several parts of the page about the air say in the same way.
import { h } from './dom.js';
import { daysLater, localDate, moment, number, NOTHING } from './format.js';
import { language, say } from './language.js';
import { band, bands, filled, listed, reasonFor } from './levels.js';

/** PM2.5 as people write it, with the figure below the line. */
export function pollutantName(pollutant) {
  return [pollutant.html[0], pollutant.html[1] ? h('sub', {}, pollutant.html[1]) : null];
}

export function primaryOf(row) {
  const primary = row.primary_pollutants ?? [];
  return primary.length ? listed(primary) : row.aqi === null ? NOTHING : say('无', 'none');
}

/** The notice that belongs to the data, where its status asks for one. */
export function noticeOf(meta) {
  return meta.notice ? h('p', { class: 'small faint', 'data-field': 'notice' }, meta.notice[language]) : null;
}

/** A value, or why there is none: to be read, not only to be pointed at. */
export function valueOf(row, column) {
  const reason = reasonFor(row, column);
  if (row[column] !== null && row[column] !== undefined) {
    return number(row[column]);
  }
  return h('span', { class: 'faint', title: reason }, NOTHING, reason ? h('span', { class: 'unseen' }, reason) : null);
}

/** A moment of the data; the column it comes from. */
export function instant(iso, column) {
  return h('time', { datetime: iso, 'data-field': column }, moment(iso));
}

/** The newest day all hours of which can have come, by the newest hour there is: 00:00 ends the day before, any other is of a day that runs. */
export function lastWholeDay(newestHour) {
  return daysLater(localDate(newestHour), -1);
}

/** The AQI of a level, from its least to its greatest, in this edition of HJ 633. */
export function rangeOf(one, edition) {
  if (one.level === bands.length) {
    return '>300';
  }
  const least = edition === 'HJ 633-2012' ? 0 : 1; // the newer edition's index begins at 1
  return `${one.level === 1 ? least : bands[one.level - 2].to + 1}–${one.to}`;
}

/** Colour and word of a level, neither without the other. */
export function levelMark(level) {
  return [swatch(band(level).color), band(level).word];
}

export function swatch(color) {
  return h('span', { class: color ? 'swatch' : 'swatch none', style: filled(color) });
}

/** The column of primary pollutants in a table. */
export const PRIMARY = {
  field: 'primary_pollutants', title: say('首要污染物', 'Primary'),
  cell: row => row.primary_pollutants ? primaryOf(row) : NOTHING,
  value: row => row.primary_pollutants ? primaryOf(row) : null,
};

/** A click that means this page, and not a new tab or window. */
export function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
