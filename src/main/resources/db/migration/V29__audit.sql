-- The timeline becomes the audit log: acts, what was shown for them, and what was refused. What people read as the timeline are its acts.
alter table timeline_entry rename to audit_entry;
alter index timeline_entry_by_go_live rename to audit_entry_by_go_live;
alter table audit_entry rename column act to words;
alter table audit_entry add column kind text not null default 'ACT' check (kind in ('ACT', 'SHOWN', 'REFUSED'));
alter table audit_entry alter column kind drop default;
alter table audit_entry add column on_behalf_of text;
-- digest of the manifest that was decided on, or of what was shown
alter table audit_entry add column manifest text check (manifest ~ '^[0-9a-f]{64}$');
-- address the request came from; "job" for what the engine did by itself, "unknown" for what is older than this column
alter table audit_entry add column origin text not null default 'unknown';
alter table audit_entry alter column origin drop default;
create index audit_entry_shown on audit_entry (go_live, actor, at) where kind = 'SHOWN';

-- The chain of each go-live: which entry follows which. Written at the end of the transaction that adds the entry.
create table audit_link (
    go_live  text   not null references go_live,
    seq      bigint not null check (seq > 0),
    entry    bigint not null unique references audit_entry,
    previous text   not null check (previous ~ '^[0-9a-f]{64}$'),
    hash     text   not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (go_live, seq)
);
-- How long each chain is and where it ends: the lock of who makes it longer, and what tells when its end was cut off.
create table audit_head (
    go_live text   primary key references go_live,
    length  bigint not null check (length >= 0),
    hash    text   not null check (hash ~ '^[0-9a-f]{64}$')
);

-- Each reading back of all records; findings and the ends of chains are only ever added to.
create table records_check (
    id             text        primary key,
    begun_at       timestamptz not null,
    ended_at       timestamptz,
    evidence_until text        not null default '',
    contents       bigint      not null default 0,
    chains_until   text        not null default '',
    chains         bigint      not null default 0,
    entries        bigint      not null default 0
);
create index records_check_by_end on records_check (ended_at desc);
create table records_finding (
    id            bigint generated always as identity primary key,
    records_check text not null references records_check,
    go_live       text references go_live,
    words         text not null
);
create index records_finding_by_check on records_finding (records_check);
create table audit_checkpoint (
    id            bigint      generated always as identity primary key,
    go_live       text        not null references go_live,
    length        bigint      not null check (length > 0),
    hash          text        not null check (hash ~ '^[0-9a-f]{64}$'),
    checked_at    timestamptz not null
);
create index audit_checkpoint_by_go_live on audit_checkpoint (go_live, id desc);

-- What is only ever added to says so by a trigger <table>_is_only_added_to, what is never deleted from by one that is called
-- <table>_is_kept. The grants of the application's role (afterMigrate.sql) follow them.
create function is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: it is only ever added to', lower(tg_op), tg_table_name;
end
$$;
create procedure only_add_to(tables text[]) language plpgsql as $$
declare
    name text;
begin
    foreach name in array tables loop
        execute format('create or replace trigger %I before update or delete on %I for each row execute function is_only_added_to()',
            name || '_is_only_added_to', name);
        execute format('create or replace trigger %I before truncate on %I for each statement execute function is_only_added_to()',
            name || '_is_never_emptied', name);
    end loop;
end
$$;
create function is_kept() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: its rows are kept', lower(tg_op), tg_table_name;
end
$$;
create procedure keep(tables text[]) language plpgsql as $$
declare
    name text;
begin
    foreach name in array tables loop
        execute format('create or replace trigger %I before delete on %I for each row execute function is_kept()',
            name || '_is_kept', name);
        execute format('create or replace trigger %I before truncate on %I for each statement execute function is_kept()',
            name || '_is_never_emptied', name);
    end loop;
end
$$;
create function only_grows() returns trigger language plpgsql as $$
begin
    if new.go_live <> old.go_live or new.length <= old.length then
        raise exception 'update of % refused: a chain only grows', tg_table_name;
    end if;
    return new;
end
$$;
create trigger audit_head_only_grows before update on audit_head for each row execute function only_grows();

call only_add_to(array['audit_entry', 'audit_link', 'audit_checkpoint', 'records_finding', 'plan_version',
    'evidence_content', 'evidence_piece', 'evidence', 'evidence_manifest', 'check_run', 'blocker_hint',
    'environment_comparison', 'environment_difference', 'environment_unreadable', 'release_act',
    'stabilization_act', 'stabilization_threshold', 'signal_reading', 'open_issue_list', 'handover_acceptance',
    'handover_report', 'troubleshooting_change']);
call keep(array['go_live', 'participant', 'sign_off', 'blocker', 'signal_exception', 'audit_head', 'records_check']);
drop function evidence_is_only_added_to();
drop function handover_record_is_only_added_to();
drop function troubleshooting_change_is_only_added_to();
