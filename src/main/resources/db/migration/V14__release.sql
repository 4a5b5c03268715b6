-- What was decided in release windows, in order; only ever added to.
create table release_act (
    id           bigint generated always as identity primary key,
    go_live      text        not null references go_live,
    act          text        not null,
    decided_by   text        not null,
    decided_at   timestamptz not null,
    reason       text,
    window_start timestamptz not null,
    window_end   timestamptz not null
);
create index release_act_by_go_live on release_act (go_live, id);
