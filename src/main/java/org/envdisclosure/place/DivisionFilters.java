package org.envdisclosure.place;

import java.util.List;
import java.util.regex.Pattern;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;

/** Questions about divisions, by code or name. */
public final class DivisionFilters {

    private static final Pattern CODE = Pattern.compile("\\d{2,12}");
    /** 640000 is a province, 640100 a prefecture; beside two digits at least nothing is cut. */
    private static final String NO_LOWER_LEVEL = "(00){1,2}$";

    private DivisionFilters() {
    }

    /**
     * Everything within the divisions: the code of a province or prefecture (GB/T 2260) means all whose codes begin as it does.
     *
     * @param column of the relation, that holds a code of GB/T 2260 or a longer one that begins with it
     */
    public static Filter within(String column) {
        Filter.Parameter parameter = new Filter.Parameter("division",
                LocalizedText.of("行政区划代码（GB/T 2260）或准确名称，含其下级", "Divisions by code (GB/T 2260) or exact name, with all that lies within"), "990100", true);
        return Filters.single(parameter, (values, asOf) -> Sql.or(values.stream().map(value -> within(column, value)).toList()));
    }

    private static Sql within(String column, String division) {
        if (CODE.matcher(division).matches()) {
            return Sql.of("starts_with(" + column + ", ?)", division.replaceFirst(NO_LOWER_LEVEL, ""));
        }
        // names of its own, since the column may be called as that of the table
        return Sql.of("EXISTS (SELECT 1 FROM (SELECT name AS known_as, regexp_replace(division_code, '" + NO_LOWER_LEVEL
                + "', '') AS beginning FROM division) AS known WHERE known.known_as = ? AND starts_with(" + column + ", known.beginning))", division);
    }

    /** @param column of the relation, that holds a code of GB/T 2260 */
    public static Filter city(String column) {
        Filter.Parameter parameter = new Filter.Parameter("city",
                LocalizedText.of("城市代码（GB/T 2260）或准确名称", "City codes (GB/T 2260) or exact names"), "990100", true);
        return Filters.single(parameter, (values, asOf) -> Sql.or(List.of(Sql.oneOf(column, values),
                Sql.of(column + " IN (SELECT division_code FROM division WHERE ").then(Sql.oneOf("name", values)).then(")"))));
    }
}
