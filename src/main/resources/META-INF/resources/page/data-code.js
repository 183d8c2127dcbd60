// The same request as an address, for curl, for Python (pandas) and for R (readr). Nothing here touches the page.
import { address } from './api.js';

const ENDINGS = { json: 'json', csv: 'csv', ndjson: 'ndjson', geojson: 'geojson', columns: 'json' };

/** air-hourly_990100_2026-10-01_2026-11-01.csv: what was asked for, without the signs file systems dislike. */
export function fileName(dataset, query) {
  const parts = [query.station, query.section, query.source, query.city, query.from, query.to, query.date, query.month].filter(Boolean).map(String);
  return [dataset.id, ...parts].join('_').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 120) + '.' + (ENDINGS[query.format] ?? 'json');
}

export function requestUrl(dataset, query) {
  return location.origin + address(dataset.path, query);
}

/** Of the columns asked for those the answer has, in its order. */
export function answered(columns, query) {
  const asked = query.fields ?? [];
  return asked.length === 0 ? columns : asked.map(name => columns.find(one => one.name === name)).filter(Boolean);
}

/** As CSV whatever format the form says: pandas and readr read that best. `count` and `cursor` are of JSON alone. */
function csvUrl(dataset, query) {
  return requestUrl(dataset, { ...query, format: 'csv', count: null, bom: null });
}

const quoted = text => JSON.stringify(text);

/** Lines of at most some 100 characters: names in one list, wrapped. */
function wrapped(items, indent) {
  const lines = [''];
  for (const item of items) {
    const last = lines[lines.length - 1];
    if (last && last.length + item.length > 90) {
      lines.push(item);
    } else {
      lines[lines.length - 1] = last ? `${last}, ${item}` : item;
    }
  }
  return lines.join(`,\n${indent}`);
}

export function curl(dataset, query) {
  return `curl --fail --compressed --output '${fileName(dataset, query)}' \\\n  '${requestUrl(dataset, query)}'`;
}

/** Codes stay text (leading zeros, long numbers); whole numbers and yes/no stay what they are where cells are empty. */
function dtypes(columns) {
  const named = (wanted, type) => {
    const names = columns.filter(wanted).map(one => quoted(one.name));
    return names.length ? `    **dict.fromkeys([${wrapped(names, '        ')}], ${type}),\n` : '';
  };
  const all = named(one => one.type === 'string' || one.type === 'json', 'str') + named(one => one.type === 'integer', '"Int64"') + named(one => one.type === 'boolean', '"boolean"');
  return all && `dtype = {\n${all}}\n`;
}

export function python(dataset, columns, query) {
  const read = answered(columns, query);
  const times = read.filter(one => one.type === 'dateTimeStamp' || one.type === 'date').map(one => quoted(one.name));
  const types = dtypes(read);
  const options = [types && 'dtype=dtype', times.length && `parse_dates=[${wrapped(times, '    ')}]`].filter(Boolean);
  return `import pandas as pd\n\nurl = ${quoted(csvUrl(dataset, query))}\n${types}data = pd.read_csv(${['url', ...options].join(', ')})\n`;
}

const R_TYPES = { decimal: 'd', integer: 'i', boolean: 'l', date: 'D', dateTimeStamp: 'T' };
const R_NAMES = { d: 'col_double()', i: 'col_integer()', l: 'col_logical()', D: 'col_date()', T: 'col_datetime()' };

export function r(dataset, columns, query) {
  const types = answered(columns, query).filter(one => R_TYPES[one.type]).map(one => `  ${one.name} = ${R_NAMES[R_TYPES[one.type]]}`);
  return `library(readr)\n\nurl <- ${quoted(csvUrl(dataset, query))}\ndata <- read_csv(url, col_types = cols(\n${[...types, '  .default = col_character()'].join(',\n')}\n), locale = locale(tz = "Etc/GMT-8"))\n`;
}
