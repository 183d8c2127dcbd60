// The catalogue (DCAT as JSON-LD) as the pages need it, and its terms in words.
import { get } from './api.js';
import { language, other, say } from './language.js';

/** Of [{"@language": "zh", "@value": …}, …] the text in the page's language, else the other. */
export function text(values) {
  const of = wanted => [values].flat().find(one => one?.['@language'] === wanted)?.['@value'];
  return of(language) ?? of(other) ?? '';
}

const value = typed => typed?.['@value'] ?? null;

/** One dcat:Dataset: {id, title, description, keywords, path, frequency, resolution, from, to, modified, licence, rights}. */
export function entry(dataset) {
  const access = dataset['dcat:distribution']?.[0]?.['dcat:accessURL']?.['@id'] ?? '';
  return {
    id: dataset['dct:identifier'],
    title: text(dataset['dct:title']),
    description: text(dataset['dct:description']),
    keywords: (dataset['dcat:keyword'] ?? []).filter(one => one['@language'] === language).map(one => one['@value']),
    path: access.replace(/^\/api\/v1/, '').replace(/\?.*$/, ''),
    frequency: dataset['dct:accrualPeriodicity']?.['@id']?.split('/').pop() ?? null,
    resolution: value(dataset['dcat:temporalResolution']),
    from: value(dataset['dct:temporal']?.['dcat:startDate']),
    to: value(dataset['dct:temporal']?.['dcat:endDate']),
    modified: value(dataset['dct:modified']),
    licence: dataset['dct:license']?.['@id'] ?? null,
    rights: text(dataset['dct:rights']?.['rdfs:label']),
  };
}

/** All datasets: {publisher, datasets: [entry]}. */
export async function catalogue() {
  const all = await get('/catalog');
  return { publisher: text(all['dct:publisher']?.['foaf:name']), datasets: all['dcat:dataset'].map(entry) };
}

const GROUPS = [
  { prefix: 'air', zh: '环境空气', en: 'Air' },
  { prefix: 'water', zh: '地表水', en: 'Surface water' },
  { prefix: 'sources', zh: '污染源', en: 'Pollution sources' },
  { prefix: 'supervision', zh: '监管执法', en: 'Supervision' },
];

/** The datasets by what they are about, as their ids begin: [{prefix, title, rows}]; what begins otherwise comes last. */
export function grouped(datasets) {
  const of = dataset => GROUPS.find(group => dataset.id.split('-')[0] === group.prefix);
  const rest = { prefix: 'other', zh: '其他', en: 'Others' };
  return [...GROUPS, rest]
    .map(group => ({ prefix: group.prefix, title: say(group.zh, group.en), rows: datasets.filter(one => (of(one) ?? rest) === group) }))
    .filter(group => group.rows.length > 0);
}

const RESOLUTIONS = {
  PT1H: ['每小时', 'every hour'], PT4H: ['每 4 小时', 'every 4 hours'], P1D: ['每天', 'every day'], P1W: ['每周', 'every week'],
  P1M: ['每月', 'every month'], P3M: ['每季', 'every quarter'], P1Y: ['每年', 'every year'],
};
const FREQUENCIES = { HOURLY: 'PT1H', DAILY: 'P1D', WEEKLY: 'P1W', MONTHLY: 'P1M', QUARTERLY: 'P3M', ANNUAL: 'P1Y' };

/** How often new data comes, in words. */
export function cadence(dataset) {
  const words = RESOLUTIONS[dataset.resolution ?? FREQUENCIES[dataset.frequency]];
  return words ? say(...words) : say('随来源更新', 'as its source is updated');
}

/** 2026-10-31 08:00, the time as the wire has it (+08:00), to the minute; a date stays a date. */
export function stamp(iso) {
  return iso ? iso.slice(0, 16).replace('T', ' ') : null;
}

/** What a time is called in a dataset of this resolution: 2026-10 of months, 2026-Q4 of quarters, 2026 of years. */
export function periodName(iso, resolution) {
  if (iso?.length === 10 && resolution === 'P3M') {
    return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
  }
  return iso?.length === 10 ? iso.slice(0, { P1M: 7, P1Y: 4 }[resolution] ?? 10) : stamp(iso);
}

/** From when to when its rows tell; null for registers and what shows only the newest. */
export function covered(dataset) {
  if (!dataset.from || !dataset.to) {
    return null;
  }
  const from = periodName(dataset.from, dataset.resolution);
  const to = periodName(dataset.to, dataset.resolution);
  return from === to ? from : say(`${from} 至 ${to}`, `${from} to ${to}`);
}

const LICENCES = {
  'https://creativecommons.org/licenses/by/4.0/': ['CC BY 4.0（署名）', 'CC BY 4.0 (attribution)'],
  'https://creativecommons.org/publicdomain/zero/1.0/': ['CC0 1.0', 'CC0 1.0'],
};

/** A short name of a licence; an unknown one goes by its address. */
export function licenceName(url) {
  return LICENCES[url] ? say(...LICENCES[url]) : url;
}
