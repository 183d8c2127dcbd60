-- Buckets whose inputs changed since they were computed. Appended to by whoever changes data, in the same transaction; emptied by workers.
CREATE TABLE rollup_queue (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    dataset    text        NOT NULL,
    bucket_key text        COLLATE "C" NOT NULL,
    bucket_day date        NOT NULL,
    part       integer     NOT NULL GENERATED ALWAYS AS (mod(abs(hashtext(bucket_key)::bigint), 8)::integer) STORED,
    queued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (dataset, part, bucket_key, bucket_day, id)
);
