package org.envdisclosure.air;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import io.smallrye.common.annotation.NonBlocking;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.web.SmallAnswers;

/** The index of given concentrations: a pure function of the query, and of the clock where no time is given. */
@Path("/api/v1/air/aqi")
@Tag(name = "Air")
public class CalculatorResource {

    private static final String WITH_A_TIME = "public, max-age=604800";
    private static final String OF_NOW = "public, max-age=60";

    private final Clock clock;

    CalculatorResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @NonBlocking
    @Operation(operationId = "air-aqi", summary = "The AQI of given concentrations, by the edition in force at a time",
            description = "At least one concentration. A pollutant that is not given is not asked about, so `?pm25=75` is the AQI of PM2.5 alone; "
                    + "with `strict=true` it counts as missing, and HJ 633-2026, 5.3.1 forbids an AQI of 100 or less. "
                    + "`o3` is the 1-hour mean for `averaging=1h` and the day's highest 8-hour mean for `averaging=24h`. "
                    + "The concentrations in the answer are those used, rounded where the edition says so.")
    @Parameter(name = "pm25", in = ParameterIn.QUERY, description = "PM2.5, µg/m³", example = "75")
    @Parameter(name = "pm10", in = ParameterIn.QUERY, description = "PM10, µg/m³", example = "120")
    @Parameter(name = "so2", in = ParameterIn.QUERY, description = "SO2, µg/m³", example = "8")
    @Parameter(name = "no2", in = ParameterIn.QUERY, description = "NO2, µg/m³", example = "40")
    @Parameter(name = "o3", in = ParameterIn.QUERY, description = "O3, µg/m³", example = "100")
    @Parameter(name = "co", in = ParameterIn.QUERY, description = "CO, mg/m³", example = "0.8")
    @Parameter(name = "at", in = ParameterIn.QUERY, example = "2026-05-01",
            description = "A date, or the end of the averaging period as an instant with offset; now by default")
    @Parameter(name = "averaging", in = ParameterIn.QUERY, description = "1h (default) or 24h", example = "1h")
    @Parameter(name = "strict", in = ParameterIn.QUERY, description = "true: what is not given is missing; false by default", example = "false")
    public Response index(RoutingContext request) {
        SmallAnswers answers = SmallAnswers.to(request, AqiQuestion.PARAMETERS);
        AqiQuestion question = AqiQuestion.of(answers.query(), clock);
        return answers.answer(AqiAnswer.of(question), answers.etag(question.at()), answers.query().has("at") ? WITH_A_TIME : OF_NOW);
    }
}
