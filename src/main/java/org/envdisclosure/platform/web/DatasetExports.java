package org.envdisclosure.platform.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.envdisclosure.platform.archive.PieceCover;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.export.Coding;
import org.envdisclosure.platform.export.ExportLane;
import org.envdisclosure.platform.export.ExportRequest;
import org.envdisclosure.platform.export.ExportSession;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.page.States;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** Answers in the streamed formats: the state is read in the same snapshot as the rows, the headers are set before the first byte. */
@ApplicationScoped
class DatasetExports {

    private final ExportLane lane;
    private final States states;
    private final PieceCover pieces;

    DatasetExports(ExportLane lane, States states, PieceCover pieces) {
        this.lane = lane;
        this.states = states;
        this.pieces = pieces;
    }

    /**
     * What an export is made of besides the question.
     *
     * @param pinned         the past state asked for, or null for now
     * @param publishedAfter only rows of later revisions, or null
     */
    private record Reach(@Nullable AsOf pinned, @Nullable Long publishedAfter) {
    }

    /** The state a snapshot is in. */
    private record Snapshot(long revision, String validator, Instant changedAt) {

        static Snapshot read(ResultSet row) throws SQLException {
            row.next();
            Timestamp changed = row.getTimestamp("state_changed");
            return new Snapshot(row.getLong("state_revision"), row.getString("state_validator"),
                    changed == null ? Instant.EPOCH : changed.toInstant());
        }
    }

    /** Headers every streamed answer shares; made by the caller, who knows the rules of caching. */
    interface Described {
        Response.ResponseBuilder of(Response.ResponseBuilder response, String etag);
    }

    Uni<Response> answer(Question question, Asked asked, UnaryOperator<String> etag, Described described) {
        return states.pinned(question)
                .chain(pinned -> states.publishedAfter(question).map(after -> new Reach(pinned.orElse(null), after.orElse(null))))
                .chain(reach -> lane.open(session -> answer(session, question, asked, reach, etag, described)));
    }

    private Response answer(ExportSession session, Question question, Asked asked, Reach reach,
                                   UnaryOperator<String> etag, Described described) {
        Snapshot snapshot = session.query(States.sql(question), Snapshot::read);
        AsOf pinned = reach.pinned();
        String tag = etag.apply(States.validator(question, pinned, snapshot.validator()));
        if (asked.knows(tag)) {
            return described.of(Response.notModified(), tag).build();
        }
        Response.ResponseBuilder response = described.of(Response.ok(), tag)
                .type(question.format() == Format.CSV ? "text/csv; charset=utf-8; header=present" : question.format().mediaType())
                .header("Last-Modified", Validator.httpDate(snapshot.changedAt()))
                .header("X-Data-Revision", pinned == null ? snapshot.revision() : pinned.revision())
                .header("Link", "<" + Links.columns(question.dataset()) + ">; rel=\"describedby\"; type=\"application/csvm+json\"")
                .header("Content-Disposition", "attachment; filename=\"" + fileName(question) + '"');
        if (question.dataset().statusColumn().isPresent()) {
            response.header("X-Data-Notice", question.dataset().notice(lowestPossible(question)).en());
        }
        Coding coding = asked.codingOfStream();
        if (coding.wire() != null) {
            response.header("Content-Encoding", coding.wire());
        }
        if (asked.isHead()) {
            return response.build();
        }
        return response.entity(session.stream(new ExportRequest(question.fields(),
                pieces.parts(session, question, pinned, reach.publishedAfter()), question.format(), question.bom(), coding))).build();
    }

    /** The rows are not read yet, so the word is that of the least reviewed row that may come. */
    private static DataStatus lowestPossible(Question question) {
        return question.statuses().stream().min(DataStatus::compareTo).orElse(DataStatus.REALTIME);
    }

    /** Such as {@code air-hourly_990100_2026-10-01_2026-11-01.csv}. */
    private static String fileName(Question question) {
        List<String> parts = new ArrayList<>(List.of(question.dataset().id()));
        question.filters().values().forEach(given -> given.values().forEach(values -> values.stream()
                .filter(value -> value.matches("[A-Za-z0-9._-]{1,40}")).limit(3).forEach(parts::add)));
        if (question.range().from() != null) {
            parts.add(ChinaTime.dateOf(question.range().from()).toString());
        }
        if (question.range().to() != null) {
            parts.add(ChinaTime.dateOf(question.range().to()).toString());
        }
        return parts.stream().collect(Collectors.joining("_")) + "." + question.format().wire();
    }
}
