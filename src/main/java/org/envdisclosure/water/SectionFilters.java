package org.envdisclosure.water;

import java.util.List;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.RegisterFilters;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.water.rules.WaterClass;

/** Questions about sections and what lies in them. */
final class SectionFilters {

    private static final Filter.Parameter PROVINCE = parameter("province", "省份名称", "Provinces by name", "示例省");
    private static final Filter.Parameter BASIN = parameter("basin", "流域名称", "Basins by name", "示例流域");
    private static final Filter.Parameter RIVER = parameter("river", "河流或湖库名称", "Rivers, lakes and reservoirs by name", "示例河");

    private SectionFilters() {
    }

    private static Filter.Parameter parameter(String name, String zh, String en, String example) {
        return new Filter.Parameter(name, LocalizedText.of(zh, en), example, true);
    }

    static Filter section() {
        return Filters.codes("section", "section_code", LocalizedText.of("断面编码", "Section codes"), "99S001");
    }

    /** Of a relation that has the register's columns. */
    static List<Filter> ofRegister() {
        return List.of(section(), own(PROVINCE, "province"), own(BASIN, "basin"), own(RIVER, "river"));
    }

    private static Filter own(Filter.Parameter parameter, String column) {
        return Filters.single(parameter, (values, asOf) -> Sql.oneOf(column, values));
    }

    /**
     * Of rows that have the section's code: what the register says of it on the row's day.
     *
     * @param day SQL of the row's day in China, qualified by the table
     */
    static List<Filter> ofRows(String table, String day) {
        return List.of(section(), RegisterFilters.belonging(PROVINCE, WaterTables.SECTIONS, table, day, "province"),
                RegisterFilters.belonging(BASIN, WaterTables.SECTIONS, table, day, "basin"),
                RegisterFilters.belonging(RIVER, WaterTables.SECTIONS, table, day, "river"));
    }

    static Filter waterClass() {
        return Filters.words("class", "water_class", List.of(WaterColumns.classes()),
                LocalizedText.of("水质类别", "Classes: " + WaterClass.I.wire() + " to " + WaterClass.INFERIOR_V.wire()));
    }
}
