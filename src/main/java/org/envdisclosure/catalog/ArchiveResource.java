package org.envdisclosure.catalog;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.envdisclosure.platform.archive.Archive;
import org.envdisclosure.platform.archive.ArchiveFormat;
import org.envdisclosure.platform.archive.ArchiveStore;
import org.envdisclosure.platform.archive.Archives;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.problem.Refuses;
import org.envdisclosure.platform.time.TimeText;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.Documents;
import org.envdisclosure.platform.web.FileAnswers;
import org.envdisclosure.platform.web.JsonText;
import org.envdisclosure.platform.web.QueryString;

/** Whole months as files that never change. */
@Path("/api/v1/archives")
@Tag(name = "Catalogue", description = "数据目录与列说明。 / What is published, and what its columns mean.")
public class ArchiveResource {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> PARAMETERS = List.of("dataset", "month", "format", "revisions");
    private static final List<String> REVISIONS = List.of("newest", "all");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Archives archives;
    private final ArchiveStore store;
    private final FileAnswers files;
    private final Catalogue catalogue;

    ArchiveResource(Archives archives, ArchiveStore store, FileAnswers files, Catalogue catalogue) {
        this.archives = archives;
        this.store = store;
        this.files = files;
        this.catalogue = catalogue;
    }

    @GET
    @Operation(operationId = "archives", summary = "Months that are over as files: csv.gz and Parquet, with rows, span, SHA-256 and revision",
            description = "A file holds what the dataset answers for `from` and `to` when nothing else is asked. It never changes: a month that is "
                    + "corrected gets another file with a higher revision, and the old one stays (`revisions=all`). `Range`, `If-Range` and "
                    + "`If-None-Match` work, the ETag is the SHA-256.\n\n`curl -C - -O …/archives/air-hourly_2026-10_r4_1f0c9a2e.csv.gz`")
    @Parameter(name = "dataset", in = ParameterIn.QUERY, description = "Ids of datasets", example = "air-hourly",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "month", in = ParameterIn.QUERY, description = "The month covered", example = "2026-10",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}-[0-9]{2}$"))
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv.gz or parquet", example = "parquet",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"csv.gz", "parquet"}))
    @Parameter(name = "revisions", in = ParameterIn.QUERY, description = "newest (default), or all: also the files a correction has superseded",
            example = "all", schema = @Schema(type = SchemaType.STRING, enumeration = {"newest", "all"}, defaultValue = "newest"))
    public Uni<Response> list(RoutingContext request) {
        Asked asked = Asked.of(request);
        Archives.Selection selection = selection(asked.query().allowing(PARAMETERS));
        String mediaType = asked.mediaType(JSON);
        return archives.list(selection).map(found -> Documents.answer(asked, mediaType,
                JsonText.bytes(Map.of("data", found.stream().map(ArchiveListing::of).toList()))));
    }

    @GET
    @Path("/{file}")
    @Operation(operationId = "archive", summary = "A month's file, whole or in part; its ETag is its SHA-256 and it never changes")
    @Parameter(name = "file", in = ParameterIn.PATH, required = true, description = "Its name, as url gives it",
            example = "air-hourly_2026-10_r1234_1f0c9a2e.csv.gz", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The whole file", content = {
        @Content(mediaType = "application/gzip", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(gzip)"),
        @Content(mediaType = "application/vnd.apache.parquet", schema = @Schema(type = SchemaType.STRING, format = "binary"), example = "(Parquet)")})
    @APIResponse(responseCode = "206", description = "The part that Range asks for")
    @APIResponse(responseCode = "304", description = "The caller has it")
    @Refuses({ProblemType.RANGE_NOT_SATISFIABLE, ProblemType.FILE_MISSING})
    public Uni<Response> file(@PathParam("file") String file, RoutingContext request) {
        Asked.of(request).query().allowing(List.of());
        return archives.find(file)
                .map(found -> found.orElseThrow(() -> ProblemType.NOT_FOUND.because("没有此归档文件；清单见 /api/v1/archives",
                        "there is no such file; /api/v1/archives lists them")))
                .chain(archive -> files.answer(unchanging(archive), request));
    }

    private FileAnswers.Unchanging unchanging(Archive archive) {
        return new FileAnswers.Unchanging(store.path(archive.dataset(), archive.file()), archive.sha256(), archive.bytes(),
                archive.format().mediaType(), "attachment; filename=\"" + archive.file() + '"', FOR_EVER);
    }

    private Archives.Selection selection(QueryString query) {
        query.all("dataset").forEach(catalogue::require);
        return new Archives.Selection(query.all("dataset"), query.one("month").map(ArchiveResource::month).orElse(null),
                query.one("format").map(ArchiveResource::format).orElse(null), query.one("revisions").map(ArchiveResource::allRevisions).orElse(false));
    }

    private static YearMonth month(String text) {
        return TimeText.month(text).orElseThrow(() -> ApiProblem.parameter("month", "month 的形式为 2026-05", "month has the form 2026-05"));
    }

    private static ArchiveFormat format(String word) {
        String words = Arrays.stream(ArchiveFormat.values()).map(ArchiveFormat::wire).collect(Collectors.joining(", "));
        return ArchiveFormat.ofWire(word).orElseThrow(() -> ApiProblem.parameter("format", "format 只接受:" + words, "format takes " + words));
    }

    private static boolean allRevisions(String word) {
        if (!REVISIONS.contains(word)) {
            throw ApiProblem.parameter("revisions", "revisions 只接受:newest, all", "revisions takes newest, all");
        }
        return word.equals("all");
    }
}
