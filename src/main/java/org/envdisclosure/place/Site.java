package org.envdisclosure.place;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.register.Version;
import org.jspecify.annotations.Nullable;

/** What every register of sites has in common: where a site is. */
@MappedSuperclass
public abstract class Site extends Version {

    public String name = "";

    @Column(name = "name_en")
    public @Nullable String nameEn;

    /** GB/T 2260. */
    @Column(name = "city_code")
    public @Nullable String cityCode;

    @Column(name = "city_name")
    public @Nullable String cityName;

    /** GB/T 2260; a county where known. */
    @Column(name = "division_code")
    public @Nullable String divisionCode;

    /** Degrees east, in {@link #datum}. */
    public @Nullable BigDecimal longitude;

    /** Degrees north, in {@link #datum}. */
    public @Nullable BigDecimal latitude;

    /** Such as {@code CGCS2000}; null where the source states none. */
    public @Nullable String datum;

    /** Takes the site's part of an entry's values, by column. */
    public void fillSite(Map<String, Object> values) {
        name = Objects.requireNonNullElse((String) values.get("name"), "");
        nameEn = (String) values.get("name_en");
        cityCode = (String) values.get("city_code");
        cityName = (String) values.get("city_name");
        divisionCode = (String) values.get("division_code");
        longitude = (BigDecimal) values.get("longitude");
        latitude = (BigDecimal) values.get("latitude");
        datum = (String) values.get("datum");
    }

    /** What {@link #fillSite} was given, null where there is no value. */
    public Map<String, @Nullable Object> siteValues() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("name_en", nameEn);
        values.put("city_code", cityCode);
        values.put("city_name", cityName);
        values.put("division_code", divisionCode);
        values.put("longitude", longitude);
        values.put("latitude", latitude);
        values.put("datum", datum);
        return values;
    }
}
