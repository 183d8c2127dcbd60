# p99 of small reads of an idle service, against the same with eight exports and eight stuck clients: within the lane as it is set by default,
# and with a place for each of them. Rounds in turn.
step_fairness() {
  local places question
  for places in 4 16; do
    country "$1" "$stations_wanted" "$(count_of "$1")" ENVD_EXPORT_PARALLEL=$places
    local f=$1.fairness.$places
    for question in day latest; do
      # shellcheck disable=SC2046
      load -c8 -d$((seconds * 2))s $(reads $question 0) > /dev/null
    done
    for round in $(seq "$rounds"); do
      for question in day latest; do
        # shellcheck disable=SC2046
        load -c8 -d"${seconds}s" $(reads $question "$round") >> "$work/$f.$question.idle"
      done
      crowd
      sleep 2
      curl -sf "$root/q/metrics" | awk '/^envd_exports_running/ { printf "%d\n", $2 }' >> "$work/$f.running"
      for question in day latest; do
        # shellcheck disable=SC2046
        load -c8 -d"${seconds}s" $(reads $question "$round") >> "$work/$f.$question.crowded"
      done
      disperse
    done
    for question in day latest; do fairness_row; done
    stop "$1"
  done
}

# Eight that never read and eight that read as fast as they can, again and again, also when they are refused.
crowd() {
  local i
  for i in $(seq 8); do
    (exec 3<> "/dev/tcp/127.0.0.1/$port"; printf 'GET /api/v1/air/hourly?format=csv HTTP/1.1\r\nHost: bench\r\n\r\n' >&3; exec sleep 600) & aside+=($!)
    (trap 'kill $! 2> /dev/null; exit' TERM; while :; do curl -sf -o /dev/null "$url/air/hourly?format=csv" & wait $! || sleep 0.2; done) & aside+=($!)
  done
}

disperse() {
  kill "${aside[@]}" 2> /dev/null || true
  wait "${aside[@]}" 2> /dev/null || true
  aside=()
  until [ "$(curl -sf "$root/q/metrics" | awk '/^envd_exports_running/ { printf "%d", $2 }')" = 0 ]; do sleep 0.2; done
}

fairness_row() {
  local rate p50 p99 idle idle50 idle99
  read -r rate p50 p99 <<< "$(median "$work/$f.$question.crowded" 3)"
  read -r idle idle50 idle99 <<< "$(median "$work/$f.$question.idle" 3)"
  row "small reads ($question), c8, beside 8 exports and 8 stuck clients on $places places, $(column "$work/$f.running" 1) of them taken" "p99 $p99 ms, p50 $p50 ms, $rate/s" "" "idle: p99 $idle99 ms, p50 $idle50 ms, $idle/s" "$(over "$p99" "$idle99")" "p99 ≤ 1.2 x"
}
