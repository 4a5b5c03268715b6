-- Each change of the troubleshooting table by an admin; the last one says which table is in force. The tables themselves are
-- with the engine.
create table troubleshooting_change (
    number         integer generated always as identity primary key,
    definition     text,
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    shipped_sha256 text        not null check (shipped_sha256 ~ '^[0-9a-f]{64}$'),
    changed_by     text        not null,
    changed_at     timestamptz not null
);

create function troubleshooting_change_is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: changes are only ever added to', lower(tg_op), tg_table_name;
end
$$;
create trigger troubleshooting_change_is_only_added_to before update or delete on troubleshooting_change
    for each row execute function troubleshooting_change_is_only_added_to();
