package org.envdisclosure.catalog.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.web.QuestionParser;
import org.jspecify.annotations.Nullable;

/** The query parameters that mean the same in every dataset; they stand once, in the document's components. */
final class CommonParameters {

    private static final String TIME = """
            日期（2026-10-31，指当天零点）或带时区的 ISO 8601 时刻；时区固定为 +08:00。小时值：from < 时刻 <= to；其余：from <= 时刻 < to。 / \
            A date (midnight at its start) or an ISO 8601 instant with offset; the zone is the fixed offset +08:00. \
            Hour-ending values: from < t <= to; all others: from <= t < to.""";

    private CommonParameters() {
    }

    /** By name, in the order documents list them. */
    static Map<String, Parameter> all() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        List.of(query("from", "起始。 / Start. " + TIME, string(), "2026-10-31"),
                query("to", "终止；日期不含当天。 / End; a bare date is exclusive. " + TIME, string(), "2026-11-01"),
                query("date", "一天，代替 from 与 to。 / One day, instead of from and to.", string().format("date"), "2026-10-31"),
                query("month", "一个月，代替 from 与 to。 / One month, instead of from and to.", string().pattern("^\\d{4}-\\d{2}$"), "2026-10"),
                list("data_status", "审核状态，可多个。 / States of review, one or more.", words(statuses()), List.of("reviewed", "final")),
                query("as_of", "数据的历史状态：时刻或 revision:<编号>。 / A past state of the data: an instant or revision:<n>.", string(), "2026-05-01T13:00:00+08:00"),
                query("updated_since", "只取此时刻之后发布或更正的行。 / Only rows published or corrected after this moment.", string(),
                        "2026-05-01"),
                query("order", "asc：从旧到新（默认）；desc：从新到旧。 / Oldest first (default) or newest first.",
                        words(List.of("asc", "desc")).defaultValue("asc"), "desc"),
                query("limit", "每页行数。CSV 与 NDJSON 默认全部。 / Rows of a page. CSV and NDJSON give everything unless a limit is set.",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(QuestionParser.LARGEST_PAGE)).defaultValue(QuestionParser.DEFAULT_PAGE), 10),
                query("cursor", "上一页的 page.next_cursor，须与同一查询合用。 / page.next_cursor of the page before, with the same query.", string(), null),
                query("count", "是否给出总行数 page.total。 / Whether page.total is given.",
                        words(List.of("none", "exact", "estimated")).defaultValue("none"), "exact"),
                query("bom", "CSV 以字节顺序标记开头，供 Excel 使用。 / The CSV begins with a byte order mark, for Excel.",
                        OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false), null))
                .forEach(parameter -> all.put(parameter.getName(), parameter));
        return all;
    }

    static List<String> statuses() {
        return Arrays.stream(DataStatus.values()).map(DataStatus::wire).toList();
    }

    static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    static Schema words(List<String> words) {
        return string().enumeration(List.copyOf(words));
    }

    static Parameter query(String name, String description, Schema schema, @Nullable Object example) {
        Parameter parameter = OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
        return example == null ? parameter : parameter.example(example);
    }

    /** Comma-separated values; the service also takes the parameter more than once. */
    static Parameter list(String name, String description, Schema item, List<String> example) {
        return query(name, description, OASFactory.createSchema().addType(SchemaType.ARRAY).items(item), example)
                .style(Parameter.Style.FORM).explode(false);
    }

    static Parameter reference(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }
}
