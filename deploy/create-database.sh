#!/usr/bin/env bash
# Run once by the image of PostgreSQL, on an empty data volume: a database whose owner is no superuser.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --username postgres --set password="$(cat /run/secrets/database-password)" <<'SQL'
create role handover login password :'password';
create database handover owner handover template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke connect on database handover from public;
SQL
