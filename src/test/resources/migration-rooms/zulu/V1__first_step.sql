INSERT INTO trace (step) VALUES ('zulu 1');
