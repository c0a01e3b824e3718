#!/usr/bin/env bash
# Run by the PostgreSQL image on an empty volume: for each part a database, the role that owns it, and nobody else's way in.
set -euo pipefail

ask() { psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres "$@"; }

ask <<<'REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;'
for part in keycloak subsidy jobmatch broker training; do
  password=LEYE_DATABASE_PASSWORD_${part^^}
  ask --set=part="$part" --set=password="${!password}" <<'SQL'
CREATE ROLE :"part" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE :"part" OWNER :"part";
REVOKE ALL ON DATABASE :"part" FROM PUBLIC;
SQL
done
