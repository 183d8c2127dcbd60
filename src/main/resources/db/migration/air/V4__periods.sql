-- Periods by HJ 663, from the days. The five tables have the same columns; a period is named 2026-03, 2026-Q1 or 2026.

CREATE TABLE air_monthly (
    station_code                           text COLLATE "C" NOT NULL,
    period                                 text COLLATE "C" NOT NULL,
    period_start                           date NOT NULL,
    period_end                             date NOT NULL,
    pm25                                   numeric,
    pm10                                   numeric,
    so2                                    numeric,
    no2                                    numeric,
    co_p95                                 numeric,
    o3_8h_p90                              numeric,
    pm25_p95                               numeric,
    pm10_p95                               numeric,
    so2_p98                                numeric,
    no2_p98                                numeric,
    valid_days_pm25                        integer NOT NULL,
    valid_days_pm10                        integer NOT NULL,
    valid_days_so2                         integer NOT NULL,
    valid_days_no2                         integer NOT NULL,
    valid_days_o3                          integer NOT NULL,
    valid_days_co                          integer NOT NULL,
    valid                                  boolean NOT NULL,
    days                                   integer NOT NULL,
    days_valid                             integer NOT NULL,
    days_level_1                           integer NOT NULL,
    days_level_2                           integer NOT NULL,
    days_level_3                           integer NOT NULL,
    days_level_4                           integer NOT NULL,
    days_level_5                           integer NOT NULL,
    days_level_6                           integer NOT NULL,
    days_primary_pm25                      integer NOT NULL,
    days_primary_pm10                      integer NOT NULL,
    days_primary_so2                       integer NOT NULL,
    days_primary_no2                       integer NOT NULL,
    days_primary_o3                        integer NOT NULL,
    days_primary_co                        integer NOT NULL,
    good_days                              integer NOT NULL,
    good_days_share                        numeric,
    assessment_standard                    text NOT NULL,
    composite_index                        numeric,
    index_pm25                             numeric,
    index_pm10                             numeric,
    index_so2                              numeric,
    index_no2                              numeric,
    index_o3                               numeric,
    index_co                               numeric,
    main_pollutants                        text[],
    other_standard                         text,
    composite_index_other_standard         numeric,
    attains                                boolean,
    exceeding                              text[],
    comparison_standard                    text NOT NULL,
    composite_index_comparison             numeric,
    composite_index_comparison_last_year   numeric,
    composite_index_last_year              numeric,
    composite_index_change                 numeric,
    pm25_change                            numeric,
    pm10_change                            numeric,
    so2_change                             numeric,
    no2_change                             numeric,
    co_p95_change                          numeric,
    o3_8h_p90_change                       numeric,
    good_days_share_comparison             numeric,
    good_days_share_comparison_last_year   numeric,
    good_days_share_last_year              numeric,
    good_days_share_change                 numeric,
    gas_state                              text,
    days_exceptional                       integer NOT NULL,
    pm25_excluding_exceptional             numeric,
    pm10_excluding_exceptional             numeric,
    so2_excluding_exceptional              numeric,
    no2_excluding_exceptional              numeric,
    co_p95_excluding_exceptional           numeric,
    o3_8h_p90_excluding_exceptional        numeric,
    good_days_share_excluding_exceptional  numeric,
    composite_index_excluding_exceptional  numeric,
    flags                                  text[],
    data_status                            text NOT NULL,
    computed_at                            timestamptz NOT NULL,
    revision                               bigint NOT NULL,
    revision_reason                        text,
    batch_id                               uuid,
    PRIMARY KEY (station_code, period)
);
CREATE INDEX air_monthly_by_period ON air_monthly (period, station_code);
CREATE INDEX air_monthly_by_start ON air_monthly (period_start, station_code);
CREATE INDEX air_monthly_by_revision ON air_monthly USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_monthly_history (LIKE air_monthly, superseded_revision bigint NOT NULL);
CREATE INDEX air_monthly_history_by_key ON air_monthly_history (station_code, period);

CREATE TABLE air_annual (LIKE air_monthly, PRIMARY KEY (station_code, period));
CREATE INDEX air_annual_by_period ON air_annual (period, station_code);
CREATE INDEX air_annual_by_start ON air_annual (period_start, station_code);
CREATE INDEX air_annual_by_revision ON air_annual USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_annual_history (LIKE air_annual, superseded_revision bigint NOT NULL);
CREATE INDEX air_annual_history_by_key ON air_annual_history (station_code, period);

