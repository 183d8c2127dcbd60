package org.envdisclosure.platform.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.export.DeflatedPiece;
import org.envdisclosure.platform.export.ExportPart;
import org.envdisclosure.platform.export.ExportSession;
import org.envdisclosure.platform.export.GzipPieces;
import org.envdisclosure.platform.page.PageReader;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Puts an answer together: whole months from their pieces where those hold exactly what is asked for, everything else from the database, in
 * the snapshot in which the pieces were looked up.
 */
@ApplicationScoped
public class PieceCover {

    /** So many bytes of an answer's pieces are looked through before its first byte: as many as a disk reads in the time that may take. */
    private static final long LOOKED_THROUGH = 8L << 20;

    private final ArchiveStore store;
    private final ArchiveDamage damage;

    PieceCover(ArchiveStore store, ArchiveDamage damage) {
        this.store = store;
        this.damage = damage;
    }

    /** A month that is built as it stands in the snapshot; without a piece when the place has no rows in it. */
    private record Month(YearMonth month, @Nullable DeflatedPiece piece) {

        Instant begins() {
            return Objects.requireNonNull(ArchivedDataset.covered(month).from());
        }

        Instant ends() {
            return Objects.requireNonNull(ArchivedDataset.covered(month).to());
        }
    }

    /**
     * The stretches of the answer in its order; one from the database where nothing else serves.
     *
     * @param pinned         the past state asked for, or null
     * @param publishedAfter only rows of later revisions, or null
     */
    public List<ExportPart> parts(ExportSession session, Question question, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        List<Month> months = Optional.of(question).filter(asked -> publishedAfter == null).flatMap(asked -> PieceQuestion.of(asked, pinned))
                .map(pieces -> months(session, pieces, pinned)).orElse(List.of());
        List<ExportPart> parts = new ArrayList<>();
        Instant next = question.range().from();
        for (Month month : months) {
            if (next == null || next.isBefore(month.begins())) {
                parts.add(rows(question, new TimeRange(next, month.begins()), pinned, publishedAfter));
            }
            if (month.piece() != null) {
                parts.add(month.piece());
            }
            next = month.ends();
        }
        Instant end = question.range().to();
        if (months.isEmpty() || end == null || next == null || next.isBefore(end)) {
            parts.add(rows(question, new TimeRange(next, end), pinned, publishedAfter));
        }
        return parts;
    }

    private static ExportPart rows(Question question, TimeRange range, @Nullable AsOf pinned, @Nullable Long publishedAfter) {
        return new ExportPart.Rows(PageReader.rows(question.within(range), question.fields(), pinned, publishedAfter));
    }

    private List<Month> months(ExportSession session, PieceQuestion question, @Nullable AsOf pinned) {
        return sound(session.query(question.months(pinned), found -> {
            List<Month> months = new ArrayList<>();
            while (found.next()) {
                months.add(month(question, found));
            }
            return months;
        }));
    }

    /**
     * Without those whose file is lost, cut off or damaged: they are read from the database, like months that were never built. What is not
     * looked through here is while it is sent, and damage then cuts the answer.
     */
    private static List<Month> sound(List<Month> months) {
        List<Month> sound = new ArrayList<>();
        long left = LOOKED_THROUGH;
        for (Month month : months) {
            DeflatedPiece piece = month.piece();
            left -= piece == null ? 0 : piece.extent().length();
            if (piece == null || (left < 0 ? piece.isThere() : piece.isSound())) {
                sound.add(month);
            }
        }
        return sound;
    }

    private Month month(PieceQuestion question, ResultSet found) throws SQLException {
        YearMonth month = YearMonth.from(found.getObject("month", LocalDate.class));
        String file = found.getString("file");
        if (file == null) {
            return new Month(month, null);
        }
        Path path = store.path(question.dataset().id(), file);
        long revision = found.getLong("revision");
        GzipPieces.Extent extent = new GzipPieces.Extent(found.getLong("position"), found.getLong("length"), found.getLong("raw_bytes"), found.getLong("crc32"),
                found.getLong("crc32c"));
        return new Month(month, new DeflatedPiece(path, extent, () -> damage.found(question.dataset(), month, revision, path)));
    }
}
