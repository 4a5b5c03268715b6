-- What is known of an account beside what the identity store holds.
create table account (
    user_id       text primary key,
    last_login_at timestamptz,
    disabled_at   timestamptz,
    disabled_by   text,
    -- logins by password before this moment are over
    logins_from   timestamptz,
    check ((disabled_at is null) = (disabled_by is null))
);

-- What admins changed that belongs to no single go-live; only ever added to.
create table admin_act (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    words   text        not null,
    subject text        not null,
    detail  text        not null,
    origin  text        not null
);
call only_add_to(array['admin_act']);

-- Who is away, and when. Rows stay for good: an ended one tells why somebody was passed over, and who ended it.
create table absence (
    id         uuid primary key,
    person     text        not null,
    first_day  date        not null,
    last_day   date        not null,
    zone       text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    note       text        not null,
    entered_by text        not null,
    entered_at timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    -- whether requesters have been told of the tasks that wait for the person
    told       boolean     not null,
    check (first_day <= last_day),
    check (starts_at <= ends_at),
    check ((ended_by is null) = (ended_at is null))
);
create index absence_by_person on absence (person, ends_at);
create index absence_to_tell on absence (starts_at) where not told;
create function absence_is_never_rewritten() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is distinct from new.ended_at and old.ended_at is not null
        or (old.id, old.person, old.first_day, old.last_day, old.zone, old.starts_at, old.note, old.entered_by, old.entered_at)
            is distinct from
            (new.id, new.person, new.first_day, new.last_day, new.zone, new.starts_at, new.note, new.entered_by, new.entered_at)
        or old.ends_at < new.ends_at then
        raise exception '% of absence refused: an absence is only ever ended early', lower(tg_op);
    end if;
    return new;
end
$$;
create trigger absence_is_never_rewritten before update or delete on absence
    for each row execute function absence_is_never_rewritten();
call keep(array['absence']);

-- Days on which nobody works, whatever the plan; what was changed is among the acts of admins.
create table closed_day (
    day      date primary key,
    name     text        not null,
    added_by text        not null,
    added_at timestamptz not null
);
