package org.envdisclosure.source.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.sql.Transactions;

/** What waits for a reviewer, or can be taken down, by the number of its review. */
@ApplicationScoped
class HeldItems {

    private static final Pattern NUMBER = Pattern.compile("[ra][0-9]{1,18}");

    private final Transactions transactions;

    HeldItems(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Blocks.
     *
     * @throws ApiProblem 404 for what never was, 409 for what is held no longer
     */
    HeldRecord record(String id) {
        return row(id, ReviewDecision.HELD, "SELECT original_id, record_id, received, state FROM supervision_originals WHERE original_id = ?",
                row -> new HeldRecord(row.getLong(1), row.getString(2), row.getString(3)));
    }

    /** The same of a file. */
    HeldFile file(String id, ReviewDecision decision) {
        return row(id, decision.statesOfFiles(), "SELECT attachment_id, record_id, name, state, hits FROM supervision_attachments WHERE attachment_id = ?",
                row -> new HeldFile(row.getLong(1), row.getString(2), row.getString(3), row.getString(5)));
    }

    /** Makes something of a row whose fourth column is its state. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T row(String id, List<String> states, String question, Reading<T> reading) {
        if (!NUMBER.matcher(id).matches()) {
            throw unknown(id);
        }
        try {
            return transactions.run(connection -> {
                try (PreparedStatement select = connection.prepareStatement(question)) {
                    select.setLong(1, Long.parseLong(id.substring(1)));
                    try (ResultSet row = select.executeQuery()) {
                        if (!row.next()) {
                            throw unknown(id);
                        } else if (!states.contains(row.getString(4))) {
                            throw ReviewDecision.decidedAlready();
                        }
                        return reading.of(row);
                    }
                }
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ApiProblem unknown(String id) {
        return ProblemType.NOT_FOUND.because("没有待审项 " + id, "there is no review " + id);
    }
}
