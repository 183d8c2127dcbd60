-- What a batch named instead of giving it, such as the rows of a review: the path and query as they were sent.
CREATE TABLE ingest_question (
    batch_id uuid PRIMARY KEY REFERENCES ingest_batch DEFERRABLE INITIALLY DEFERRED,
    question text NOT NULL
);
