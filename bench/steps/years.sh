# One station over ten years, in a country of 20 stations: from its pieces, beside psql COPY and beside the live query.
. bench/lib/months.sh

step_years() {
  local columns question f=years
  country years 20 1800000
  build_months years
  columns=$(curl -sf "$url/air/hourly?limit=1&format=csv" | head -1)
  label=$((20 * days * 24))
  span="from=2015-12-01&to=2025-12-01" between="observed_at > '2015-12-01 00:00+08' AND observed_at <= '2025-12-01 00:00+08'"
  rows=$(sql -c "SELECT count(*) FROM air_hourly WHERE $between AND station_code = 'B0007A'")
  question="$url/air/hourly?format=csv&station=B0007A&$span"
  same_bytes "$question" "$rows"
  for round in $(seq 0 "$rounds"); do
    [ "$round" != 1 ] || forget "$f"
    timed "$f.copy" copy_where "AND station_code = 'B0007A'"
    timed "$f.live" curl -sf "$question&$live"
    timed "$f.plain" curl -sf "$question"
    timed "$f.gzip" curl -sf -H 'Accept-Encoding: gzip' "$question"
  done
  beside "one station over ten years from pieces, gzip" "$rows" "$f.gzip" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "the same, not compressed" "$rows" "$f.plain" "\`psql COPY\`" "$f.copy" "≥ 10"
  beside "gzip beside the live query" "$rows" "$f.gzip" "the query of the database" "$f.live" "≥ 5"
  beside "not compressed beside the live query" "$rows" "$f.plain" "the query of the database" "$f.live" "≥ 5"
  stop years
}
