-- Readings grow by the year; see storage_by_time.
-- a download of a service that still runs is not waited for: whoever reads would wait behind
SET LOCAL lock_timeout = '30s';
SELECT storage_by_time('water_readings', 'water-readings', 'sampled_at', 'section_code', false);
