package org.envdisclosure.source;

import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.source.rules.EmissionLimit;
import org.envdisclosure.source.rules.EmissionResult;
import org.envdisclosure.source.rules.MonitoringJudgement;
import org.envdisclosure.source.rules.ResultValidity;
import org.jspecify.annotations.Nullable;

/**
 * One result of monitoring and the limit it is judged by.
 *
 * @param limit  in force at its time, or null
 * @param status state of review
 */
record MonitoringResult(ResultKey key, ReportedResult reported, @Nullable EmissionLimit limit, String status) {

    /** Writes the staged columns of {@link MonitoringTables#RESULTS}. */
    void write(CopyText out) {
        write(out, null);
    }

    /** @param note why the row says what it says, or null */
    void write(CopyText out, @Nullable String note) {
        EmissionResult result = reported.judgedAs(key.factor());
        key.write(out);
        reported.write(out);
        write(MonitoringJudgement.of(result, limit), result.validity() == ResultValidity.VALID, out);
        out.text(note).text(status);
    }

    private void write(MonitoringJudgement judgement, boolean valid, CopyText out) {
        EmissionLimit by = judgement.limit();
        List<String> flags = new ArrayList<>(reported.flags());
        judgement.flags().stream().map(Flag::wire).filter(flag -> !flags.contains(flag)).forEach(flags::add);
        out.text(by == null ? null : by.judgedOn().wire()).number(by == null ? null : by.low()).number(by == null ? null : by.high())
                .text(by == null ? null : by.averaging()).text(by == null ? null : by.standard())
                .bool(judgement.compliant()).number(judgement.multiple()).bool(valid).texts(flags);
    }
}
