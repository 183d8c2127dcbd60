package org.envdisclosure.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The exact places behind those that are shown. Whoever sends back what was shown, in a file that was downloaded or an entry that was
 * read and edited, says nothing new of the place: the exact one stays.
 */
final class ExactPlaces {

    private static final List<String> COLUMNS = List.of("longitude", "latitude", "datum");
    /** The code, the first day, the exact place and the shown one: none of them has a space. */
    private static final String PLACES = "SELECT concat_ws(' ', %1$s.%2$s, to_char(%1$s.valid_from, 'YYYY-MM-DD'), %3$s) AS place FROM %1$s%4$s";
    private static final String NOTHING = "~";

    private final Map<String, TreeMap<LocalDate, Standing>> byCode = new HashMap<>();

    /** In degrees, with all digits. */
    private record Place(@Nullable BigDecimal longitude, @Nullable BigDecimal latitude, @Nullable String datum) {

        static Place of(List<String> words) {
            return new Place(number(words.get(0)), number(words.get(1)), words.get(2).equals(NOTHING) ? null : words.get(2));
        }

        private static @Nullable BigDecimal number(String word) {
            return word.equals(NOTHING) ? null : new BigDecimal(word);
        }

        boolean isAt(@Nullable Object east, @Nullable Object north) {
            return same(longitude, east) && same(latitude, north);
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable Object other) {
            return one == null ? other == null : other instanceof BigDecimal number && one.compareTo(number) == 0;
        }
    }

    /** A version's place, and what everybody sees instead. */
    private record Standing(Place exact, Place shown) {
    }

    /** @param places as {@link #ofAll} and {@link #ofOne} tell them */
    ExactPlaces(List<String> places) {
        for (String place : places) {
            List<String> words = List.of(place.split(" "));
            int shown = words.size() - COLUMNS.size();
            byCode.computeIfAbsent(words.get(0), code -> new TreeMap<>())
                    .put(LocalDate.parse(words.get(1)), new Standing(Place.of(words.subList(shown - COLUMNS.size(), shown)), Place.of(words.subList(shown, words.size()))));
        }
    }

    /** Of every entry of the register whose source is marked. */
    static Sql ofAll(StoredTable table, int decimals) {
        String words = Stream.concat(COLUMNS.stream().map(column -> table.name() + "." + column), COLUMNS.stream().map(column -> HiddenPlaces.shown(table, column, decimals)))
                .map(value -> "coalesce(CAST(" + value + " AS text), '" + NOTHING + "')").collect(Collectors.joining(", "));
        return Sql.of(PLACES.formatted(table.name(), codeOf(table), words, HiddenPlaces.join(table)));
    }

    static Sql ofOne(StoredTable table, int decimals, String code) {
        return ofAll(table, decimals).then(Sql.of(" WHERE " + table.name() + "." + codeOf(table) + " = ?", code));
    }

    private static String codeOf(StoredTable table) {
        return table.key().get(0).name();
    }

    /** Codes of what is hidden. */
    Set<String> codes() {
        return byCode.keySet();
    }

    /**
     * Puts the exact place where the values have the one that is shown of it.
     *
     * @param start of the version that is written, null for the newest; a new one is where the newest was
     */
    void restore(String code, @Nullable LocalDate start, Map<String, @Nullable Object> values) {
        TreeMap<LocalDate, Standing> versions = byCode.get(code);
        if (versions == null) {
            return;
        }
        Standing newest = versions.lastEntry().getValue();
        Standing standing = start == null ? newest : versions.getOrDefault(start, newest);
        if (standing.shown().isAt(values.get("longitude"), values.get("latitude"))) {
            values.put("longitude", standing.exact().longitude());
            values.put("latitude", standing.exact().latitude());
            if (Objects.equals(standing.shown().datum(), values.get("datum"))) {
                values.put("datum", standing.exact().datum());
            }
        }
    }
}
