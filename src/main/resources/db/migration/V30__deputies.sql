-- Who stands for whom, and when. Rows stay for good: an ended one tells for whom somebody acted, and who ended it.
create table deputy (
    id        uuid primary key,
    principal text        not null,
    deputy    text        not null,
    first_day date        not null,
    last_day  date        not null,
    zone      text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    note      text        not null,
    named_by  text        not null,
    named_at  timestamptz not null,
    ended_by  text,
    ended_at  timestamptz,
    tasks     text        not null,
    check (principal <> deputy),
    check (first_day <= last_day),
    check (starts_at <= ends_at),
    check ((ended_by is null) = (ended_at is null))
);
create index deputy_by_principal on deputy (principal, ends_at);
create index deputy_by_deputy on deputy (deputy, ends_at);
-- The few whose tasks are still to be moved, now or later.
create index deputy_to_move on deputy (starts_at) where tasks <> 'BACK';

create function deputy_is_never_rewritten() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is distinct from new.ended_at and old.ended_at is not null
        or (old.id, old.principal, old.deputy, old.first_day, old.last_day, old.zone, old.starts_at, old.note, old.named_by, old.named_at)
            is distinct from
            (new.id, new.principal, new.deputy, new.first_day, new.last_day, new.zone, new.starts_at, new.note, new.named_by, new.named_at)
        or old.ends_at < new.ends_at then
        raise exception '% of deputy refused: a period is only ever ended early', lower(tg_op);
    end if;
    return new;
end
$$;
create trigger deputy_is_never_rewritten before update or delete on deputy
    for each row execute function deputy_is_never_rewritten();
call keep(array['deputy']);

-- The person somebody acted for as deputy; null for who acted for themselves.
alter table sign_off add column on_behalf_of text;
alter table release_act add column on_behalf_of text;
alter table handover_acceptance add column on_behalf_of text;
