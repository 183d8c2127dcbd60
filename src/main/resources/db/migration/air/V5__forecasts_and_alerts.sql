-- What an issue foretells for one day of a city. Every issue stays; supersedes names the one before it of the same city, issuer and day.
CREATE TABLE air_forecasts (
    city_code                     text COLLATE "C" NOT NULL,
    issuer                        text COLLATE "C" NOT NULL,
    issued_at                     timestamptz NOT NULL,
    date                          date NOT NULL,
    city_name                     text,
    lead_day                      integer NOT NULL,
    aqi_low                       integer,
    aqi_high                      integer,
    aqi_level_low                 integer NOT NULL,
    aqi_level_high                integer NOT NULL,
    primary_pollutants            text[] NOT NULL,
    text                          text,
    supersedes                    timestamptz,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, date, issuer, issued_at)
);
CREATE INDEX air_forecasts_by_date ON air_forecasts (date, city_code, issuer, issued_at);
CREATE INDEX air_forecasts_by_revision ON air_forecasts USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_forecasts_history (LIKE air_forecasts, superseded_revision bigint NOT NULL);
CREATE INDEX air_forecasts_history_by_key ON air_forecasts_history (city_code, date, issuer, issued_at);
CREATE INDEX air_forecasts_history_by_date ON air_forecasts_history (date, city_code, issuer, issued_at);

-- A batch of forecasts and a city day that comes at the same time meet at this row, so it must be there before the first batch.
INSERT INTO dataset_head (dataset, revision, published_at) VALUES ('air-forecasts', 0, '-infinity') ON CONFLICT (dataset) DO NOTHING;

-- A forecast beside the day as it came. Where the day has no AQI nothing is verified and the row stands all the same.
CREATE TABLE air_forecasts_verification (
    city_code                     text COLLATE "C" NOT NULL,
    issuer                        text COLLATE "C" NOT NULL,
    issued_at                     timestamptz NOT NULL,
    date                          date NOT NULL,
    city_name                     text,
    lead_day                      integer NOT NULL,
    aqi_low                       integer,
    aqi_high                      integer,
    aqi_level_low                 integer NOT NULL,
    aqi_level_high                integer NOT NULL,
    primary_pollutants            text[] NOT NULL,
    text                          text,
    supersedes                    timestamptz,
    observed_aqi                  integer,
    observed_level                integer,
    observed_primary_pollutants   text[],
    level_hit                     boolean,
    within_range                  boolean,
    primary_hit                   boolean,
    bias                          numeric,
    data_status                   text NOT NULL,
    computed_at                   timestamptz NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, date, issuer, issued_at)
);
CREATE INDEX air_forecasts_verification_by_date ON air_forecasts_verification (date, city_code, issuer, issued_at);
CREATE INDEX air_forecasts_verification_by_revision ON air_forecasts_verification USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_forecasts_verification_history (LIKE air_forecasts_verification, superseded_revision bigint NOT NULL);
CREATE INDEX air_forecasts_verification_history_by_key ON air_forecasts_verification_history (city_code, date, issuer, issued_at);
CREATE INDEX air_forecasts_verification_history_by_date ON air_forecasts_verification_history (date, city_code, issuer, issued_at);

-- How good the forecasts of a month were, for each lead time. Rates are percent with one decimal.
CREATE TABLE air_forecasts_scores (
    city_code                     text COLLATE "C" NOT NULL,
    issuer                        text COLLATE "C" NOT NULL,
    lead_day                      integer NOT NULL,
    period_start                  date NOT NULL,
    period                        text COLLATE "C" NOT NULL,
    city_name                     text,
    forecasts                     integer NOT NULL,
    verified                      integer NOT NULL,
    level_hits                    integer NOT NULL,
    level_hit_rate                numeric,
    with_range                    integer NOT NULL,
    within_range                  integer NOT NULL,
    within_range_rate             numeric,
    primary_hits                  integer NOT NULL,
    primary_hit_rate              numeric,
    bias                          numeric,
    data_status                   text NOT NULL,
    computed_at                   timestamptz NOT NULL,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, period_start, issuer, lead_day)
);
CREATE INDEX air_forecasts_scores_by_start ON air_forecasts_scores (period_start, city_code, issuer, lead_day);
CREATE INDEX air_forecasts_scores_by_revision ON air_forecasts_scores USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_forecasts_scores_history (LIKE air_forecasts_scores, superseded_revision bigint NOT NULL);
CREATE INDEX air_forecasts_scores_history_by_key ON air_forecasts_scores_history (city_code, period_start, issuer, lead_day);

-- Warnings of heavy pollution as they were issued. Whether one is in force follows from the clock: the view air_alerts says it.
CREATE TABLE air_alerts_issued (
    city_code                     text COLLATE "C" NOT NULL,
    issued_at                     timestamptz NOT NULL,
    city_name                     text,
    alert_id                      text,
    color                         text NOT NULL CHECK (color IN ('yellow', 'orange', 'red')),
    starts_at                     timestamptz NOT NULL,
    ends_at                       timestamptz,
    measures                      text,
    lifted_at                     timestamptz,
    revision                      bigint NOT NULL,
    revision_reason               text,
    batch_id                      uuid,
    PRIMARY KEY (city_code, issued_at)
);
CREATE INDEX air_alerts_issued_by_issue ON air_alerts_issued (issued_at, city_code);
CREATE INDEX air_alerts_issued_by_revision ON air_alerts_issued USING brin (revision) WITH (pages_per_range = 32);

CREATE TABLE air_alerts_issued_history (LIKE air_alerts_issued, superseded_revision bigint NOT NULL);
CREATE INDEX air_alerts_issued_history_by_key ON air_alerts_issued_history (city_code, issued_at);
