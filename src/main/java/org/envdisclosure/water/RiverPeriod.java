package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.water.rules.Waterbody;
import org.envdisclosure.water.rules.assessment.ExceedingShare;
import org.envdisclosure.water.rules.assessment.PollutionIndicator;
import org.envdisclosure.water.rules.assessment.RiverAssessment;
import org.envdisclosure.water.rules.assessment.SectionRule;

/** A river or basin: from five sections on by their shares, with fewer by their means. */
final class RiverPeriod implements BucketGroup.Content {

    private final AssessmentScope scope;
    private final PlacesTogether places;

    RiverPeriod(AssessmentScope scope, AssessmentRules rules) {
        this.scope = scope;
        this.places = new PlacesTogether(rules, section -> section.assessment().waterClass() != null);
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        places.add(row);
    }

    @Override
    public boolean isEmpty() {
        return places.isEmpty();
    }

    @Override
    public void fill(AssessmentRow row) {
        places.facts().stream().findFirst().ifPresent(first -> row.put("basin", first.basin())
                .put("river", scope == AssessmentScope.RIVER ? first.river() : null)
                .put("name", scope == AssessmentScope.RIVER ? first.river() : first.basin()));
        row.put("waterbody", Waterbody.RIVER.wire()).put("data_status", places.status()).put("sections_expected", places.expected());
        SectionRule rule = places.rules().of(Waterbody.RIVER, Set.of(), null);
        RiverAssessment river = RiverAssessment.of(rule, places.rules().sectionsThatDecide(places.expected()), places.sections());
        if (river instanceof RiverAssessment.ByShares shares) {
            byShares(shares, rule, row);
        } else if (river instanceof RiverAssessment.ByMeans means) {
            byMeans(means, rule, row);
        }
        row.shares(river.shares());
        if (river.shares().sections() < places.expected()) {
            row.flag("sections", FlagReason.MISSING);
        }
    }

    private static void byShares(RiverAssessment.ByShares river, SectionRule rule, AssessmentRow row) {
        List<ExceedingShare> main = river.mainPollutionIndicators();
        row.by(rule);
        row.quality(river.quality());
        row.indicators(main.stream().map(each -> "%s(%s%%)".formatted(each.item().column(), each.share().toPlainString())).toList(),
                main.stream().map(each -> "%s(%s%%)".formatted(each.item().title().zh(), each.share().toPlainString())).collect(Collectors.joining("、")));
    }

    private void byMeans(RiverAssessment.ByMeans river, SectionRule rule, AssessmentRow row) {
        row.judged(rule, river.ofMeans());
        row.indicators(river.mainPollutionIndicators().entrySet().stream()
                        .flatMap(section -> section.getValue().stream().map(each -> section.getKey() + ":" + each.wire())).toList(),
                river.mainPollutionIndicators().entrySet().stream()
                        .map(section -> Objects.requireNonNullElse(places.nameOf(section.getKey()), section.getKey()) + ":" + printed(section.getValue()))
                        .collect(Collectors.joining(";")));
    }

    private static String printed(List<PollutionIndicator> indicators) {
        return indicators.stream().map(each -> each.text().zh()).collect(Collectors.joining("、"));
    }
}
