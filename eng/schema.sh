#!/bin/sh
# Writes the T-SQL of the SQL Server migrations: schema.sql for an empty database, upgrade.sql for any. The committed
# copies are what a bureau's administrator reads; tests hold them equal to the migrations and parse them.
set -eu
cd "$(dirname "$0")"
dotnet tool restore > /dev/null
out=../artifacts/schema
data=../src/PerfEval.Data
mkdir -p "$out"
dotnet ef migrations script -c SqlServerContext -p "$data" -s "$data" -o "$out/schema.sql"
dotnet ef migrations script --idempotent --no-build -c SqlServerContext -p "$data" -s "$data" -o "$out/upgrade.sql"
cp "$out/schema.sql" "$out/upgrade.sql" "$data/SqlServer/"
