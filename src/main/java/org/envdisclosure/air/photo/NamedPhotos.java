package org.envdisclosure.air.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.sql.Transactions;
import org.envdisclosure.platform.web.QueryString;
import org.envdisclosure.platform.web.QuestionParser;

/** Views that a request names by the parameters that show them. */
@ApplicationScoped
class NamedPhotos {

    /** A picture an hour for a year; each costs a few statements under the lock that uploads wait for. */
    private static final int MOST = 10_000;

    private final Transactions transactions;
    private final Dataset photos;
    private final Clock clock;

    NamedPhotos(Transactions transactions, @Named(PhotoTable.DATASET) Dataset photos, Clock clock) {
        this.transactions = transactions;
        this.photos = photos;
        this.clock = clock;
    }

    /**
     * Blocks.
     *
     * @param own parameters that name no view
     * @throws ApiProblem 400 without a station and a period with both ends, or for too many; 404 when no view is named
     */
    List<PhotoKey> of(QueryString query, List<String> own) {
        Instant now = clock.instant();
        QuestionParser.Scope scope = QuestionParser.scope(photos, query, own, now);
        if (query.one("station").isEmpty()) {
            throw ApiProblem.parameter("station", "缺少 station：点位编码", "station is missing: the code of the station");
        } else if (scope.range().from() == null || scope.range().to() == null) {
            throw ApiProblem.parameter(scope.range().from() == null ? "from" : "to", "须给出时段：month、date，或 from 与 to",
                    "the views of a period are named: give month, date, or from and to");
        }
        List<PhotoKey> keys = keys(Sql.of("SELECT station_code, camera, taken_at FROM ").then(photos.relation().at(null, now)).then(" WHERE ").then(scope.condition())
                .then(" ORDER BY taken_at, station_code, camera LIMIT " + (MOST + 1)));
        if (keys.isEmpty()) {
            throw ProblemType.NOT_FOUND.because("该时段内没有图片", "there is no view in this period");
        } else if (keys.size() > MOST) {
            throw ApiProblem.parameter("to", "一次最多 %d 张图片，请缩短时段".formatted(MOST), "at most %d views at once; shorten the period".formatted(MOST));
        }
        return keys;
    }

    private List<PhotoKey> keys(Sql sql) {
        try {
            return transactions.run((Connection connection) -> {
                List<PhotoKey> keys = new ArrayList<>();
                try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql.literal())) {
                    while (row.next()) {
                        keys.add(new PhotoKey(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()));
                    }
                }
                return keys;
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
