package org.envdisclosure.place;

import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.register.Version;
import org.jspecify.annotations.Nullable;

/** What every register of sites has in common: a name and where it is. */
@MappedSuperclass
public abstract class Site extends Version {

    /** Characters of a name. */
    public static final int LONGEST_NAME = 200;

    private static final Map<String, LocalizedText> TAKES = Map.of(
            "name", LocalizedText.of("必填，1 至 200 个字符", "needed, 1 to 200 characters, no control characters"),
            "longitude", LocalizedText.of("-180 至 180 度", "degrees from -180 to 180"),
            "latitude", LocalizedText.of("-90 至 90 度", "degrees from -90 to 90"),
            "datum", Cells.CODE);
    private static final ValueRange LONGITUDE = ValueRange.of("-180", "180");
    private static final ValueRange LATITUDE = ValueRange.of("-90", "90");

    public String name = "";

    /** Degrees east, in {@link #datum}. */
    public @Nullable BigDecimal longitude;

    /** Degrees north, in {@link #datum}. */
    public @Nullable BigDecimal latitude;

    /** Such as {@code CGCS2000}; null where the source states none. */
    public @Nullable String datum;

    /** What cells of a site take, by column, its register's own among them. */
    public static Map<String, LocalizedText> takes(Map<String, LocalizedText> own) {
        Map<String, LocalizedText> takes = new HashMap<>(TAKES);
        takes.putAll(own);
        return Map.copyOf(takes);
    }

    /**
     * Reads a site's part of an entry into its values.
     *
     * @throws Cells.Refused with {@code bad_<column>} or {@code missing_name}
     */
    public static void read(Cells cells, Map<String, @Nullable Object> values) throws Cells.Refused {
        String name = cells.text("name", LONGEST_NAME);
        if (name == null) {
            throw new Cells.Refused("missing_name");
        }
        values.put("name", name);
        readPlace(cells, values);
    }

    /** Reads where something is, which need not be a site. */
    public static void readPlace(Cells cells, Map<String, @Nullable Object> values) throws Cells.Refused {
        values.put("longitude", cells.number("longitude", LONGITUDE));
        values.put("latitude", cells.number("latitude", LATITUDE));
        values.put("datum", cells.code("datum"));
    }

    /** Takes the site's part of an entry's values, by column. */
    public void fillSite(Map<String, Object> values) {
        name = Objects.requireNonNullElse((String) values.get("name"), "");
        longitude = (BigDecimal) values.get("longitude");
        latitude = (BigDecimal) values.get("latitude");
        datum = (String) values.get("datum");
    }

    /** Gives what {@link #fillSite} was given, null where there is no value. */
    public void putSite(Map<String, @Nullable Object> values) {
        values.put("name", name);
        values.put("longitude", longitude);
        values.put("latitude", latitude);
        values.put("datum", datum);
    }
}
