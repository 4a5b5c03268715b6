-- Checks that could not run are tried again by themselves: how often they were in a row, and when they are next.
alter table step_progress add column tries integer not null default 0;
alter table step_progress add column try_again_at timestamptz;
