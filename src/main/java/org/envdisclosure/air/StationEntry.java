package org.envdisclosure.air;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.envdisclosure.place.Divisions;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** One entry of the register as a request body: the columns of a batch's row, its faults named by JSON pointers. */
final class StationEntry {

    private static final List<String> KNOWN = AirColumns.names(AirColumns.station());
    private static final LocalizedText TEXT = LocalizedText.of("至多 200 个字符，不含控制字符", "at most 200 characters, no control characters");
    private static final LocalizedText CODE = LocalizedText.of("1 至 64 个字母、数字、点、下划线或连字符", "1 to 64 letters, digits, '.', '_' or '-'");
    private static final LocalizedText DAY = LocalizedText.of("形式为 2026-05-01", "a date such as 2026-05-01");
    private static final Map<String, LocalizedText> TAKES = Map.ofEntries(
            Map.entry("name", LocalizedText.of("必填，1 至 200 个字符", "needed, 1 to 200 characters, no control characters")),
            Map.entry("city_code", CODE), Map.entry("division_code", CODE), Map.entry("datum", CODE), Map.entry("station_code", CODE),
            Map.entry("longitude", LocalizedText.of("-180 至 180 度", "degrees from -180 to 180")),
            Map.entry("latitude", LocalizedText.of("-90 至 90 度", "degrees from -90 to 90")),
            Map.entry("elevation", LocalizedText.of("-500 至 9000 米", "metres from -500 to 9000")),
            Map.entry("site_type", LocalizedText.of("urban、regional、background、source_impact 或 traffic", "urban, regional, background, source_impact or traffic")),
            Map.entry("control_level", LocalizedText.of("national、province、city 或 county", "national, province, city or county")),
            Map.entry("in_city_evaluation", LocalizedText.of("true 或 false", "true or false")),
            Map.entry("measured_pollutants", LocalizedText.of("PM2.5、PM10、SO2、NO2、O3、CO 的列表", "a list of PM2.5, PM10, SO2, NO2, O3, CO")),
            Map.entry("valid_from", DAY), Map.entry("valid_to", LocalizedText.of("晚于 valid_from 的日期，如 2026-05-01", "a date after valid_from, such as 2026-05-01")));

    private final String code;
    private final RawRecord body;

    /** @throws ApiProblem for a field that is no column, or another station's code */
    StationEntry(String code, RawRecord body) {
        this.code = code;
        this.body = body;
        List<ApiProblem.Fault> faults = new ArrayList<>();
        body.names().asList().stream().filter(name -> !KNOWN.contains(name))
                .forEach(name -> faults.add(fault(name, LocalizedText.of("未知字段", "unknown field"))));
        if (!faults.isEmpty()) {
            throw refused(faults, "请求体含有未知字段；可用的字段：", "the body has unknown fields; known are ");
        }
        String said = body.value("station_code");
        if (said != null && !said.equals(code)) {
            throw fault("station_code", "与路径中的点位编码不一致", "is not the station in the path");
        }
    }

    String raw() {
        return body.raw();
    }

    /** The city's name where its code is to be looked up. */
    @Nullable String cityToLookUp() {
        return body.value("city_code") == null ? body.value("city_name") : null;
    }

    /** @throws ApiProblem naming the field that cannot be taken */
    StationRow row(Map<String, LocalDate> newestVersions, Divisions divisions) {
        try {
            return new StationCells(newestVersions, divisions).row(column -> column.equals("station_code") ? code : body.value(column));
        } catch (Cells.Refused refused) {
            String column = switch (String.valueOf(refused.getMessage())) {
                case "missing_name" -> "name";
                case "valid_to_not_after_valid_from" -> "valid_to";
                default -> String.valueOf(refused.getMessage()).substring("bad_".length());
            };
            LocalizedText takes = TAKES.getOrDefault(column, TEXT);
            throw fault(column, takes.zh(), takes.en());
        }
    }

    private static ApiProblem fault(String column, String zh, String en) {
        ApiProblem.Fault fault = fault(column, LocalizedText.of(zh, en));
        return ProblemType.INVALID_BODY.because(column + ":" + zh, column + ": " + en).withFaults(List.of(fault));
    }

    private static ApiProblem.Fault fault(String column, LocalizedText detail) {
        return new ApiProblem.Fault(null, "/" + column.replace("~", "~0").replace("/", "~1"), detail);
    }

    private static ApiProblem refused(List<ApiProblem.Fault> faults, String zh, String en) {
        String known = String.join(", ", KNOWN);
        return ProblemType.INVALID_BODY.because(zh + known, en + known).withFaults(faults);
    }
}
