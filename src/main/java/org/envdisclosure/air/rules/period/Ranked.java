package org.envdisclosure.air.rules.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One place in a ranking by composite index: the least is first, equal ones share a rank (并列) and the next rank is skipped.
 *
 * @param rank null without an index: listed, but not ranked
 * @param tied whether the rank is shared
 * @param <T>  what is ranked
 */
public record Ranked<T>(T entity, @Nullable BigDecimal index, @Nullable Integer rank, boolean tied) {

    /** In the order of the ranking; equal ones, and those without an index at the end, in the order given. */
    public static <T> List<Ranked<T>> byIndex(Collection<T> entities, Function<T, @Nullable BigDecimal> index) {
        SortedMap<BigDecimal, List<T>> places = new TreeMap<>();
        List<Ranked<T>> unranked = new ArrayList<>();
        for (T entity : entities) {
            BigDecimal own = index.apply(entity);
            if (own == null) {
                unranked.add(new Ranked<>(entity, null, null, false));
            } else {
                places.computeIfAbsent(own, none -> new ArrayList<>()).add(entity);
            }
        }
        List<Ranked<T>> ranking = new ArrayList<>();
        places.forEach((own, sharing) -> {
            int rank = ranking.size() + 1;
            sharing.forEach(entity -> ranking.add(new Ranked<>(entity, own, rank, sharing.size() > 1)));
        });
        ranking.addAll(unranked);
        return ranking;
    }
}
