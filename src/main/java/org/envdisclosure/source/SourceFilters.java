package org.envdisclosure.source;

import java.util.List;
import java.util.regex.Pattern;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;

/** Questions about sources, their outlets and their limits. */
final class SourceFilters {

    private static final Pattern LIST = Pattern.compile("(\\d{4}:)?([a-z]+)");
    private static final Pattern INDUSTRY_CODE = Pattern.compile("[A-Z]|[A-Z]?\\d{2,4}");

    // folded on both sides alike, so that full-width letters and another case are found too; no pattern, so that % and _ are themselves
    private static final String FOLDED = "lower(replace(normalize(%s, NFKC), ' ', ''))";
    private static final String SEARCHED = "concat_ws(chr(10), name, name_en, uscc, permit_no)";
    private static final String CONTAINS = "strpos(" + FOLDED.formatted(SEARCHED) + ", " + FOLDED.formatted("?") + ") > 0";

    private SourceFilters() {
    }

    /** Part of a name or of a code. */
    static Filter text() {
        Filter.Parameter parameter = new Filter.Parameter("q",
                LocalizedText.of("名称（中英文）、统一社会信用代码或许可证编号中的文字，不分大小写、全半角及空格",
                        "Text within the name, Chinese or English, the credit code or the permit's number, whatever its case, width and spaces"), "污水", false);
        // a comma in it is part of the text
        return Filters.single(parameter, (values, asOf) -> Sql.of(CONTAINS, String.join(",", values)));
    }

    static Filter source() {
        return Filters.codes("source", "source_id", LocalizedText.of("污染源编号", "Ids of sources"), "99E001");
    }

    static Filter outlet() {
        return Filters.codes("outlet", "outlet_code", LocalizedText.of("排放口编号", "Codes of outlets"), "DW001");
    }

    static Filter factor() {
        return Filters.codes("factor", "factor_code", LocalizedText.of("污染因子编码", "Codes of factors"), "w01018");
    }

    static Filter medium() {
        return Filters.words("medium", "medium", SourceColumns.MEDIA, LocalizedText.of("排入水、大气或其他", "What outlets discharge into"));
    }

    static Filter managementLevel() {
        return Filters.words("management_level", "management_level", SourceColumns.LEVELS, LocalizedText.of("排污许可管理类别", "Kinds of permit"));
    }

    /** A code means all within it; the letter of its section may be missing on either side. */
    static Filter industry() {
        Filter.Parameter parameter = new Filter.Parameter("industry",
                LocalizedText.of("行业代码（GB/T 4754）或其前几位，如 D46；或准确的行业名称", "Industries by code (GB/T 4754) or how it begins, such as D46, or by exact name"), "D46", true);
        return Filters.single(parameter, (values, asOf) -> Sql.or(values.stream().map(SourceFilters::industry).toList()));
    }

    private static Sql industry(String value) {
        if (!INDUSTRY_CODE.matcher(value).matches()) {
            return Sql.of("industry = ?", value);
        }
        String digits = value.replaceFirst("^[A-Z]", "");
        Sql asSaid = Sql.of("starts_with(industry_code, ?)", value);
        if (digits.isEmpty()) {
            return asSaid;
        }
        Sql other = digits.equals(value) ? Sql.of("starts_with(substr(industry_code, 2), ?)", digits).then(" AND industry_code ~ '^[A-Z]'")
                : Sql.of("starts_with(industry_code, ?)", digits);
        return Sql.or(List.of(asSaid, Sql.of("(").then(other).then(")")));
    }

    /** A list of one year, or of any. */
    static Filter list() {
        Filter.Parameter parameter = new Filter.Parameter("list",
                LocalizedText.of("环境监管重点单位名录：water、air、soil、groundwater、noise、risk；限定年份如 2026:water", "Lists of units under key supervision: %s; of one year 2026:water"
                        .formatted(String.join(", ", SourceColumns.LISTS))), "2026:water", true);
        return Filters.single(parameter, (values, asOf) -> Sql.or(values.stream().map(SourceFilters::list).toList()));
    }

    private static Sql list(String value) {
        if (!LIST.matcher(value).matches() || !SourceColumns.LISTS.contains(value.substring(value.indexOf(':') + 1))) {
            throw ApiProblem.parameter("list", "list 的形式为 water 或 2026:water，类别为 " + String.join("、", SourceColumns.LISTS),
                    "list has the form water or 2026:water, of " + String.join(", ", SourceColumns.LISTS));
        }
        return value.indexOf(':') > 0 ? Sql.of("? = ANY(supervision_lists)", value)
                : Sql.of("EXISTS (SELECT 1 FROM unnest(supervision_lists) AS entry WHERE split_part(entry, ':', 2) = ?)", value);
    }
}
