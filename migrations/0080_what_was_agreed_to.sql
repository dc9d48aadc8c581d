-- Why: the proof of a consent says what was agreed to, not only when and by which message. Both are null of what was noted before,
-- and where a version of before notes it.
ALTER TABLE consents
  -- What was shown, its language and the beginning of its hash: `opted-in/pt/1a2b3c4d`. Or how it came to be
  -- where nothing was shown: `merge`.
  ADD COLUMN text_version text,
  -- The words as they were shown, the shop's own rewording included; null where none of ours were.
  ADD COLUMN text text;
