-- What has been done about a sign-off that nobody gives.
alter table sign_off
    add column told_at         timestamptz,
    add column deputy_asked_at timestamptz,
    add column escalated_at    timestamptz;
update sign_off set told_at = asked_at;
alter table sign_off alter column told_at set not null;

-- That what is on record still holds: the very same was added again, a check saw it again, or a person confirmed it.
-- Its age is counted from the last time; the evidence itself stays as it is.
create table evidence_attestation (
    id          bigint generated always as identity primary key,
    evidence    uuid        not null references evidence,
    attested_at timestamptz not null,
    attested_by text        not null
);
create index evidence_attestation_by_evidence on evidence_attestation (evidence, attested_at);
call only_add_to(array['evidence_attestation']);
