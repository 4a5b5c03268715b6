-- The ledger of conditions: who meets each, until when the approval holds without it, and how it was settled.
alter table sign_off_condition
    add column owner      text not null default 'REQUESTER',
    add column expires    date,
    add column settled    text check (settled in ('MET', 'WAIVED')),
    add column settled_by text,
    add column settled_at timestamptz,
    add column words      text,
    add column evidence   uuid,
    add check ((settled is null) = (settled_at is null));
update sign_off_condition set expires = due + 14;
alter table sign_off_condition alter column expires set not null, add check (expires >= due);

-- Since when an approval no longer stands, and why: one line for each reason.
alter table sign_off
    add column outdated_at      timestamptz,
    add column outdated_because text;

-- What a rejection concerns: versions of items that were in the manifest the person was shown.
create table sign_off_rejected_evidence (
    sign_off uuid not null references sign_off,
    evidence uuid not null,
    primary key (sign_off, evidence)
);

-- Which manifest a person was shown when they opened a sign-off, and when last: the next look is compared with it.
create table briefing_view (
    go_live  text        not null references go_live,
    person   text        not null,
    role     text        not null,
    manifest text        not null check (manifest ~ '^[0-9a-f]{64}$'),
    at       timestamptz not null,
    primary key (go_live, person, role, manifest)
);

call keep(array['sign_off_condition']);
call only_add_to(array['sign_off_rejected_evidence']);
