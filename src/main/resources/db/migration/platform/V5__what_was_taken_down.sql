-- What was taken down, and by whom and why. It stands beside the rows, because it holds for every state they ever had.
CREATE TABLE withdrawal (
    dataset      text        NOT NULL,
    item         text        COLLATE "C" NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    reason       text        NOT NULL,
    withdrawn_by text        NOT NULL,
    lifted_at    timestamptz,
    lift_reason  text,
    lifted_by    text
);
CREATE UNIQUE INDEX withdrawal_in_force ON withdrawal (dataset, item) WHERE lifted_at IS NULL;
CREATE INDEX withdrawal_by_item ON withdrawal (dataset, item, withdrawn_at);
