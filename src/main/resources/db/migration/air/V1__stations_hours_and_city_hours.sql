-- Stations, in versions valid in time: a row is what was true of a station from valid_from until the day before valid_to.
CREATE TABLE air_stations (
    station_code                  text COLLATE "C" NOT NULL,
    valid_from                    date NOT NULL,
    name                          text NOT NULL,
    name_en                       text,
    city_code                     text COLLATE "C",
    city_name                     text,
    division_code                 text COLLATE "C",
    longitude                     numeric,
    latitude                      numeric,
    datum                         text,
    elevation                     numeric,
    site_type                     text,
    control_level                 text,
    in_city_evaluation            boolean NOT NULL,
    measured_pollutants           text[],
    operator                      text,
    valid_to                      date,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (station_code, valid_from)
);
CREATE INDEX air_stations_by_city ON air_stations (city_code);

CREATE TABLE air_stations_history (
    LIKE air_stations,
    superseded_revision           bigint NOT NULL
);
CREATE INDEX air_stations_history_by_key ON air_stations_history (station_code, valid_from);

-- A feed that reports another name, city or place for a known station does not change the register: somebody must decide.
CREATE TABLE air_station_proposals (
    station_code                  text COLLATE "C" NOT NULL,
    proposed_from                 date        NOT NULL,
    name                          text        NOT NULL,
    city_name                     text,
    longitude                     numeric,
    latitude                      numeric,
    batch_id                      uuid        NOT NULL,
    proposed_at                   timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE NULLS NOT DISTINCT (station_code, name, city_name, longitude, latitude)
);

-- One hour at one station. *_received is what the source gave where the published value may have been computed here.
CREATE TABLE air_hourly (
    station_code                  text COLLATE "C" NOT NULL,
    observed_at                   timestamptz NOT NULL,
    pm25                          numeric,
    pm10                          numeric,
    so2                           numeric,
    no2                           numeric,
    o3                            numeric,
    co                            numeric,
    o3_8h_received                numeric,
    pm25_24h_received             numeric,
    pm10_24h_received             numeric,
    reported_aqi                  integer,
    reported_primary_pollutants   text[],
    received_flags                text[],
    received_text                 text,
    o3_8h                         numeric,
    pm25_24h                      numeric,
    pm10_24h                      numeric,
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
    flags                         text[],
    data_status                   text NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (station_code, observed_at)
);
CREATE INDEX air_hourly_by_time ON air_hourly (observed_at, station_code);
-- revisions rise with the place in the table, so a block range index finds what changed since one
CREATE INDEX air_hourly_by_revision ON air_hourly USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_hourly_history (
    LIKE air_hourly,
    superseded_revision           bigint NOT NULL
);
CREATE INDEX air_hourly_history_by_key ON air_hourly_history (station_code, observed_at);
CREATE INDEX air_hourly_history_by_time ON air_hourly_history (observed_at, station_code);

-- One hour of one city or county: means of the concentrations of its evaluation points, then the index.
CREATE TABLE air_cities_hourly (
    city_code                     text COLLATE "C" NOT NULL,
    observed_at                   timestamptz NOT NULL,
    city_name                     text NOT NULL,
    level                         text NOT NULL,
    pm25                          numeric,
    pm10                          numeric,
    so2                           numeric,
    no2                           numeric,
    o3                            numeric,
    co                            numeric,
    o3_8h                         numeric,
    pm25_24h                      numeric,
    pm10_24h                      numeric,
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
    flags                         text[],
    stations_used                 integer NOT NULL,
    stations_expected             integer NOT NULL,
    data_status                   text NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, observed_at)
);
CREATE INDEX air_cities_hourly_by_time ON air_cities_hourly (observed_at, city_code);
CREATE INDEX air_cities_hourly_by_revision ON air_cities_hourly USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_cities_hourly_history (
    LIKE air_cities_hourly,
    superseded_revision           bigint NOT NULL
);
CREATE INDEX air_cities_hourly_history_by_key ON air_cities_hourly_history (city_code, observed_at);
CREATE INDEX air_cities_hourly_history_by_time ON air_cities_hourly_history (observed_at, city_code);

-- Changes of the register that city hours must follow, drained by whoever is free; a row goes when its hours are recomputed.
CREATE TABLE air_city_hour_queue (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    city_code    text NOT NULL,
    from_day     date NOT NULL,
    to_day       date,
    queued_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    not_before   timestamptz NOT NULL DEFAULT clock_timestamp()
);
