# The small reads at every size, the services of all sizes up at once and asked in turn; the ratio is that of p99 to the first size. Each is
# asked of the days that the first size has, which is the same question to a larger table, and of all days, most of which no memory holds at 100M.
# Two readers, no more: with eight of them p99 is how long a process waits for one of two cores, 8 ms in one round and 30 ms in the next of the same size.
step_growth() {
  local asked="day city month latest day:all city:all month:all" one question size figures
  for size in "${sizes[@]}"; do country "$size" "$stations_wanted" "$(count_of "$size")" ENVD_HOT_ANSWERS_MAX_BYTES=0; echo "$days" > "$work/days.$size"; done
  for round in $(seq 0 "$rounds"); do
    for one in $asked; do
      for size in "${sizes[@]}"; do
        use "$size"; stations=$stations_wanted days=$(cat "$work/days.${sizes[0]}") question=${one%:all}
        [ "$one" = "$question" ] || days=$(cat "$work/days.$size")
        # shellcheck disable=SC2046
        figures=$(load -c2 -d$((round == 0 ? 4 * seconds : seconds))s $(reads "$question" "$round"))
        [ "$round" = 0 ] || echo "$figures" >> "$work/growth.$size.$one"
      done
    done
  done
  for one in $asked; do
    local first99='' rate p50 p99 of_days
    for size in "${sizes[@]}"; do
      of_days="of the last $(cat "$work/days.${sizes[0]}") days"
      [ "$one" = "${one%:all}" ] || of_days="of all $(cat "$work/days.$size") days"
      [ "$one" != latest ] || of_days="of a city"
      read -r rate p50 p99 <<< "$(median "$work/growth.$size.$one" 3)"
      [ -n "$first99" ] || first99=$p99
      label=$size row "small read (${one%:all}, $of_days), uncached, c2" "p99 $p99 ms, p50 $p50 ms, $rate/s" "" "p99 at ${sizes[0]}: $first99 ms" "$(over "$p99" "$first99")" "p99 ≤ 1.2 x"
    done
  done
  for size in "${sizes[@]}"; do stop "$size"; done
}
