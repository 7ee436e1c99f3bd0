-- What an account was before a move, so that a move can be taken back with the job that caused it.

ALTER TABLE stage_move ADD COLUMN since_before DATE NULL;
ALTER TABLE stage_move ADD COLUMN ruled_before VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE stage_move ADD COLUMN by_hand_before BOOLEAN NULL;
ALTER TABLE stage_move ADD COLUMN reason_before VARCHAR(200) NULL;
