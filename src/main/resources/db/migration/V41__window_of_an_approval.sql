-- The window that a sign-off was asked for: the change is approved for that one and no other. Null for those asked for before
-- this was kept; what they say of a window was looked at by the process alone.
alter table sign_off add column window_start timestamptz;
alter table sign_off add column window_end timestamptz;
