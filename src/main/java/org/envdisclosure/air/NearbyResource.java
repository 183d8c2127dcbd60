package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.web.HotAnswers;
import org.envdisclosure.platform.web.QueryString;
import org.envdisclosure.platform.web.SmallAnswers;

/** The air where somebody is. */
@Path("/api/v1/air/nearby")
@Tag(name = "Air")
public class NearbyResource {

    private static final List<String> PARAMETERS = List.of("lat", "lon", "limit", "radius");
    private static final ValueRange LATITUDE = ValueRange.of("-90", "90");
    private static final ValueRange LONGITUDE = ValueRange.of("-180", "180");
    private static final ValueRange RADIUS = ValueRange.of("1", "500000");
    private static final ValueRange LIMIT = ValueRange.of("1", "10");
    private static final BigDecimal USUAL_RADIUS = BigDecimal.valueOf(50_000);
    private static final int USUAL_LIMIT = 3;
    private static final String CACHED = "public, max-age=30";

    private final NearbyStations stations;
    private final Dataset latest;
    private final RevisionBoard board;
    private final HotAnswers hot;
    private final Clock clock;

    NearbyResource(NearbyStations stations, @Named("air-latest") Dataset latest, RevisionBoard board, HotAnswers hot, Clock clock) {
        this.stations = stations;
        this.latest = latest;
        this.board = board;
        this.hot = hot;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "air-nearby", summary = "The nearest stations with their newest hour, and the last 24 hours of the nearest",
            description = "Stations in force today that have coordinates, nearest first; those silent for 24 hours come last and are stale. None within the radius is an empty list. "
                    + "`sparkline` holds one value for each hour label from `from` to `to`, null for a gap.")
    @Parameter(name = "lat", in = ParameterIn.QUERY, required = true, description = "Latitude in degrees, -90 to 90", example = "33.0", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "lon", in = ParameterIn.QUERY, required = true, description = "Longitude in degrees, -180 to 180", example = "109.0", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Stations at most, 1 to 10, default 3", example = "3", schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(name = "radius", in = ParameterIn.QUERY, description = "Metres, 1 to 500000, default 50000", example = "50000", schema = @Schema(type = SchemaType.NUMBER))
    @APIResponse(responseCode = "200", description = "Nearest first", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"data":[{"station_code":"9901A","name":"示例一站","city_code":"990100","city_name":"示例市","longitude":109.0000,"latitude":33.0000,
                     "distance_metres":120,"observed_at":"2026-10-31T08:00:00+08:00","pm25":25,"pm10":49,"so2":3,"no2":17,"o3":29,"co":0.5,"aqi":49,
                     "aqi_level":1,"category_zh":"优","category_en":"Excellent","color":"#00E400","primary_pollutants":[],"aqi_na_reason":null,
                     "data_status":"realtime","age_minutes":25,"stale":false}],
                     "sparkline":{"station_code":"9901A","from":"2026-10-30T09:00:00+08:00","to":"2026-10-31T08:00:00+08:00","step":"PT1H",
                     "aqi":[52,50,49],"pm25":[36,35,25]}}"""))
    public Uni<Response> nearby(RoutingContext request) {
        HotAnswers.Moment asking = hot.moment();
        SmallAnswers answers = SmallAnswers.to(request, PARAMETERS);
        NearbyStations.Place place = place(answers.query());
        // ages are told in minutes, so an answer holds for one
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        String known = answers.etag(state(board.head("air-hourly"), board.head("air-stations"), now));
        return answers.answer(hot, asking, known, CACHED, () -> stations.around(place, now).map(found -> new SmallAnswers.Told(new NearbyAnswer(found, latest).told(),
                answers.etag(state(found.hourlyRevision(), found.registerRevision(), now)))));
    }

    private static String state(Object hourly, Object register, Instant now) {
        return hourly + " " + register + " " + now;
    }

    private static NearbyStations.Place place(QueryString query) {
        return new NearbyStations.Place(needed(query, "lat", LATITUDE), needed(query, "lon", LONGITUDE),
                query.decimal("radius", RADIUS).orElse(USUAL_RADIUS), query.whole("limit", LIMIT).orElse(USUAL_LIMIT));
    }

    private static BigDecimal needed(QueryString query, String name, ValueRange range) {
        return query.decimal(name, range).orElseThrow(() -> ApiProblem.parameter(name, "缺少参数 %s；例如 lat=33.0&lon=109.0".formatted(name),
                "%s is needed, as in lat=33.0&lon=109.0".formatted(name)));
    }
}
