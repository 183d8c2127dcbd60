CREATE TABLE trace (position integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, step text NOT NULL);
INSERT INTO trace (step) VALUES ('platform 1');
