-- How long contents are kept, counted from the end of each go-live that refers to them. Only ever added to: what was promised
-- when a go-live ended is not shortened afterwards. No promise is shorter than a year.
create table evidence_retention (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    keep_for    interval    not null check (keep_for >= interval '1 year'),
    declared_at timestamptz not null
);
create index evidence_retention_by_kind on evidence_retention (kind, id);

create function evidence_retention_is_declared_now() returns trigger language plpgsql as $$
begin
    new.declared_at := now();
    return new;
end
$$;
create trigger evidence_retention_is_declared_now before insert on evidence_retention
    for each row execute function evidence_retention_is_declared_now();
call only_add_to(array['evidence_retention']);

-- Go-lives whose evidence has to stay, whatever its age.
create table legal_hold (
    go_live text primary key references go_live,
    reason  text        not null,
    held_by text        not null,
    held_at timestamptz not null
);

-- When the bytes of a content were deleted; its row, digest and everything that refers to it stay.
alter table evidence_content add column purged_at timestamptz;
create index evidence_content_kept on evidence_content (stored_at) where purged_at is null;

-- The longest promise that was in force when it ended or was made since; null without any.
create function evidence_kept_until(of_kind text, ended timestamptz) returns timestamptz
    language sql stable set search_path = ${flyway:defaultSchema}, pg_temp as $$
    select max(ended + promise.keep_for)
      from evidence_retention promise
     where promise.kind = of_kind
       and (promise.declared_at > ended
            or promise.id = (select max(earlier.id) from evidence_retention earlier
                              where earlier.kind = of_kind and earlier.declared_at <= ended))
$$;

-- True if nobody needs the content any more: each go-live that refers to it has ended, is not held, and its time is over. By the
-- clock of the database, and never earlier than by the age of the evidence itself, which nobody can change.
create function evidence_is_due(content text) returns boolean
    language sql stable set search_path = ${flyway:defaultSchema}, pg_temp as $$
    select exists (select 1 from evidence_content kept
                    where kept.sha256 = content and kept.purged_at is null
                      and kept.stored_at < now() - interval '1 year')
       and exists (select 1 from evidence where sha256 = content)
       and not exists (select 1 from evidence item join go_live on go_live.key = item.go_live
                        where item.sha256 = content
                          and (go_live.finished_at is null
                               or exists (select 1 from legal_hold held where held.go_live = item.go_live)
                               or coalesce(evidence_kept_until(item.kind, greatest(go_live.finished_at, item.added_at))
                                           > now(), true)))
$$;

-- The rule stands in the triggers, so it holds for whoever deletes: contents go when they are due, and come back whole.
create function evidence_content_is_purged_when_due() returns trigger
    language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if tg_op = 'UPDATE' and new.sha256 = old.sha256 and new.size = old.size then
        if old.purged_at is null and new.purged_at is not null and new.stored_at = old.stored_at
                and evidence_is_due(old.sha256) then
            return new;
        end if;
        if old.purged_at is not null and new.purged_at is null and new.stored_at >= old.stored_at then
            return new; -- the same bytes were added anew
        end if;
    end if;
    raise exception '% of % refused: evidence is only ever added to', lower(tg_op), tg_table_name;
end
$$;
drop trigger evidence_content_is_only_added_to on evidence_content;
create trigger evidence_content_is_purged_when_due before update or delete on evidence_content
    for each row execute function evidence_content_is_purged_when_due();
call keep(array['evidence_content']);

create function evidence_piece_goes_with_its_content() returns trigger
    language plpgsql set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if tg_op = 'DELETE' and exists (select 1 from evidence_content
                                     where sha256 = old.sha256 and purged_at is not null) then
        return old;
    end if;
    raise exception '% of % refused: evidence is only ever added to', lower(tg_op), tg_table_name;
end
$$;
drop trigger evidence_piece_is_only_added_to on evidence_piece;
-- Under the old name: the application still has no right to change or delete pieces.
create trigger evidence_piece_is_only_added_to before update or delete on evidence_piece
    for each row execute function evidence_piece_goes_with_its_content();

-- Deletes the bytes of up to so many contents that are due, and tells how many. Runs with the rights of the tables' owner, so
-- that the application needs no right to delete evidence. Passes by what somebody refers to anew at this very moment.
create function purge_due_evidence(most integer) returns integer
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    content text;
    purged  integer := 0;
begin
    for content in select kept.sha256 from evidence_content kept
                    where kept.purged_at is null and kept.stored_at < now() - interval '1 year'
                      and evidence_is_due(kept.sha256)
                    order by kept.stored_at
                    limit most
                      for update skip locked
    loop
        if evidence_is_due(content) then -- asked again, now that nobody else can refer to it
            update evidence_content set purged_at = now() where sha256 = content;
            delete from evidence_piece where sha256 = content;
            purged := purged + 1;
        end if;
    end loop;
    return purged;
end
$$;
