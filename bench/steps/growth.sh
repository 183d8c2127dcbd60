# The small reads at every size, the services of all sizes up at once and asked in turn; the ratio is that of p99 to the first size.
step_growth() {
  local questions="day city month latest" question size figures
  for size in "${sizes[@]}"; do country "$size" "$stations_wanted" "$(count_of "$size")" ENVD_HOT_ANSWERS_MAX_BYTES=0; echo "$days" > "$work/days.$size"; done
  for round in $(seq 0 "$rounds"); do
    for question in $questions; do
      for size in "${sizes[@]}"; do
        use "$size"; stations=$stations_wanted days=$(cat "$work/days.$size")
        # shellcheck disable=SC2046
        figures=$(load -c8 -d$((round == 0 ? 4 * seconds : seconds))s $(reads $question "$round"))
        [ "$round" = 0 ] || echo "$figures" >> "$work/growth.$size.$question"
      done
    done
  done
  for question in $questions; do
    local first99='' rate p50 p99
    for size in "${sizes[@]}"; do
      read -r rate p50 p99 <<< "$(median "$work/growth.$size.$question" 3)"
      [ -n "$first99" ] || first99=$p99
      label=$size row "small read ($question), uncached, c8" "p99 $p99 ms, p50 $p50 ms, $rate/s" "" "p99 at ${sizes[0]}: $first99 ms" "$(over "$p99" "$first99")" "p99 ≤ 1.2 x"
    done
  done
  for size in "${sizes[@]}"; do stop "$size"; done
}
