INSERT INTO trace (step) VALUES ('alpha 1');
CREATE TABLE alpha_hourly (station_code text, observed_at timestamptz);
