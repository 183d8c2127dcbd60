package org.envdisclosure.platform.export;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.jboss.resteasy.reactive.RestQuery;

/** Streams what a test asks for, as a dataset's resource would. */
@Path("/test-export")
public class ExportResource {

    private static final List<Column> COLUMNS = List.of(Column.integer("number", "数", "number"), Column.text("text", "文本", "text"));

    private final ExportLane lane;

    ExportResource(ExportLane lane) {
        this.lane = lane;
    }

    /** {@code rows} rows of a number and {@code width} characters. */
    @Operation(hidden = true)
    @GET
    public Uni<Response> rows(@RestQuery int rows, @RestQuery int width, @RestQuery @DefaultValue("IDENTITY") Coding coding) {
        Sql select = Sql.of("SELECT g AS number, repeat('x', ?::integer) AS text FROM numbers WHERE g <= ? ORDER BY g", width, rows);
        return answer(new ExportRequest(COLUMNS, select, Format.CSV, false, coding));
    }

    /** One wide row and another, then a sleep before the last. */
    @Operation(hidden = true)
    @GET
    @Path("/slow-query")
    public Uni<Response> slowQuery(@RestQuery @DefaultValue("GZIP") Coding coding, @RestQuery @DefaultValue("2") int seconds) {
        return answer(new ExportRequest(COLUMNS, Sql.of("""
                SELECT g AS number, CASE WHEN g = 3 AND pg_sleep(?::integer) IS NULL THEN NULL ELSE repeat('x', 9000) END AS text
                  FROM generate_series(1, 3) g
                """, seconds), Format.CSV, false, coding));
    }

    /** Nothing for half a minute. */
    @Operation(hidden = true)
    @GET
    @Path("/silent")
    public Uni<Response> silent() {
        return answer(new ExportRequest(COLUMNS, Sql.of("SELECT 1 AS number, 'y' AS text FROM pg_sleep(30)"), Format.CSV, false, Coding.IDENTITY));
    }

    @Operation(hidden = true)
    @GET
    @Path("/fails-at")
    public Uni<Response> failsAt(@RestQuery int row) {
        return answer(new ExportRequest(COLUMNS,
                Sql.of("SELECT 1 / (g - ?::integer) AS number, repeat('x', 100) AS text FROM generate_series(1, 100000) g", row),
                Format.CSV, false, Coding.IDENTITY));
    }

    @Operation(hidden = true)
    @GET
    @Path("/undeclared")
    public Uni<Response> undeclared() {
        return answer(new ExportRequest(COLUMNS, Sql.of("SELECT 1 AS number"), Format.CSV, false, Coding.IDENTITY));
    }

    /** A row from the database, then a piece of {@code megabytes} that was made before and may have been damaged since. */
    @Operation(hidden = true)
    @GET
    @Path("/pieces")
    public Uni<Response> pieces(@RestQuery int megabytes, @RestQuery boolean damaged, @RestQuery @DefaultValue("IDENTITY") Coding coding) throws IOException {
        java.nio.file.Path file = Files.createTempFile("pieces", ".gz");
        file.toFile().deleteOnExit();
        GzipPieces.Extent extent;
        try (OutputStream out = Files.newOutputStream(file)) {
            GzipPieces pieces = new GzipPieces(out, GzipPieces.LIVE);
            byte[] rows = ("2," + "x".repeat(1021) + "\n").repeat(1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                pieces.rows().write(rows);
            }
            extent = pieces.endPiece();
            pieces.finish();
            pieces.release();
        }
        if (damaged) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[(int) extent.length()] ^= 1;
            Files.write(file, bytes);
        }
        DeflatedPiece piece = new DeflatedPiece(file, extent, () -> { });
        return answer(new ExportRequest(COLUMNS, List.of(new ExportPart.Rows(Sql.of("SELECT 1 AS number, 'y' AS text")), piece), Format.CSV, false, coding));
    }

    private Uni<Response> answer(ExportRequest request) {
        return lane.open(session -> {
            Response.ResponseBuilder response = Response.ok(session.stream(request)).type(request.format().mediaType())
                    .header("X-Revision", session.query(Sql.of("SELECT 41 + 1"), rows -> rows.next() ? rows.getInt(1) : -1));
            return request.coding().wire() == null ? response.build() : response.header("Content-Encoding", request.coding().wire()).build();
        }).onFailure(ApiProblem.class).recoverWithItem(failure -> refusal((ApiProblem) failure));
    }

    private static Response refusal(ApiProblem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status()).entity(problem.detail().en());
        problem.headers().forEach(response::header);
        return response.build();
    }
}
