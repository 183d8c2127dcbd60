INSERT INTO trace (step) VALUES ('platform 2 ${not a placeholder}');
