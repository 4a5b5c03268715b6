-- Lists of open issues and the operating rhythm that somebody was shown, word for word.
create table open_issue_list (
    sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    go_live  text        not null references go_live,
    document text        not null,
    shown_at timestamptz not null
);
create index open_issue_list_by_go_live on open_issue_list (go_live);

-- The customer owner took over exactly that list. A later one counts, if there are several.
create table handover_acceptance (
    id          uuid primary key,
    go_live     text        not null references go_live,
    list        text        not null references open_issue_list,
    words       text        not null,
    accepted_by text        not null,
    accepted_at timestamptz not null
);
create index handover_acceptance_by_go_live on handover_acceptance (go_live, accepted_at);

-- The report as it was when the go-live was closed.
create table handover_report (
    go_live   text primary key references go_live,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    html      text        not null,
    frozen_at timestamptz not null
);

create function handover_record_is_only_added_to() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: what was handed over is only ever added to', lower(tg_op), tg_table_name;
end
$$;
create trigger open_issue_list_is_only_added_to before update or delete on open_issue_list
    for each row execute function handover_record_is_only_added_to();
create trigger handover_acceptance_is_only_added_to before update or delete on handover_acceptance
    for each row execute function handover_record_is_only_added_to();
create trigger handover_report_is_only_added_to before update or delete on handover_report
    for each row execute function handover_record_is_only_added_to();
