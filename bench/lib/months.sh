# Closed months: built, and what they are worth.

# build_months <name>: starts the service so that every month is due, and waits until all are listed.
build_months() {
  stop "$1"
  start "$1" ENVD_ARCHIVES_SETTLING=0d ENVD_ARCHIVES_RESTING=0s
  # the table ends with a whole month, and what began before its first day is no month of ours
  until [ "$(sql -c "SELECT count(*) FROM dataset_month m WHERE m.dataset = 'air-hourly' AND m.month > '0001-01-01'
      AND NOT EXISTS (SELECT FROM archive a WHERE a.dataset = m.dataset AND a.month = m.month AND a.revision = m.revision AND a.damaged_at IS NULL)")" = 0 ]; do sleep 2; done
  stop "$1"
  start "$1"
}

# What curl is to fetch: every listed file of a format.
listed() { curl -sf "$url/archives?dataset=air-hourly&format=$1" | python3 -c 'import json, sys
for file in json.load(sys.stdin)["data"]: print("url = \"%s%s\"\noutput = /dev/null" % (sys.argv[1], file["url"]))' "$root" > "$work/$1.files"; }
copy_where() { psql -q $db -c "COPY (SELECT $columns FROM air_hourly WHERE $between $1 ORDER BY observed_at, station_code) TO STDOUT"; }

# A limit that bounds nothing is asked of the database; pieces and database must give the same bytes.
live=limit=1000000000
same_bytes() { # question, rows
  local lines
  lines=$(curl -sf "$1" | wc -l)
  [ "$lines" = $(($2 + 1)) ] || { say "$lines lines of $2 rows: $1"; return 1; }
  cmp <(curl -sf "$1") <(curl -sf "$1&$live") && cmp <(curl -sf --compressed "$1") <(curl -sf "$1&$live")
}
