# 24 hours of one station from the database, another station and day each time, beside pgbench of the same SELECT.
step_uncached() {
  country "$1" "$stations_wanted" "$(count_of "$1")" ENVD_HOT_ANSWERS_MAX_BYTES=0
  local f=$1.uncached
  uncached_select "$(curl -sf "$url/air/hourly?limit=1&format=csv" | head -1)" > "$work/select.sql"
  # shellcheck disable=SC2046
  load -c32 -d$((seconds * 4))s $(reads day 0) > /dev/null # the first half minute or so is the compiler's
  for round in $(seq "$rounds"); do
    local before_service before_postgresql
    before_service=$(used "$service") before_postgresql=$(used_by_postgresql)
    # shellcheck disable=SC2046
    figures=$(load -c32 -d"${seconds}s" $(reads day "$round"))
    echo "$figures $(over "$(awk -v a="$before_service" -v b="$(used "$service")" 'BEGIN { print (b - a) * 1000 }')" $((${figures%% *} * seconds))) $(over "$(awk -v a="$before_postgresql" -v b="$(used_by_postgresql)" 'BEGIN { print (b - a) * 1000 }')" $((${figures%% *} * seconds)))" >> "$work/$f"
    # shellcheck disable=SC2086
    pgbench -n -M prepared -c32 -j2 -T"$seconds" -f "$work/select.sql" $db 2> /dev/null | awk '/^tps/ { printf "%.0f\n", $3 }' >> "$work/$f.select"
  done
  read -r rate p50 p99 service_ms postgresql_ms <<< "$(median "$work/$f")"
  row "24 hours of one station as JSON, uncached, c32" "$rate/s, p50 $p50 ms, p99 $p99 ms" "$service_ms + $postgresql_ms ms a request" "\`pgbench -M prepared -c32\` of the rows: $(column "$work/$f.select" 1)/s" "$(over "$rate" "$(column "$work/$f.select" 1)")" "≥ 10 000/s or ≥ 0.5; p99 < 10 ms"
  stop "$1"
}

uncached_select() { # columns
  cat <<SQL
\set station random(0, $((stations - 1)))
\set day random(1, $days)
SELECT $1 FROM air_hourly WHERE station_code = 'B' || lpad((:station)::text, 4, '0') || 'A' AND observed_at > to_timestamp($last_hour) - :day * interval '1 day' AND observed_at <= to_timestamp($last_hour) - (:day - 1) * interval '1 day' ORDER BY observed_at, station_code
SQL
}
