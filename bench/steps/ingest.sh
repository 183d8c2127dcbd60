# Batches of nine days of the whole country over HTTP, new ones and the same again, beside \copy of the same file into a table with the same key.
step_ingest() {
  local n=$((stations_wanted * seed_days * 24)) receipt
  rm -rf "$data/ingest"
  start ingest
  stations_csv "$stations_wanted" > "$work/stations.csv"
  post air/stations "$work/stations.csv" > /dev/null
  sql -c "CREATE TABLE bench_copy (station_code text, observed_at timestamptz, pm25 numeric, pm10 numeric, so2 numeric, no2 numeric, o3 numeric, co numeric, o3_8h numeric, pm25_24h numeric, pm10_24h numeric, PRIMARY KEY (station_code, observed_at))"
  local kind
  # the first round is the compiler's
  for round in $(seq 0 "$rounds"); do
    hours_csv "$stations_wanted" $((last_hour - (rounds - round + 1) * seed_days * 86400)) $seed_days > "$work/hours.csv"
    for kind in fresh again; do
      [ "$round" -gt 0 ] && name=$kind || name=warm_$kind
      timed "$name" post air/hourly "$work/hours.csv"
      timed "drained_$name" drained
    done
    receipt=$(post air/hourly "$work/hours.csv")
    grep -q "\"unchanged\":$n\\b" <<< "$(tr -d ' ' <<< "$receipt")" || { say "not stored as sent: $receipt"; return 1; }
    sql -c "TRUNCATE bench_copy"
    timed copy sql -c "\\copy bench_copy FROM '$work/hours.csv' CSV HEADER"
  done
  beside "a batch of $n new hours: verdicts, revision, AQI, receipt" "$n" fresh "\`\\copy\` into a table with its key" copy "≥ 50 000 rows/s"
  beside "the same batch again, all unchanged" "$n" again "the same" copy "≥ 100 000 rows/s"
  row "roll-ups after such a new batch: nine days of the country" "$(column "$work/drained_fresh" 1) s" "$(median "$work/drained_fresh" | awk '{ print $2 " + " $3 }')" "" "" ""
  row "peak memory of the service" "$(peak) MiB" "" "" "" ""
  stop ingest
}
