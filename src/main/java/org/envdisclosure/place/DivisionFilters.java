package org.envdisclosure.place;

import java.util.List;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;

/** Questions about divisions, by code or name. */
public final class DivisionFilters {

    private DivisionFilters() {
    }

    /** @param column of the relation, that holds a code of GB/T 2260 */
    public static Filter city(String column) {
        Filter.Parameter parameter = new Filter.Parameter("city",
                LocalizedText.of("城市代码（GB/T 2260）或准确名称", "City codes (GB/T 2260) or exact names"), "990100", true);
        return Filters.single(parameter, (values, asOf) -> Sql.or(List.of(Sql.oneOf(column, values),
                Sql.of(column + " IN (SELECT division_code FROM division WHERE ").then(Sql.oneOf("name", values)).then(")"))));
    }
}
