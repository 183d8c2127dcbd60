# Answers that are kept ready, beside a static Vert.x answer of the same size on as many event loops.
step_hot() {
  country "$1" "$stations_wanted" "$(count_of "$1")"
  local f=$1.hot day="$url/air/hourly?station=B0007A&date=2025-11-25" latest="$url/air/latest?city=980000" tag static
  static=$(free_port)
  curl -sf "$day" > "$work/answer.json"
  java -cp 'target/quarkus-app/lib/main/*' bench/StaticAnswer.java "$static" "$work/answer.json" >> "$work/static.log" 2>&1 & aside+=($!)
  local vertx=$!
  until curl -sf "http://127.0.0.1:$static" > /dev/null; do kill -0 "$vertx"; sleep 0.1; done
  tag=$(curl -sfI "$day" | awk 'tolower($1) == "etag:" { print $2 }' | tr -d '\r')
  for warm in "http://127.0.0.1:$static" "$day" "$latest"; do load -c32 -d$((seconds * 2))s "$warm" > /dev/null; done
  for _ in $(seq "$rounds"); do
    load -c32 -d"${seconds}s" "http://127.0.0.1:$static" >> "$work/$f.static"
    load -c32 -d"${seconds}s" "$day" >> "$work/$f.day"
    load -c32 -d"${seconds}s" "$latest" >> "$work/$f.latest"
    load -c32 -d"${seconds}s" -H "If-None-Match: $tag" "$day" >> "$work/$f.unmodified"
  done
  kill "$vertx"; wait "$vertx" 2> /dev/null || true
  kept_row "24 hours of one station, kept ready, c32" "$f.day" "≥ 0.6"
  kept_row "latest of a city, kept ready, c32" "$f.latest" "≥ 0.6"
  kept_row "304, c32" "$f.unmodified" "≥ 0.7"
  stop "$1"
}

kept_row() {
  local rate p50 p99 static static50 static99
  read -r rate p50 p99 <<< "$(median "$work/$2")"
  read -r static static50 static99 <<< "$(median "$work/$f.static")"
  row "$1" "$rate/s, p50 $p50 ms, p99 $p99 ms" "" "a static answer of $(wc -c < "$work/answer.json") bytes: $static/s, p50 $static50 ms, p99 $static99 ms" "$(over "$rate" "$static")" "$3"
}
