-- One stabilization period of a go-live, with what was agreed when it began.
create table stabilization (
    go_live        text        primary key references go_live,
    started_at     timestamptz not null,
    length_seconds bigint      not null check (length_seconds >= 0),
    quiet_seconds  bigint      not null check (quiet_seconds >= 0),
    breached_until timestamptz,
    extended_until timestamptz,
    row_version    integer     not null default 0
);

create table stabilization_threshold (
    go_live text             not null references stabilization,
    signal  text             not null,
    watch   double precision not null,
    breach  double precision not null,
    primary key (go_live, signal)
);

create table signal_exception (
    id                   uuid             primary key,
    go_live              text             not null references stabilization,
    signal               text             not null,
    opened_at            timestamptz      not null,
    first_breach_at      timestamptz      not null,
    last_breach_at       timestamptz      not null,
    breaches             integer          not null check (breaches > 0),
    peak                 double precision not null,
    roll_back_asked_at   timestamptz,
    roll_back_asked_by   text,
    roll_back_reason     text,
    resolved_at          timestamptz,
    resolved_by          text,
    resolution           text,
    row_version          integer          not null,
    check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (resolution is null)),
    check ((roll_back_asked_at is null) = (roll_back_asked_by is null) and (roll_back_asked_at is null) = (roll_back_reason is null))
);
create index signal_exception_by_go_live on signal_exception (go_live, signal, opened_at);
create unique index signal_exception_open on signal_exception (go_live, signal) where resolved_at is null;

-- Every value that was reported, as it was reported; only ever added to.
create table signal_reading (
    id          uuid             primary key,
    number      bigint           generated always as identity,
    go_live     text             not null references stabilization,
    signal      text             not null,
    value       double precision not null check (value >= 0),
    observed_at timestamptz      not null,
    received_at timestamptz      not null,
    source      text             not null,
    dedupe_key  text,
    note        text,
    recorded_by text             not null,
    watch       double precision not null,
    breach      double precision not null,
    reading     text             not null,
    late        boolean          not null,
    exception   uuid             references signal_exception,
    unique (go_live, signal, dedupe_key)
);
create index signal_reading_by_time on signal_reading (go_live, signal, observed_at desc, number desc);

-- What people decided about the period; only ever added to.
create table stabilization_act (
    id              uuid        primary key,
    go_live         text        not null references stabilization,
    kind            text        not null,
    at              timestamptz not null,
    actor           text        not null,
    reason          text        not null,
    extended_until  timestamptz,
    restore_minutes integer     check (restore_minutes > 0),
    check ((kind = 'EXTENSION') = (extended_until is not null)),
    check ((kind = 'DRILL') = (restore_minutes is not null))
);
create index stabilization_act_by_go_live on stabilization_act (go_live, at);
