-- The head of a dataset is also its lock: whoever changes the dataset holds this row until commit,
-- so numbers and moments of publication rise together.
CREATE TABLE dataset_head (
    dataset      text        PRIMARY KEY,
    revision     bigint      NOT NULL,
    published_at timestamptz NOT NULL
);

CREATE TABLE dataset_revision (
    dataset      text        NOT NULL,
    revision     bigint      NOT NULL,
    published_at timestamptz NOT NULL,
    batch_id     uuid,
    PRIMARY KEY (dataset, revision)
);
CREATE INDEX dataset_revision_by_moment ON dataset_revision (dataset, published_at);

-- The newest revision that touched a month of covered time: what a validator of an older month rests on.
CREATE TABLE dataset_month (
    dataset  text   NOT NULL,
    month    date   NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (dataset, month)
);

CREATE TABLE api_key (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('ingest', 'admin')),
    prefix       text        NOT NULL,
    hash         text        NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      integer     NOT NULL DEFAULT 0
);

-- The receipt of a batch.
CREATE TABLE ingest_batch (
    batch_id      uuid        PRIMARY KEY,
    dataset       text        NOT NULL,
    layout        text        NOT NULL,
    data_status   text,
    mode          text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('stored', 'failed', 'refused')),
    failure       text,
    key_name      text        NOT NULL,
    received_at   timestamptz NOT NULL,
    finished_at   timestamptz NOT NULL,
    sha256        text,
    bytes         bigint      NOT NULL,
    received      bigint      NOT NULL,
    inserted      bigint      NOT NULL,
    unchanged     bigint      NOT NULL,
    corrected     bigint      NOT NULL,
    rejected      bigint      NOT NULL,
    time_from     timestamptz,
    time_to       timestamptz,
    revision      bigint,
    extras        jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX ingest_batch_by_arrival ON ingest_batch (received_at);

CREATE TABLE ingest_reject (
    batch_id uuid   NOT NULL REFERENCES ingest_batch DEFERRABLE INITIALLY DEFERRED,
    number   bigint NOT NULL,
    line     bigint NOT NULL,
    reason   text   NOT NULL,
    raw      text   NOT NULL,
    PRIMARY KEY (batch_id, number)
);
