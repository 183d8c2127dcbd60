package org.envdisclosure.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The exact places behind those that are shown rounded. Whoever sends back what was shown, in a file that was downloaded or an entry that was
 * read and edited, says nothing new of the place: the exact one stays.
 */
final class ExactPlaces {

    private static final String PLACE = "SELECT concat_ws(' ', %2$s, longitude, latitude) AS place FROM %1$s WHERE source_id IN (" + HiddenPlaces.MARKED + ")";
    private static final String NEWEST_FIRST = " ORDER BY %2$s, valid_from DESC";
    private static final int WITH_BOTH_DEGREES = 3;

    private final int decimals;
    private final Map<String, List<Place>> byCode = new HashMap<>();

    /** In degrees, with all digits. */
    private record Place(BigDecimal longitude, BigDecimal latitude) {

        boolean isShownAs(BigDecimal east, BigDecimal north, int decimals) {
            return longitude.setScale(decimals, RoundingMode.HALF_UP).compareTo(east) == 0 && latitude.setScale(decimals, RoundingMode.HALF_UP).compareTo(north) == 0;
        }
    }

    /** @param places as {@link #ofAll} and {@link #ofOne} tell them */
    ExactPlaces(List<String> places, int decimals) {
        this.decimals = decimals;
        for (String place : places) {
            String[] words = place.split(" ");
            List<Place> known = byCode.computeIfAbsent(words[0], code -> new ArrayList<>());
            if (words.length == WITH_BOTH_DEGREES) {
                known.add(new Place(new BigDecimal(words[1]), new BigDecimal(words[2])));
            }
        }
    }

    /** Of every entry of the table whose source is marked. */
    static Sql ofAll(String table, String code) {
        return Sql.of((PLACE + NEWEST_FIRST).formatted(table, code));
    }

    static Sql ofOne(String table, String code, String value) {
        return Sql.of((PLACE + " AND %2$s = ?" + NEWEST_FIRST).formatted(table, code), value);
    }

    /** Codes of what is shown rounded. */
    Set<String> codes() {
        return byCode.keySet();
    }

    /** Puts the exact place where the values have the one that is shown of it. */
    void restore(String code, Map<String, @Nullable Object> values) {
        if (values.get("longitude") instanceof BigDecimal east && values.get("latitude") instanceof BigDecimal north) {
            byCode.getOrDefault(code, List.of()).stream().filter(place -> place.isShownAs(east, north, decimals)).findFirst().ifPresent(place -> {
                values.put("longitude", place.longitude());
                values.put("latitude", place.latitude());
            });
        }
    }
}
