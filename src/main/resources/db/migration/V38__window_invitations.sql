-- What each person was told last about the release window of a go-live: what their calendar holds, if they want it to.
create table window_invitation (
    id           uuid        primary key,
    go_live      text        not null references go_live,
    person       text        not null,
    -- the owner the person stands in for; null for who has a part themselves
    on_behalf_of text,
    state        text        not null check (state in ('INVITED', 'LEFT_OUT', 'CANCELLED')),
    sequence     integer     not null check (sequence >= 0),
    window_start timestamptz not null,
    window_end   timestamptz not null,
    row_version  integer     not null default 0,
    unique (go_live, person)
);
