CREATE INDEX CONCURRENTLY alpha_hourly_by_station ON alpha_hourly (station_code);
