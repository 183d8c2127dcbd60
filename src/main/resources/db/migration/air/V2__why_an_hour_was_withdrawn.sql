-- What whoever withdrew an hour wrote as the reason; a later value of the hour has none.
ALTER TABLE air_hourly ADD COLUMN revision_note text;
ALTER TABLE air_hourly_history ADD COLUMN revision_note text;
