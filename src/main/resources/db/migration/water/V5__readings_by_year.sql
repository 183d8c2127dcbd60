-- Readings grow by the year; see storage_by_time.
SELECT storage_by_time('water_readings', 'water-readings', 'sampled_at', 'section_code', false);
