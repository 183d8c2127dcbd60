package org.envdisclosure.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.time.ChinaTime;

/** What was let go when its retention had ended is told, and not answered with as little as is left. */
@ApplicationScoped
public class LetGo {

    private final RevisionBoard board;

    LetGo(RevisionBoard board) {
        this.board = board;
    }

    /** @throws ApiProblem 410 for a period that reaches before the rows that are kept, and for a page that goes on there */
    void refuse(Question question) {
        LocalDate kept = board.keptFrom(question.dataset().id()).orElse(null);
        if (kept == null) {
            return;
        }
        Instant line = ChinaTime.startOf(kept);
        Instant from = question.range().from();
        Instant to = question.range().to();
        boolean began = from != null && from.isBefore(line) || to != null && !to.isAfter(line);
        // a list that was begun while they were there cannot go on without them
        boolean goesOn = question.cursor() != null && question.cursor().last().stream().anyMatch(value -> value instanceof Instant at && at.isBefore(line));
        if (began || goesOn) {
            throw problem(question.dataset().id(), kept);
        }
    }

    /** What to say of a row of a moment that is not there: 410 where it may have been let go; empty where it cannot have been. */
    public Optional<ApiProblem> of(String dataset, Instant moment) {
        return board.keptFrom(dataset).filter(kept -> moment.isBefore(ChinaTime.startOf(kept))).map(kept -> problem(dataset, kept));
    }

    private static ApiProblem problem(String dataset, LocalDate kept) {
        return ProblemType.NO_LONGER_KEPT.because("%s 之前的行已过保留期，数据库中不再保存；各月的文件见 /api/v1/archives?dataset=%s，或从 %1$s 起查询".formatted(kept, dataset),
                "rows before %s are past their retention and no longer in the database; their months are files, see /api/v1/archives?dataset=%s, or ask from %1$s on".formatted(kept, dataset));
    }
}
