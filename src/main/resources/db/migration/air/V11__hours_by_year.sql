-- Hours grow by the year; see storage_by_time.
SELECT storage_by_time('air_hourly', 'air-hourly', 'observed_at', 'station_code', true);
SELECT storage_by_time('air_cities_hourly', 'air-cities-hourly', 'observed_at', 'city_code', true);
