#!/usr/bin/env bash
# Run once by the image of PostgreSQL, on an empty data volume: a database, its owner, who makes the tables and is no superuser, and
# the role that the application works with, which gets its rights from the migrations and can neither change nor delete records.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username postgres \
    --set owner_password="$(cat /run/secrets/database-owner-password)" \
    --set password="$(cat /run/secrets/database-password)" <<'SQL'
create role handover_owner login password :'owner_password';
create role handover login password :'password';
create database handover owner handover_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke connect on database handover from public;
grant connect on database handover to handover;
SQL
