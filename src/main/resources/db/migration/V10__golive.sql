create table go_live (
    key               text primary key,
    title             text        not null,
    customer_id       text        not null,
    customer_name     text        not null,
    environment_label text        not null,
    environment_tenant text       not null,
    environment_url   text        not null,
    requester         text        not null,
    phase             text        not null,
    plan_version      integer     not null,
    window_start      timestamptz not null,
    window_end        timestamptz not null,
    zone              text        not null,
    created_at        timestamptz not null,
    finished_at       timestamptz,
    row_version       integer     not null,
    check (window_start < window_end)
);
create index go_live_by_customer on go_live (customer_id, environment_label);
create sequence go_live_number;

-- Why a go-live is held; empty while nothing holds it.
create table go_live_hold (
    go_live text        not null references go_live,
    reason  text        not null,
    since   timestamptz not null,
    primary key (go_live, reason)
);

create table plan_version (
    go_live      text        not null references go_live,
    version      integer     not null,
    document     text        not null,
    sha256       text        not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    primary key (go_live, version)
);

create table participant (
    id         uuid primary key,
    go_live    text not null references go_live,
    role       text not null,
    user_id    text not null,
    state      text not null,
    decided_at timestamptz,
    reason     text,
    unique (go_live, role, user_id)
);
create index participant_by_user on participant (user_id, go_live);

-- What happened, in order; only ever added to.
create table timeline_entry (
    id      bigint generated always as identity primary key,
    go_live text        not null references go_live,
    at      timestamptz not null,
    actor   text        not null,
    act     text        not null,
    detail  text        not null
);
create index timeline_entry_by_go_live on timeline_entry (go_live, id);
