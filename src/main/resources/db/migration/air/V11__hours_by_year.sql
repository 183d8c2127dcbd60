-- Hours grow by the year; see storage_by_time.
-- a download of a service that still runs is not waited for: whoever reads would wait behind
SET LOCAL lock_timeout = '30s';
SELECT storage_by_time('air_hourly', 'air-hourly', 'observed_at', 'station_code', true);
SELECT storage_by_time('air_cities_hourly', 'air-cities-hourly', 'observed_at', 'city_code', true);
