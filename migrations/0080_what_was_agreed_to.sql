-- Why: the proof of a consent says what was answered, not only when and by which message. All are null of what was noted before,
-- and where a version of before notes it.
ALTER TABLE consents
  -- What was answered, its language and the beginning of its hash: `opted-in/pt/1a2b3c4d`. Or how it came to be
  -- where nothing was shown: `merge`.
  ADD COLUMN text_version text,
  -- The words of the answer, or of the page that was confirmed, as they were shown; null where none of ours were.
  ADD COLUMN text text,
  -- Of a yes to offers: when the first message had gone to them, which says how offers are asked for and stopped. Its words are not
  -- kept: it was put in words when it was sent. Null where none had gone.
  ADD COLUMN introduced_at timestamptz;
