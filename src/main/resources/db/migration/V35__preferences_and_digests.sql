-- What a person has chosen about mails. What is null, and a kind without a row, follows the settings of the installation.
create table person_preference (
    user_id     text    primary key,
    language    text,
    zone        text,
    digest_at   time,
    row_version integer not null default 0
);
create table person_preference_kind (
    user_id text not null references person_preference,
    kind    text not null,
    manner  text not null check (manner in ('AT_ONCE', 'DIGEST', 'NEVER')),
    primary key (user_id, kind)
);

-- One row for each mail that tells several things to one person. Its id is made of person and time.
create table digest (
    id          uuid        primary key,
    recipient   text        not null,
    due         timestamptz not null,
    state       text        not null,
    settled_at  timestamptz,
    explanation text,
    row_version integer     not null default 0,
    unique (recipient, due),
    check ((state = 'WAITING') = (settled_at is null))
);

-- The digest that a notice waits for; null for one that is a mail of its own.
alter table notice add column digest uuid references digest;
create index notice_by_digest on notice (digest) where digest is not null;
-- How many mails somebody got of late.
create index notice_at_once on notice (recipient, created_at) where digest is null;
