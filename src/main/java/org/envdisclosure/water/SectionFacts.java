package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.envdisclosure.platform.sql.TextArray;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.Waterbody;
import org.jspecify.annotations.Nullable;

/** What the register says of a section at the end of a period; a section nobody has entered is a river and nothing else. */
record SectionFacts(@Nullable String name, @Nullable String province, @Nullable String basin, @Nullable String river, Waterbody waterbody,
                    @Nullable WaterClass target, @Nullable String level, @Nullable String role, @Nullable String city, Set<WaterItem> characteristic) {

    /** In the register, and kept with every period of a section. */
    static final List<String> COLUMNS = List.of("name", "province", "basin", "river", "waterbody", "target_class", "control_level", "section_role",
            "responsible_city_code", "characteristic_items");

    static SectionFacts of(ResultSet row) throws SQLException {
        Set<WaterItem> characteristic = EnumSet.noneOf(WaterItem.class);
        List<String> words = row.getArray("characteristic_items") == null ? List.of() : TextArray.of(row.getArray("characteristic_items"));
        words.forEach(word -> WaterItem.ofColumn(word).ifPresent(characteristic::add));
        String target = row.getString("target_class");
        return new SectionFacts(row.getString("name"), row.getString("province"), row.getString("basin"), row.getString("river"),
                Waterbody.ofWire(String.valueOf(row.getString("waterbody"))).orElse(Waterbody.RIVER),
                target == null ? null : WaterClass.ofWire(target).orElse(null), row.getString("control_level"), row.getString("section_role"), row.getString("responsible_city_code"),
                characteristic);
    }

    boolean isDrinkingSource() {
        return Objects.equals(role, "drinking_source");
    }

    boolean isNational() {
        return Objects.equals(level, "national");
    }

    void fill(AssessmentRow row) {
        row.put("name", name).put("province", province).put("basin", basin).put("river", river).put("waterbody", waterbody.wire())
                .put("target_class", target == null ? null : target.wire()).put("control_level", level).put("section_role", role).put("responsible_city_code", city)
                .put("characteristic_items", characteristic.stream().map(WaterItem::column).toList());
    }
}