CREATE TABLE air_cities_monthly (
    city_code                              text COLLATE "C" NOT NULL,
    period                                 text COLLATE "C" NOT NULL,
    city_name                              text NOT NULL,
    level                                  text NOT NULL,
    period_start                           date NOT NULL,
    period_end                             date NOT NULL,
    pm25                                   numeric,
    pm10                                   numeric,
    so2                                    numeric,
    no2                                    numeric,
    co_p95                                 numeric,
    o3_8h_p90                              numeric,
    pm25_p95                               numeric,
    pm10_p95                               numeric,
    so2_p98                                numeric,
    no2_p98                                numeric,
    valid_days_pm25                        integer NOT NULL,
    valid_days_pm10                        integer NOT NULL,
    valid_days_so2                         integer NOT NULL,
    valid_days_no2                         integer NOT NULL,
    valid_days_o3                          integer NOT NULL,
    valid_days_co                          integer NOT NULL,
    valid                                  boolean NOT NULL,
    days                                   integer NOT NULL,
    days_valid                             integer NOT NULL,
    days_level_1                           integer NOT NULL,
    days_level_2                           integer NOT NULL,
    days_level_3                           integer NOT NULL,
    days_level_4                           integer NOT NULL,
    days_level_5                           integer NOT NULL,
    days_level_6                           integer NOT NULL,
    days_primary_pm25                      integer NOT NULL,
    days_primary_pm10                      integer NOT NULL,
    days_primary_so2                       integer NOT NULL,
    days_primary_no2                       integer NOT NULL,
    days_primary_o3                        integer NOT NULL,
    days_primary_co                        integer NOT NULL,
    good_days                              integer NOT NULL,
    good_days_share                        numeric,
    assessment_standard                    text NOT NULL,
    composite_index                        numeric,
    index_pm25                             numeric,
    index_pm10                             numeric,
    index_so2                              numeric,
    index_no2                              numeric,
    index_o3                               numeric,
    index_co                               numeric,
    main_pollutants                        text[],
    other_standard                         text,
    composite_index_other_standard         numeric,
    attains                                boolean,
    exceeding                              text[],
    comparison_standard                    text NOT NULL,
    composite_index_comparison             numeric,
    composite_index_comparison_last_year   numeric,
    composite_index_last_year              numeric,
    composite_index_change                 numeric,
    pm25_change                            numeric,
    pm10_change                            numeric,
    so2_change                             numeric,
    no2_change                             numeric,
    co_p95_change                          numeric,
    o3_8h_p90_change                       numeric,
    good_days_share_comparison             numeric,
    good_days_share_comparison_last_year   numeric,
    good_days_share_last_year              numeric,
    good_days_share_change                 numeric,
    gas_state                              text,
    days_exceptional                       integer NOT NULL,
    pm25_excluding_exceptional             numeric,
    pm10_excluding_exceptional             numeric,
    so2_excluding_exceptional              numeric,
    no2_excluding_exceptional              numeric,
    co_p95_excluding_exceptional           numeric,
    o3_8h_p90_excluding_exceptional        numeric,
    good_days_share_excluding_exceptional  numeric,
    composite_index_excluding_exceptional  numeric,
    flags                                  text[],
    data_status                            text NOT NULL,
    computed_at                            timestamptz NOT NULL,
    revision                               bigint NOT NULL,
    revision_reason                        text,
    batch_id                               uuid,
    PRIMARY KEY (city_code, period)
);
CREATE INDEX air_cities_monthly_by_period ON air_cities_monthly (period, city_code);
CREATE INDEX air_cities_monthly_by_start ON air_cities_monthly (period_start, city_code);
CREATE INDEX air_cities_monthly_by_revision ON air_cities_monthly USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_cities_monthly_history (LIKE air_cities_monthly, superseded_revision bigint NOT NULL);
CREATE INDEX air_cities_monthly_history_by_key ON air_cities_monthly_history (city_code, period);

CREATE TABLE air_cities_quarterly (LIKE air_cities_monthly, PRIMARY KEY (city_code, period));
CREATE INDEX air_cities_quarterly_by_period ON air_cities_quarterly (period, city_code);
CREATE INDEX air_cities_quarterly_by_start ON air_cities_quarterly (period_start, city_code);
CREATE INDEX air_cities_quarterly_by_revision ON air_cities_quarterly USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_cities_quarterly_history (LIKE air_cities_quarterly, superseded_revision bigint NOT NULL);
CREATE INDEX air_cities_quarterly_history_by_key ON air_cities_quarterly_history (city_code, period);

CREATE TABLE air_cities_annual (LIKE air_cities_monthly, PRIMARY KEY (city_code, period));
CREATE INDEX air_cities_annual_by_period ON air_cities_annual (period, city_code);
CREATE INDEX air_cities_annual_by_start ON air_cities_annual (period_start, city_code);
CREATE INDEX air_cities_annual_by_revision ON air_cities_annual USING brin (revision) WITH (pages_per_range = 32);
CREATE TABLE air_cities_annual_history (LIKE air_cities_annual, superseded_revision bigint NOT NULL);
CREATE INDEX air_cities_annual_history_by_key ON air_cities_annual_history (city_code, period);
