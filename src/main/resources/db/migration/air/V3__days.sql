-- One day of a station: labels 01:00 to 24:00. Means are null where too few hours are valid; the row stands all the same.
CREATE TABLE air_daily (
    station_code                  text COLLATE "C" NOT NULL,
    date                          date NOT NULL,
    pm25                          numeric,
    pm10                          numeric,
    so2                           numeric,
    no2                           numeric,
    co                            numeric,
    o3_8h_max                     numeric,
    o3_1h_max                     numeric,
    iaqi_pm25                     integer,
    iaqi_pm10                     integer,
    iaqi_so2                      integer,
    iaqi_no2                      integer,
    iaqi_o3                       integer,
    iaqi_co                       integer,
    aqi                           integer,
    aqi_level                     integer,
    primary_pollutants            text[],
    aqi_standard                  text,
    aqi_na_reason                 text,
    beyond_index                  boolean,
    valid_hours                   integer NOT NULL,
    valid_hours_pm25              integer NOT NULL,
    valid_hours_pm10              integer NOT NULL,
    valid_hours_so2               integer NOT NULL,
    valid_hours_no2               integer NOT NULL,
    valid_hours_o3                integer NOT NULL,
    valid_hours_co                integer NOT NULL,
    valid_windows_o3_8h           integer NOT NULL,
    complete                      boolean NOT NULL,
    flags                         text[],
    data_status                   text NOT NULL,
    computed_at                   timestamptz NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (station_code, date)
);
CREATE INDEX air_daily_by_date ON air_daily (date, station_code);
CREATE INDEX air_daily_by_revision ON air_daily USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_daily_history (
    LIKE air_daily,
    superseded_revision           bigint NOT NULL
);
CREATE INDEX air_daily_history_by_key ON air_daily_history (station_code, date);
CREATE INDEX air_daily_history_by_date ON air_daily_history (date, station_code);

-- One day of a city or county: means of the concentrations of its evaluation points' days, then the index.
CREATE TABLE air_cities_daily (
    city_code                     text COLLATE "C" NOT NULL,
    date                          date NOT NULL,
    city_name                     text NOT NULL,
    level                         text NOT NULL,
    pm25                          numeric,
    pm10                          numeric,
    so2                           numeric,
    no2                           numeric,
    co                            numeric,
    o3_8h_max                     numeric,
    o3_1h_max                     numeric,
    iaqi_pm25                     integer,
    iaqi_pm10                     integer,
    iaqi_so2                      integer,
    iaqi_no2                      integer,
    iaqi_o3                       integer,
    iaqi_co                       integer,
    aqi                           integer,
    aqi_level                     integer,
    primary_pollutants            text[],
    aqi_standard                  text,
    aqi_na_reason                 text,
    beyond_index                  boolean,
    valid_hours                   integer NOT NULL,
    complete                      boolean NOT NULL,
    flags                         text[],
    stations_used                 integer NOT NULL,
    stations_expected             integer NOT NULL,
    data_status                   text NOT NULL,
    computed_at                   timestamptz NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, date)
);
CREATE INDEX air_cities_daily_by_date ON air_cities_daily (date, city_code);
CREATE INDEX air_cities_daily_by_revision ON air_cities_daily USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_cities_daily_history (
    LIKE air_cities_daily,
    superseded_revision           bigint NOT NULL
);
CREATE INDEX air_cities_daily_history_by_key ON air_cities_daily_history (city_code, date);
CREATE INDEX air_cities_daily_history_by_date ON air_cities_daily_history (date, city_code);

-- What stands already has its days computed too.
INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
SELECT DISTINCT 'air-daily', station_code, ((observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date FROM air_hourly;
INSERT INTO rollup_queue (dataset, bucket_key, bucket_day)
SELECT DISTINCT 'air-cities-daily', city_code, ((observed_at - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00')::date FROM air_cities_hourly;
