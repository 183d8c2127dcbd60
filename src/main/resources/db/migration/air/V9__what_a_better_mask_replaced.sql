-- Takedowns that nobody decided on: a picture that was hidden because the same file came again under another mask. A withdrawal of the
-- picture at another moment was somebody's decision.
CREATE TABLE air_photo_replaced (
    photo_id     text COLLATE "C" NOT NULL,
    withdrawn_at timestamptz NOT NULL,
    PRIMARY KEY (photo_id, withdrawn_at)
);

-- Until now they were told by their reason.
INSERT INTO air_photo_replaced (photo_id, withdrawn_at)
SELECT DISTINCT w.item, w.withdrawn_at FROM withdrawal w
 WHERE w.dataset = 'air-photos' AND w.reason = '由遮挡后的同一图片取代 / replaced by a masked picture';
