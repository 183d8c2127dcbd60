# A deterministic country: stations B0000A, B0001A ... in cities of eight, and their hours, which end with 2025-11-30T24:00+08:00.

seed_days=9
last_hour=1764518400 # 2025-12-01T00:00+08:00

stations_csv() { # how many
  awk -v n="$1" 'BEGIN { print "station_code,name,city_code,city_name,longitude,latitude,valid_from"
    for (i = 0; i < n; i++) printf "B%04dA,bench %d,%d,bench city %d,%.4f,%.4f,2015-01-01\n", i, i, 980000 + int(i / 8), int(i / 8), 100 + (i % 40) / 2, 20 + (i % 50) / 2 }'
}

hours_csv() { # stations, seconds since 1970 before the first hour, days
  awk -v n="$1" -v t="$2" -v d="$3" 'BEGIN { print "station_code,observed_at,pm25,pm10,so2,no2,o3,co,o3_8h,pm25_24h,pm10_24h"
    s = 1 + t % 65537
    for (h = 1; h <= d * 24; h++) { at = strftime("%Y-%m-%dT%H:00:00+08:00", t + h * 3600 + 28800, 1)
      for (i = 0; i < n; i++) { s = (s * 1103515245 + 12345) % 2147483648; p = 5 + s % 120
        printf "B%04dA,%s,%d,%d,%d,%d,%d,%.1f,%d,%d,%d\n", i, at, p, p + 20 + s % 40, 2 + s % 12, 8 + s % 50, 10 + s % 150, 0.3 + (s % 12) / 10, 20 + s % 120, p, p + 30 } } }'
}

# country <name> <stations> <rows> [SETTING=value ...]: starts it; laid down the first time. Nine days come through the service, with all
# that follows from them; the years before are those days again, written by SQL as the service would have written them.
country() {
  local name=$1 n=$2 rows=$3 seed=$(($2 * seed_days * 24)) begun
  shift 3
  if [ ! -f "$data/$name/laid" ]; then
    rm -rf "${data:?}/$name" # half laid
  elif [ "$(cut -d' ' -f2 "$data/$name/laid")" != "$n" ]; then
    say "$data/$name was laid for $(cut -d' ' -f2 "$data/$name/laid") stations, not for $n"; exit 2
  fi
  start "$name" "$@"
  if [ -f "$data/$name/laid" ]; then drained; read -r days stations < "$data/$name/laid"; return; fi
  say "$name: $n stations, $rows rows"
  stations_csv "$n" > "$work/stations.csv"
  hours_csv "$n" $((last_hour - seed_days * 86400)) $seed_days > "$work/seed.csv"
  post air/stations "$work/stations.csv" > /dev/null
  post air/hourly "$work/seed.csv" > /dev/null
  drained
  begun=$(now)
  local blocks=$(((rows - seed + seed - 1) / seed))
  [ $blocks -ge 0 ] || blocks=0
  sql -f bench/lib/lay.sql > /dev/null
  for table in air_hourly:observed_at air_cities_hourly:observed_at air_daily:date air_cities_daily:date; do
    sql -c "CALL bench_lay('${table%:*}', '${table#*:}', $seed_days, $blocks)"
  done
  sql -c "DROP PROCEDURE bench_lay" -c "VACUUM ANALYZE air_hourly" -c "VACUUM ANALYZE air_cities_hourly" -c "VACUUM ANALYZE air_daily" -c "VACUUM ANALYZE air_cities_daily"
  stations=$n days=$(((blocks + 1) * seed_days))
  echo "$days $stations" > "$data/$name/laid"
  stop "$name"
  start "$name" "$@"
  sleep 5
  # the gaps of the years laid, half an hour's work at 100M, are no figure of this bench and would be worked out beside those that are
  sql -c "DELETE FROM rollup_queue"
  say "$name: $(sql -c "SELECT count(*) FROM air_hourly") rows over $days days laid in $(since "$begun") s, $(sql -c "SELECT pg_size_pretty(pg_database_size(current_database()))")"
}

# The span of at most $1 rows before the last hour, as local dates: $from, $to (exclusive), $span (what it asks of the API), $rows
span_of() {
  local some=$(($1 / (stations * 24)))
  [ "$some" -lt "$days" ] || some=$days
  from=$(date -u -d "@$((last_hour + 28800 - some * 86400))" +%F) to=2025-12-01
  rows=$((stations * some * 24)) span="from=$from&to=$to"
  between="observed_at > '$from 00:00+08' AND observed_at <= '$to 00:00+08'"
}

# As whom a small read asks: another station and day each time.
reads() { # question, seed
  echo "-s bench/lib/reads.lua $root -- $1 $stations $((last_hour - days * 86400)) $days $2"
}
