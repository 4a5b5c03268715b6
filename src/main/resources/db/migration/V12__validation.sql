create table step_progress (
    go_live      text not null references go_live,
    step         text not null,
    state        text not null,
    because      text,
    fresh_from   timestamptz not null,
    plan_version integer,
    confirmed_by text,
    confirmed_at timestamptz,
    note         text,
    primary key (go_live, step)
);

-- Every run of every check is kept; the latest attempt is the one that counts.
create table check_run (
    id          uuid primary key,
    go_live     text        not null references go_live,
    step        text        not null,
    check_id    text        not null,
    attempt     integer     not null,
    name        text        not null,
    target      text        not null,
    verdict     text        not null,
    expected    text        not null,
    observed    text        not null,
    symptom     text,
    took_millis bigint      not null,
    finished_at timestamptz not null,
    evidence    uuid,
    unique (go_live, step, check_id, attempt)
);

create table blocker (
    id          uuid primary key,
    go_live     text        not null references go_live,
    step        text,
    origin      text        not null,
    symptom     text,
    title       text        not null,
    detail      text        not null,
    raised_by   text        not null,
    raised_at   timestamptz not null,
    state       text        not null,
    resolved_by text,
    resolved_at timestamptz,
    resolution  text
);
create index blocker_by_go_live on blocker (go_live, raised_at);

create table blocker_hint (
    blocker  uuid    not null references blocker,
    position integer not null,
    hint     text    not null,
    page     text,
    primary key (blocker, position)
);
