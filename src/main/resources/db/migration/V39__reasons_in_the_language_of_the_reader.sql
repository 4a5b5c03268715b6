-- What pages say in English, once more as phrases (JSON), so that mails can say it in the language of their reader.
-- Null for what was recorded before: it is told as it was written.
alter table step_progress add column because_said text;
alter table sign_off add column outdated_said text;
