-- Stations whose start is not known (1970-01-01) now count in their city from the day of their first hour on: what was computed with
-- them before that day, or with those that never sent an hour, follows.
INSERT INTO air_city_hour_queue (city_code, from_day, to_day)
SELECT first.code, day_of_hour(first.observed_at), first.to_day
  FROM (SELECT u.code, u.to_day, (SELECT min(c.observed_at) FROM air_cities_hourly c WHERE c.city_code = u.code) AS observed_at
          FROM (SELECT b.code, CASE WHEN bool_or(f.first_hour IS NULL) THEN NULL ELSE max(day_of_hour(f.first_hour)) END AS to_day
                  FROM air_stations v
                  LEFT JOIN air_first_hours f ON f.station_code = v.station_code
                 CROSS JOIN LATERAL (VALUES (v.city_code), (v.division_code)) AS b(code)
                 WHERE v.valid_from = DATE '1970-01-01' AND v.in_city_evaluation AND b.code IS NOT NULL
                 GROUP BY b.code) AS u) AS first
 WHERE first.observed_at IS NOT NULL AND (first.to_day IS NULL OR day_of_hour(first.observed_at) < first.to_day);
