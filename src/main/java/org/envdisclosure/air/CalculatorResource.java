package org.envdisclosure.air;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import io.smallrye.common.annotation.NonBlocking;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Parameter(name = "pm25", in = ParameterIn.QUERY, description = "PM2.5, µg/m³", example = "75", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "pm10", in = ParameterIn.QUERY, description = "PM10, µg/m³", example = "120", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "so2", in = ParameterIn.QUERY, description = "SO2, µg/m³", example = "8", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "no2", in = ParameterIn.QUERY, description = "NO2, µg/m³", example = "40", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "o3", in = ParameterIn.QUERY, description = "O3, µg/m³", example = "100", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "co", in = ParameterIn.QUERY, description = "CO, mg/m³", example = "0.8", schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(name = "at", in = ParameterIn.QUERY, example = "2026-05-01",
            description = "A date, or the end of the averaging period as an instant with offset; now by default", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "averaging", in = ParameterIn.QUERY, description = "1h (default) or 24h", example = "1h", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "strict", in = ParameterIn.QUERY, description = "true: what is not given is missing; false by default", example = "false", schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", description = "The index", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT),
            example = """
                    {"data":{"at":"2026-05-01","averaging":"1h","aqi_standard":"HJ 633-2026","pm25":75,"iaqi_pm25":114,"aqi":114,"aqi_level":3,
                     "primary_pollutants":["PM2.5"],"aqi_na_reason":null,"beyond_index":false,"category_zh":"轻度污染",
                     "category_en":"Light pollution","color":"#FF7E00"}}"""))
    public Response index(RoutingContext request) {
        SmallAnswers answers = SmallAnswers.to(request, AqiQuestion.PARAMETERS);
        AqiQuestion question = AqiQuestion.of(answers.query(), clock);
        return answers.answer(AqiAnswer.of(question), answers.etag(question.at()), answers.query().has("at") ? WITH_A_TIME : OF_NOW);
    }
}
