// When the next data of a dataset is due, from nothing but its catalogue entry. Nothing here touches the page.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = '+08:00';

/**
 * Months a period has, or its length in ms; and how long after its end its data may take. Hours: within one hour, days: by 12:00 of
 * the next day (HJ 633-2026, 5.2.2 and 5.2.1). For the others no rule is at hand: what stands here is this page's.
 */
const PERIODS = {
  PT1H: { length: HOUR, grace: HOUR },
  PT4H: { length: 4 * HOUR, grace: 4 * HOUR },
  P1D: { length: DAY, grace: 12 * HOUR },
  P1M: { months: 1, grace: DAY },
  P3M: { months: 3, grace: DAY },
  P1Y: { months: 12, grace: DAY },
};

/** They come when there is something to tell, so that nothing is late. */
const AS_IT_HAPPENS = ['air-alerts', 'air-photos', 'supervision-records', 'water-station-states'];
/** One day's forecasts reach three days ahead and are out by 20:00 (HJ 633-2026, 5.2.3). */
const FORECASTS = { id: 'air-forecasts', days: 3, hour: 20 };
/** They follow the forecasts and the days, and are not due by themselves. */
const FOLLOW = ['air-forecasts-scores', 'air-forecasts-verification'];

const midnight = (year, month, day = 1) => Date.parse(`${new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)}T00:00:00${ZONE}`);

/** The end of the calendar period of so many months in which a local day lies. */
function monthsEnd(isoDay, months) {
  const [year, month] = isoDay.split('-').map(Number);
  return midnight(year, (Math.floor((month - 1) / months) + 1) * months + 1);
}

const localDay = instant => new Date(instant + 8 * HOUR).toISOString().slice(0, 10);

/** Where the newest period ends: that of a date is over at its end, an hour is named by its end, an instant is the sampling itself. */
function newestEnd(dataset, period) {
  if (period.months) {
    return monthsEnd(localDay(Date.parse(dataset.to.length === 10 ? dataset.to + 'T00:00:00' + ZONE : dataset.to)), period.months);
  }
  return dataset.to.length === 10 ? Date.parse(dataset.to + 'T00:00:00' + ZONE) + period.length : Date.parse(dataset.to);
}

function followingEnd(end, period) {
  return period.months ? monthsEnd(localDay(end), period.months) : end + period.length;
}

function forecastsDue(dataset) {
  return Date.parse(`${dataset.to}T00:00:00${ZONE}`) - (FORECASTS.days - 1) * DAY + FORECASTS.hour * HOUR;
}

export function isFollowing(dataset) {
  return FOLLOW.includes(dataset.id);
}

/** Whether a dataset has a clock at all: it tells of times, and new ones are to be expected. */
export function hasClock(dataset) {
  return Boolean(dataset.to && PERIODS[dataset.resolution]) && !AS_IT_HAPPENS.includes(dataset.id) && !isFollowing(dataset);
}

/**
 * {due, late}: when the next data was or is due, and by how much it is late now, all in ms; late is 0 while there is time. While the
 * newest period still runs it is itself what is due next.
 */
export function clock(dataset, now) {
  if (dataset.id === FORECASTS.id) {
    const due = forecastsDue(dataset);
    return { due, late: Math.max(0, now - due) };
  }
  const period = PERIODS[dataset.resolution];
  const end = newestEnd(dataset, period);
  const due = (end > now ? end : followingEnd(end, period)) + period.grace;
  return { due, late: Math.max(0, now - due) };
}
