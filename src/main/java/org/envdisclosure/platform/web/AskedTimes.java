package org.envdisclosure.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The times of a query string: the interval, the past state, the moment since which. A date is local midnight at its start; every
 * wrong one is an {@link ApiProblem} that names its parameter.
 */
record AskedTimes(QueryString query) {

    private static final String TIME_FORMS = "a date (2026-05-01) or an instant with offset (2026-05-01T13:00:00+08:00)";
    private static final String TIME_FORMS_ZH = "日期(2026-05-01)或带时区的时刻(2026-05-01T13:00:00+08:00)";

    /** {@code from} and {@code to}, or one of their shorthands {@code date} and {@code month}. */
    TimeRange range() {
        boolean shorthand = query.has("date") || query.has("month");
        if (shorthand && (query.has("from") || query.has("to")) || query.has("date") && query.has("month")) {
            String given = query.has("date") ? "date" : "month";
            throw ApiProblem.parameter(given, given + " 不能与 from、to 或另一个简写同时使用",
                    given + " stands for from and to; give either it or them");
        }
        if (query.has("date")) {
            LocalDate day = query.one("date").flatMap(TimeText::date)
                    .orElseThrow(() -> ApiProblem.parameter("date", "date 的形式为 2026-05-01", "date has the form 2026-05-01 and is a day of the calendar"));
            return new TimeRange(ChinaTime.startOf(day), ChinaTime.startOf(day.plusDays(1)));
        }
        if (query.has("month")) {
            YearMonth month = query.one("month").flatMap(TimeText::month)
                    .orElseThrow(() -> ApiProblem.parameter("month", "month 的形式为 2026-05", "month has the form 2026-05"));
            return new TimeRange(ChinaTime.startOf(month.atDay(1)), ChinaTime.startOf(month.plusMonths(1).atDay(1)));
        }
        return bounds();
    }

    private TimeRange bounds() {
        Instant from = query.one("from").map(text -> moment("from", text)).orElse(null);
        Instant to = query.one("to").map(text -> moment("to", text)).orElse(null);
        if (from != null && to != null && !from.isBefore(to)) {
            throw ApiProblem.parameter("from", "from 必须早于 to;日期指当天零点,整日 2026-05-01 请用 date=2026-05-01 或 to=2026-05-02",
                    "from lies at or after to; a date means midnight at its start, so for the whole of 2026-05-01 use date=2026-05-01 or to=2026-05-02");
        }
        return new TimeRange(from, to);
    }

    private static Instant moment(String parameter, String text) {
        return TimeText.moment(text).orElseThrow(() -> ApiProblem.parameter(parameter,
                "%s 应为%s,年份在 %d 至 %d 之间".formatted(parameter, TIME_FORMS_ZH, TimeText.FIRST_YEAR, TimeText.LAST_YEAR),
                "%s takes %s, in the years %d to %d".formatted(parameter, TIME_FORMS, TimeText.FIRST_YEAR, TimeText.LAST_YEAR)));
    }

    /** The past state asked for; null when the question is about now. */
    Question.@Nullable AsOfText asOf() {
        return query.one("as_of").map(AskedTimes::asOf).orElse(null);
    }

    /** Null when everything is asked for, not only what changed. */
    @Nullable Instant updatedSince() {
        return query.one("updated_since").map(text -> moment("updated_since", text)).orElse(null);
    }

    private static Question.AsOfText asOf(String text) {
        if (text.startsWith("revision:")) {
            String number = text.substring("revision:".length());
            if (!number.matches("\\d{1,15}")) {
                throw asOfForm();
            }
            return new Question.AsOfText(Long.parseLong(number), null);
        }
        return new Question.AsOfText(null, TimeText.moment(text).orElseThrow(AskedTimes::asOfForm));
    }

    private static ApiProblem asOfForm() {
        return ApiProblem.parameter("as_of", "as_of 应为" + TIME_FORMS_ZH + "或 revision:<编号>", "as_of takes " + TIME_FORMS + " or revision:<n>");
    }
}
