-- Contents are kept once for each digest, in pieces, so that no reader or writer ever needs a whole file in memory.
create table evidence_content (
    sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint      not null check (size > 0),
    stored_at timestamptz not null
);

create table evidence_piece (
    sha256   text    not null references evidence_content,
    position integer not null check (position >= 0),
    bytes    bytea   not null,
    primary key (sha256, position)
);

-- One row for each version of an item; an item is a title of a kind and form within a go-live.
create table evidence (
    id         uuid primary key,
    go_live    text        not null references go_live,
    kind       text        not null,
    title      text        not null,
    form       text        not null,
    version    integer     not null check (version > 0),
    sha256     text        not null references evidence_content,
    size       bigint      not null,
    media_type text        not null,
    file_name  text        not null,
    source     text,
    added_by   text        not null,
    added_at   timestamptz not null,
    unique (go_live, kind, title, form, version),
    check ((form = 'LINK') = (source is not null))
);
create index evidence_by_content on evidence (sha256);

-- Manifests that somebody signed, word for word.
create table evidence_manifest (
    sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    go_live  text        not null references go_live,
    document text        not null,
    kept_at  timestamptz not null
);
create index evidence_manifest_by_go_live on evidence_manifest (go_live);

-- Evidence is only ever added to. Not a defence against an owner of the database (the digests are), but against our own mistakes.
create function evidence_is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: evidence is only ever added to', lower(tg_op), tg_table_name;
end
$$;
create trigger evidence_content_is_only_added_to before update or delete on evidence_content
    for each row execute function evidence_is_only_added_to();
create trigger evidence_piece_is_only_added_to before update or delete on evidence_piece
    for each row execute function evidence_is_only_added_to();
create trigger evidence_is_only_added_to before update or delete on evidence
    for each row execute function evidence_is_only_added_to();
create trigger evidence_manifest_is_only_added_to before update or delete on evidence_manifest
    for each row execute function evidence_is_only_added_to();
