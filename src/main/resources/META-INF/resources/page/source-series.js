// Which series of monitoring a source has, and the rows of one of them.
import { columns, everything, get } from './api.js';
import { wire } from './format.js';
import { factorName } from './source-factors.js';

const PATH = '/sources/monitoring';
const KEYS = ['outlet_code', 'factor_code', 'factor_name', 'averaging', 'compliant'];
const ROWS = ['observed_at', 'measured_value', 'corrected_value', 'judged_on', 'unit', 'limit_low', 'limit_high', 'limit_averaging', 'limit_standard', 'compliant', 'exceedance_multiple',
  'valid', 'monitoring_type', 'monitoring_mode', 'detection_limit', 'below_detection', 'logger_flag', 'operator_mark', 'not_monitored_reason', 'data_status', 'flags'];
/** Rows that a chart can show and a reader take in; what is longer is in the download. */
export const MOST = 5000;

function rowsOf({ data }) {
  return (data.outlet_code ?? []).map((_, at) => Object.fromEntries(KEYS.map(key => [key, data[key][at]])));
}

async function newest(source, question) {
  return rowsOf(await columns(PATH, { source, order: 'desc', limit: 1000, fields: KEYS, ...question }));
}

function add(found, rows) {
  for (const row of rows) {
    const key = [row.outlet_code, row.factor_code, row.averaging].join(' ');
    const one = found.get(key) ?? { outlet: row.outlet_code, factor: row.factor_code, factorName: factorName(row.factor_code, row.factor_name), averaging: row.averaging, isJudged: false };
    one.isJudged ||= row.compliant !== null;
    found.set(key, one);
  }
}

/**
 * The series there are, as far as the newest rows tell: hourly ones would hide what is rarer, so averages of a day and more, instants and
 * results by hand are asked for apart, and so is what the register has and those rows do not.
 */
export async function seriesOf(source, registered) {
  const found = new Map();
  (await Promise.all([newest(source, {}), newest(source, { averaging: 'instant,24h,month,quarter,year' }), newest(source, { mode: 'manual' })])).forEach(rows => add(found, rows));
  const lacking = (name, codes) => [...new Set(codes)].filter(code => ![...found.values()].some(one => one[name] === code));
  const outlets = lacking('outlet', registered.outlets.map(outlet => outlet.outlet_code));
  const factors = lacking('factor', registered.permit_limits.map(limit => limit.factor_code));
  const further = await Promise.all([outlets.length ? newest(source, { outlet: outlets }) : [], factors.length ? newest(source, { factor: factors }) : []]);
  further.forEach(rows => add(found, rows));
  return [...found.values()].sort((one, other) => one.outlet.localeCompare(other.outlet) || one.factor.localeCompare(other.factor) || one.averaging.localeCompare(other.averaging));
}

/** The rows of a series in the days before its newest row (all of them without days), oldest first: {rows, notice, isCut}. */
export async function rowsIn(source, series, days) {
  const question = { source, outlet: series.outlet, factor: series.factor, averaging: series.averaging };
  const newestRow = (await get(PATH, { ...question, order: 'desc', limit: 1, fields: 'observed_at' })).data[0];
  if (!newestRow) {
    return { rows: [], notice: null, isCut: false };
  }
  const from = days ? wire(Date.parse(newestRow.observed_at) - days * 86_400_000) : null;
  const { data, meta } = await everything(PATH, { ...question, from, order: 'desc', fields: ROWS }, MOST);
  return { rows: data.slice(0, MOST).reverse(), notice: meta.notice ?? null, isCut: data.length >= MOST };
}

const HOUR = 3_600_000;
const PERIODS = { '1h': HOUR, '2h': 2 * HOUR, '24h': 24 * HOUR };

/** How long a mean of this kind lasts in milliseconds; null where that is not one length. */
export function periodOf(averaging) {
  return PERIODS[averaging] ?? null;
}
