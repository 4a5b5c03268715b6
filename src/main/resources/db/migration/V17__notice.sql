-- One row for each notice and recipient. The unique key makes telling the same thing again harmless.
create table notice (
    id          uuid        primary key,
    go_live     text        not null references go_live,
    kind        text        not null,
    subject     text        not null,
    recipient   text        not null,
    sequence    integer     not null check (sequence >= 0),
    facts       text        not null,
    created_at  timestamptz not null,
    state       text        not null,
    settled_at  timestamptz,
    sent_to     text,
    explanation text,
    row_version integer     not null default 0,
    unique (go_live, kind, subject, recipient, sequence),
    check ((state = 'WAITING') = (settled_at is null)),
    check ((state = 'SENT') = (sent_to is not null))
);
create index notice_by_go_live on notice (go_live, created_at desc);
create index notice_undelivered on notice (settled_at desc) where state = 'UNDELIVERABLE';
