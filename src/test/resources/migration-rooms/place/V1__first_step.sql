INSERT INTO trace (step) VALUES ('place 1');
