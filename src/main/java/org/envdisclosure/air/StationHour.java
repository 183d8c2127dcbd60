package org.envdisclosure.air;

import java.time.Instant;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;

/**
 * One hour of one station, as a path names it.
 *
 * @param station    station code
 * @param observedAt end of the averaging hour
 */
record StationHour(String station, Instant observedAt) {

    /** @throws ApiProblem 404 where no station can have the code, 400 where the hour is no instant */
    static StationHour ofPath(String station, String observedAt) {
        Instant hour = TimeText.instant(observedAt).orElseThrow(() -> ApiProblem.parameter("observed_at",
                "路径中的 observed_at 应为带时区的时刻，如 2026-05-01T13:00:00+08:00",
                "observed_at in the path is an instant with offset, such as 2026-05-01T13:00:00+08:00"));
        StationHour asked = new StationHour(station, hour);
        if (!Filters.CODE.matcher(station).matches()) {
            throw asked.unknown();
        }
        return asked;
    }

    ApiProblem unknown() {
        return ProblemType.NOT_FOUND.because("该点位没有 %s 的数据".formatted(ChinaTime.format(observedAt)),
                "the station has never had a row for %s".formatted(ChinaTime.format(observedAt)));
    }

    /** The condition on {@code station_code} and {@code observed_at}. */
    Sql condition() {
        return Sql.of("station_code = ? AND observed_at = ?", station, observedAt);
    }
}
