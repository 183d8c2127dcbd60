# Up to 5 M wide rows from the database as one download, beside psql COPY of the same rows in the same order.
step_bulk() {
  country "$1" "$stations_wanted" "$(count_of "$1")"
  span_of 5000000
  local columns question="$url/air/hourly?$span&format=csv" lines
  columns=$(curl -sf "$url/air/hourly?limit=1&format=csv" | head -1)
  copy() { psql -q $db -c "COPY (SELECT $columns FROM air_hourly WHERE $between ORDER BY observed_at, station_code) TO STDOUT"; }
  copy_gzip() { copy | gzip -1; }
  copy_zstd() { copy | zstd -1 -c; }
  lines=$(curl -sf "$question" | wc -l)
  [ "$lines" = $((rows + 1)) ] || { say "$lines lines of $rows rows"; return 1; }
  forget_peak
  local f=$1.bulk
  for round in $(seq 0 "$rounds"); do
    [ "$round" != 1 ] || forget "$f"
    timed "$f.csv" curl -sf "$question"
    timed "$f.copy" copy
    timed "$f.ndjson" curl -sf "${question%csv}ndjson"
    timed "$f.gzip" curl -sf -H 'Accept-Encoding: gzip' "$question"
    timed "$f.copy_gzip" copy_gzip
    if have zstd; then
      timed "$f.zstd" curl -sf -H 'Accept-Encoding: zstd' "$question"
      timed "$f.copy_zstd" copy_zstd
    fi
    curl -sf --max-time 20 -o /dev/null -w '%{time_starttransfer}\n' "$url/air/hourly?format=csv" >> "$work/$f.first" || true
  done
  beside "$rows rows as CSV" "$rows" "$f.csv" "\`psql COPY TO STDOUT\`" "$f.copy" "≥ 1.4"
  beside "the same as NDJSON" "$rows" "$f.ndjson" "the same" "$f.copy" ""
  beside "the same CSV, gzip" "$rows" "$f.gzip" "\`COPY \\| gzip -1\`" "$f.copy_gzip" "≥ 0.8"
  if have zstd; then beside "the same CSV, zstd" "$rows" "$f.zstd" "\`COPY \\| zstd -1\`" "$f.copy_zstd" ""; fi
  row "first byte of everything" "$(column "$work/$f.first" 1) s" "" "" "" "< 0.2 s"
  row "peak memory of the service meanwhile" "$(peak) MiB" "" "" "" "< 400 MB"
  stop "$1"
}
