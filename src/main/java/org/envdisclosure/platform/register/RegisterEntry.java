package org.envdisclosure.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/** One entry of a register as a request body: the columns of a batch's row, its faults named by JSON pointers. */
final class RegisterEntry {

    private static final LocalizedText TEXT = LocalizedText.of("至多 200 个字符，不含控制字符", "at most 200 characters, no control characters");
    private static final LocalizedText DAY = LocalizedText.of("形式为 2026-05-01", "a date such as 2026-05-01");
    private static final LocalizedText NOT_BEFORE = LocalizedText.of("不早于 valid_from 的日期，如 2026-05-01；等于 valid_from 表示从未生效",
            "a date not before valid_from, such as 2026-05-01; that of valid_from means never in force");
    private static final LocalizedText END = LocalizedText.of("晚于 valid_from 的日期，如 2026-05-01", "a date after valid_from, such as 2026-05-01");

    private final Register<?> register;
    private final List<String> known;
    private final String code;
    private final RawRecord body;

    /** @throws ApiProblem for a field that is no column, or another entry's code */
    RegisterEntry(Register<?> register, String code, RawRecord body) {
        this.register = register;
        this.known = register.columns().stream().map(Column::name).toList();
        this.code = code;
        this.body = body;
        List<ApiProblem.Fault> faults = new ArrayList<>();
        body.names().asList().stream().filter(name -> !known.contains(name))
                .forEach(name -> faults.add(fault(name, LocalizedText.of("未知字段", "unknown field"))));
        if (!faults.isEmpty()) {
            throw refused(faults, "请求体含有未知字段；可用的字段：", "the body has unknown fields; known are ");
        }
        String said = body.value(register.codeColumn());
        if (said != null && !said.equals(code)) {
            throw fault(register.codeColumn(), "与路径中的编码不一致", "is not the code in the path");
        }
    }

    String raw() {
        return body.raw();
    }

    /** The entry's cells; the code is the path's. */
    Cells cells() {
        return new Cells(column -> column.equals(register.codeColumn()) ? code : body.value(column));
    }

    /** @throws ApiProblem naming the field that cannot be taken */
    VersionRow row(Map<String, LocalDate> newest, Register.Reading reading) {
        try {
            return new VersionCells(register, reading, newest).row(cells());
        } catch (Cells.Refused refused) {
            String reason = String.valueOf(refused.getMessage());
            String column = column(reason);
            LocalizedText takes = takes(column);
            throw fault(column, takes.zh(), takes.en());
        }
    }

    /** A reason is bad_ or missing_ before the column, or begins with it. */
    private String column(String reason) {
        String rest = reason.replaceFirst("^(bad|missing|unknown)_", "");
        return known.stream().filter(name -> rest.equals(name) || rest.startsWith(name + "_")).max(Comparator.comparingInt(String::length)).orElse(rest);
    }

    private LocalizedText takes(String column) {
        return switch (column) {
            case Register.VALID_FROM -> DAY;
            case Register.VALID_TO -> register.takesNeverInForce() ? NOT_BEFORE : END;
            default -> register.takes().getOrDefault(column, TEXT);
        };
    }

    private static ApiProblem fault(String column, String zh, String en) {
        ApiProblem.Fault fault = fault(column, LocalizedText.of(zh, en));
        return ProblemType.INVALID_BODY.because(column + ":" + zh, column + ": " + en).withFaults(List.of(fault));
    }

    private static ApiProblem.Fault fault(String column, LocalizedText detail) {
        return new ApiProblem.Fault(null, "/" + column.replace("~", "~0").replace("/", "~1"), detail);
    }

    private ApiProblem refused(List<ApiProblem.Fault> faults, String zh, String en) {
        String columns = String.join(", ", known);
        return ProblemType.INVALID_BODY.because(zh + columns, en + columns).withFaults(faults);
    }
}
