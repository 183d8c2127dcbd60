# A day of the whole country comes in; the time until the daily values of every station and city are there. Each round is another day.
step_rollup() {
  country "$1" "$stations_wanted" "$(count_of "$1")"
  local newest day cities=$(((stations + 7) / 8))
  newest=$(sql -c "SELECT extract(epoch FROM max(observed_at))::bigint FROM air_hourly")
  for round in $(seq 0 "$rounds"); do
    hours_csv "$stations" $((newest + round * 86400)) 1 > "$work/day.csv"
    day=$(date -u -d "@$((newest + round * 86400 + 28800))" +%F)
    [ "$round" -gt 0 ] && name="" || name=warm_
    timed "${name}taken" post air/hourly "$work/day.csv"
    timed "${name}days" days_of "$day" "$stations" "$cities"
    drained
  done
  row "$((stations * 24)) hours of a day taken in" "$(column "$work/taken" 1) s" "$(median "$work/taken" | awk '{ print $2 " + " $3 }')" "" "" ""
  row "then until every station and city has its day" "$(column "$work/days" 1) s" "$(median "$work/days" | awk '{ print $2 " + " $3 }')" "" "" "< 5 s"
  stop "$1"
}

days_of() {
  until [ "$(sql -c "SELECT (SELECT count(*) FROM air_daily WHERE date = '$1' AND valid_hours = 24) || ' ' || (SELECT count(DISTINCT city_code) FROM air_cities_daily WHERE date = '$1')
                          || ' ' || (SELECT count(*) FROM rollup_queue WHERE dataset IN ('air-daily', 'air-cities-daily') AND bucket_day = '$1')")" = "$2 $3 0" ]; do sleep 0.05; done
}
