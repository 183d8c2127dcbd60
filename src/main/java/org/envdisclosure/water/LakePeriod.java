package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.water.rules.TrophicIndex;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.Waterbody;
import org.envdisclosure.water.rules.assessment.AssessedSection;
import org.envdisclosure.water.rules.assessment.LakeAssessment;
import org.envdisclosure.water.rules.assessment.SectionRule;
import org.jspecify.annotations.Nullable;

/** A lake or reservoir: the means of its points, averaged over the points. */
final class LakePeriod implements BucketGroup.Content {

    private final PlacesTogether points;

    /** Every point with a value is part of the mean, also one that has too few for a class. */
    LakePeriod(AssessmentRules rules) {
        this.points = new PlacesTogether(rules, point -> !point.means().values().items().isEmpty());
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        points.add(row);
    }

    @Override
    public boolean isEmpty() {
        return points.isEmpty();
    }

    @Override
    public void fill(AssessmentRow row) {
        Waterbody waterbody = points.facts().isEmpty() ? Waterbody.LAKE : points.facts().get(0).waterbody();
        WaterClass target = commonTarget();
        points.facts().stream().findFirst().ifPresent(first -> row.put("basin", first.basin()).put("river", first.river()).put("name", first.river()));
        SectionRule rule = points.rules().of(waterbody, points.characteristic(), target);
        LakeAssessment lake = LakeAssessment.of(rule, points.sections().stream().map(AssessedSection::means).toList(), points.rules().trophic());
        row.put("waterbody", waterbody.wire()).put("target_class", target == null ? null : target.wire()).put("sections", lake.points())
                .put("sections_expected", points.expected())
                .put("data_status", points.status());
        if (lake.points() < points.expected()) {
            row.flag("sections", FlagReason.MISSING);
        }
        row.judged(rule, lake.section());
        row.indicators(lake.section().mainPollutionIndicators());
        trophic(lake.trophic(), row);
    }

    private static void trophic(TrophicIndex index, AssessmentRow row) {
        row.put("tli", index.index()).put("tli_items", index.items());
        if (index.state() == null) {
            row.flag("trophic_state", FlagReason.INSUFFICIENT);
        } else {
            row.put("trophic_state", index.state().wire()).put("trophic_state_zh", index.state().title().zh());
            if (index.provisional()) {
                row.flag("trophic_state", FlagReason.SUSPECT);
            }
        }
    }

    /** The target of all points, if they have one and the same. */
    private @Nullable WaterClass commonTarget() {
        List<@Nullable WaterClass> targets = new ArrayList<>();
        points.facts().forEach(point -> targets.add(point.target()));
        return targets.stream().distinct().count() == 1 ? targets.get(0) : null;
    }
}
