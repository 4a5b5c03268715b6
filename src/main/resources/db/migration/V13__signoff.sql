create table sign_off (
    id            uuid primary key,
    go_live       text    not null references go_live,
    role          text    not null,
    round         integer not null,
    state         text    not null,
    manifest      text,
    asked_at      timestamptz not null,
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    rejected_step text,
    reminders     integer not null,
    row_version   integer not null,
    unique (go_live, role, round)
);

create table sign_off_condition (
    id       uuid primary key,
    sign_off uuid not null references sign_off,
    text     text not null,
    due      date not null
);
