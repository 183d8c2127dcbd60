-- The day an hour belongs to; one that ends at midnight belongs to the day before.
CREATE FUNCTION day_of_hour(hour_end timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((hour_end - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date;

-- The first hour there is of a station; it can only move back. Written with the hours, in their transaction.
CREATE TABLE air_first_hours (
    station_code  text COLLATE "C" PRIMARY KEY,
    first_hour    timestamptz NOT NULL
);

INSERT INTO air_first_hours (station_code, first_hour)
SELECT s.station_code, f.first_hour
  FROM (SELECT DISTINCT station_code FROM air_stations) AS s
 CROSS JOIN LATERAL (SELECT min(h.observed_at) AS first_hour FROM air_hourly h WHERE h.station_code = s.station_code) AS f
 WHERE f.first_hour IS NOT NULL;

-- The last day that counts as ended, one row. What rests on the passing of days waits behind it: whoever changes hours holds the row
-- FOR SHARE until commit, so that a day ends either before the change, which then queues its bucket, or after it, and then sees it.
CREATE TABLE air_days_ended (
    through  date
);
INSERT INTO air_days_ended (through) VALUES (NULL);

-- How complete a month of a station is, a row for each pollutant. Gaps are ISO 8601 intervals: from the end of the last hour before
-- to the end of the last that lacks.
CREATE TABLE air_completeness (
    station_code        text COLLATE "C" NOT NULL,
    period              text COLLATE "C" NOT NULL,
    pollutant           text COLLATE "C" NOT NULL,
    period_start        date NOT NULL,
    period_end          date NOT NULL,
    hours_expected      integer NOT NULL,
    hours_received      integer NOT NULL,
    hours_valid         integer NOT NULL,
    hours_not_monitored integer NOT NULL,
    valid_rate          numeric,
    days_valid          integer NOT NULL,
    gaps_count          integer NOT NULL,
    longest_gap_hours   integer NOT NULL,
    gaps                text[] NOT NULL,
    data_status         text NOT NULL,
    computed_at         timestamptz NOT NULL,
    revision            bigint NOT NULL,
    revision_reason     text,
    batch_id            uuid,
    PRIMARY KEY (station_code, period, pollutant)
);
CREATE INDEX air_completeness_by_start ON air_completeness (period_start, station_code, pollutant);
CREATE INDEX air_completeness_by_revision ON air_completeness USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_completeness_history (LIKE air_completeness, superseded_revision bigint NOT NULL);
CREATE INDEX air_completeness_history_by_key ON air_completeness_history (station_code, period, pollutant);
CREATE INDEX air_completeness_history_by_start ON air_completeness_history (period_start, station_code, pollutant);

-- The same of a year, from its months; of its gaps the longest alone, since a year may have thousands.
CREATE TABLE air_completeness_annual (
    station_code        text COLLATE "C" NOT NULL,
    period              text COLLATE "C" NOT NULL,
    pollutant           text COLLATE "C" NOT NULL,
    period_start        date NOT NULL,
    period_end          date NOT NULL,
    hours_expected      integer NOT NULL,
    hours_received      integer NOT NULL,
    hours_valid         integer NOT NULL,
    hours_not_monitored integer NOT NULL,
    valid_rate          numeric,
    days_valid          integer NOT NULL,
    gaps_count          integer NOT NULL,
    longest_gap_hours   integer NOT NULL,
    longest_gap         text,
    data_status         text NOT NULL,
    computed_at         timestamptz NOT NULL,
    revision            bigint NOT NULL,
    revision_reason     text,
    batch_id            uuid,
    PRIMARY KEY (station_code, period, pollutant)
);
CREATE INDEX air_completeness_annual_by_start ON air_completeness_annual (period_start, station_code, pollutant);
CREATE INDEX air_completeness_annual_by_revision ON air_completeness_annual USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_completeness_annual_history (LIKE air_completeness_annual, superseded_revision bigint NOT NULL);
CREATE INDEX air_completeness_annual_history_by_key ON air_completeness_annual_history (station_code, period, pollutant);
CREATE INDEX air_completeness_annual_history_by_start ON air_completeness_annual_history (period_start, station_code, pollutant);
