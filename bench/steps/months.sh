# Whole closed months of all stations: as files and as the answer to a question, beside psql COPY of the same rows and beside the live query.
. bench/lib/months.sh

step_months() {
  country "$1" "$stations_wanted" "$(count_of "$1")"
  build_months "$1"
  local f=$1.months first question columns
  columns=$(curl -sf "$url/air/hourly?limit=1&format=csv" | head -1)
  # whole months only: the files hold no more
  first=$(sql -c "SELECT (date_trunc('month', (min(observed_at) - interval '1 microsecond') AT TIME ZONE INTERVAL '+08:00') + interval '1 month')::date FROM air_hourly")
  [ "$first" != 2025-12-01 ] || { row "no whole month in so few rows" "" "" "" "" ""; stop "$1"; return; }
  span="from=$first&to=2025-12-01" between="observed_at > '$first 00:00+08' AND observed_at <= '2025-12-01 00:00+08'"
  rows=$(sql -c "SELECT count(*) FROM air_hourly WHERE $between")
  question="$url/air/hourly?format=csv&$span"
  same_bytes "$question" "$rows"
  listed csv.gz
  listed parquet
  for round in $(seq 0 "$rounds"); do
    [ "$round" != 1 ] || forget "$f"
    timed "$f.copy" copy_where ""
    timed "$f.live" curl -sf "$question&$live"
    timed "$f.plain" curl -sf "$question"
    timed "$f.gzip" curl -sf -H 'Accept-Encoding: gzip' "$question"
    timed "$f.csv_gz" curl -sf -K "$work/csv.gz.files"
    timed "$f.parquet" curl -sf -K "$work/parquet.files"
  done
  beside "$rows rows of closed months, gzip answer from pieces" "$rows" "$f.gzip" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "the same, not compressed" "$rows" "$f.plain" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "every listed \`csv.gz\` file" "$rows" "$f.csv_gz" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "every listed Parquet file" "$rows" "$f.parquet" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "gzip answer beside the live query" "$rows" "$f.gzip" "the query of the database" "$f.live" "≥ 5"
  stop "$1"
}
