package org.envdisclosure.water;

import java.util.List;
import org.envdisclosure.place.DivisionFilters;
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

    /** Of assessments; each says of which scopes there is what it asks for. */
    static List<Filter> ofAssessments() {
        return List.of(own(parameter("province", "省份名称（scope 为 section 或 drinking_source）", "Provinces by name, of the scopes section and drinking_source",
                        "示例省"), "province"),
                own(parameter("basin", "流域名称（drinking_source_city 除外）", "Basins by name, of all scopes but drinking_source_city", "示例流域"), "basin"),
                own(parameter("river", "河流或湖库名称（basin、drinking_source_city 除外）", "Rivers, lakes and reservoirs by name, of all scopes but basin and drinking_source_city",
                        "示例河"), "river"),
                DivisionFilters.city("responsible_city_code"),
                waterClass("水质类别（水源无类别）", ", of the scopes section, river, basin and lake"));
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
        return waterClass("水质类别", "");
    }

    private static Filter waterClass(String zh, String scopes) {
        return Filters.words("class", "water_class", List.of(WaterColumns.classes()),
                LocalizedText.of(zh, "Classes: " + WaterClass.I.wire() + " to " + WaterClass.INFERIOR_V.wire() + scopes));
    }
}
