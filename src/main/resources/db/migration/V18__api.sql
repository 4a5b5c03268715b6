-- Answers to submissions that carried an Idempotency-Key, so that a repeat gets the same answer and does nothing.
create table idempotent_submission (
    user_id         text        not null,
    idempotency_key text        not null,
    request_sha256  text        not null,
    go_live         text references go_live,
    created_at      timestamptz not null,
    primary key (user_id, idempotency_key)
);
