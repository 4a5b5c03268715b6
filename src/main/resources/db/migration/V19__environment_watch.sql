-- Every comparison of the environment with the fingerprint that was validated; only ever added to, the newest counts.
create table environment_comparison (
    id          bigint generated always as identity primary key,
    go_live     text        not null references go_live,
    compared_at timestamptz not null,
    -- the evidence that holds the fingerprint compared with
    validated   uuid        not null,
    outcome     text        not null
);
create index environment_comparison_by_go_live on environment_comparison (go_live, id);

create table environment_difference (
    comparison   bigint  not null references environment_comparison,
    position     integer not null,
    field        text    not null,
    value_before text    not null,
    value_after  text    not null,
    primary key (comparison, position)
);

create table environment_unreadable (
    comparison bigint not null references environment_comparison,
    field      text   not null,
    reason     text   not null,
    primary key (comparison, field)
);
