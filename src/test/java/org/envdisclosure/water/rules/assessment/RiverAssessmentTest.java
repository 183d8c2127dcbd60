package org.envdisclosure.water.rules.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.rules.assessment.Sections.by714;
import static org.envdisclosure.water.rules.assessment.Sections.clean;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.envdisclosure.water.rules.Water;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterQuality;
import org.envdisclosure.water.rules.Waterbody;
import org.junit.jupiter.api.Test;

class RiverAssessmentTest {

    private static final SectionRule RULE = by714(Waterbody.RIVER, null);

    /** NH3-N 4.4 at one and 0.1 at three: mean 1.175 -> 1.18, class IV; the shares would be 75 % good. */
    @Test
    void four_sections_are_judged_by_their_means() {
        RiverAssessment river = RiverAssessment.of(RULE, 0, sections("nh3n 4.4", "", "", ""));
        assertThat(river).isInstanceOf(RiverAssessment.ByMeans.class);
        RiverAssessment.ByMeans means = (RiverAssessment.ByMeans) river;
        assertThat(means.ofMeans().judged().get(WaterItem.NH3N)).isEqualTo(new BigDecimal("1.18"));
        assertThat(means.ofMeans().waterClass()).isEqualTo(WaterClass.IV);
        assertThat(means.quality()).isEqualTo(WaterQuality.LIGHT_POLLUTION);
        assertThat(means.shares().sections()).isEqualTo(4);
        assertThat(means.mainPollutionIndicators()).hasToString(
                "{S1=[PollutionIndicator[item=NH3N, itemClass=INFERIOR_V, multiple=3.4]]}");
    }

    @Test
    void five_sections_are_judged_by_shares() {
        RiverAssessment river = RiverAssessment.of(RULE, 0, sections("nh3n 4.4", "", "", "", ""));
        assertThat(river).isInstanceOf(RiverAssessment.ByShares.class);
        assertThat(river.quality()).isEqualTo(WaterQuality.GOOD);       // 80 %
        assertThat(river.shares().goodShare()).isEqualTo(new BigDecimal("80.0"));
        assertThat(river.shares().exceedingShare()).isEqualTo(new BigDecimal("20.0"));
    }

    @Test
    void the_main_indicators_of_a_river_are_the_three_above_class_three_in_most_sections() {
        RiverAssessment river = RiverAssessment.of(RULE, 0, sections(
                "codmn 7, nh3n 1.1, tp 0.21", "codmn 7, tp 0.21, ph 5", "codmn 7, dissolved_oxygen 4.9", "tp 0.5", "codmn 6, nh3n 1.0", ""));
        RiverAssessment.ByShares shares = (RiverAssessment.ByShares) river;
        assertThat(shares.exceedingItems()).extracting(ExceedingShare::item)
                .containsExactly(WaterItem.CODMN, WaterItem.TP, WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.NH3N);
        assertThat(shares.mainPollutionIndicators()).containsExactly(
                new ExceedingShare(WaterItem.CODMN, 3, 6, new BigDecimal("50.0")),
                new ExceedingShare(WaterItem.TP, 3, 6, new BigDecimal("50.0")),
                new ExceedingShare(WaterItem.PH, 1, 6, new BigDecimal("16.7")));
        assertThat(shares.quality()).isEqualTo(WaterQuality.MODERATE_POLLUTION);   // inferior to V are pH 5 and TP 0.5: 2 of 6
    }

    @Test
    void sections_without_a_class_do_not_count() {
        List<AssessedSection> sections = new ArrayList<>(sections("nh3n 4.4", "", "", ""));
        sections.add(AssessedSection.of("stopped", RULE, Sections.only(Water.of("ph 7, codmn 9"))));
        RiverAssessment river = RiverAssessment.of(RULE, 0, sections);
        assertThat(river).isInstanceOf(RiverAssessment.ByMeans.class);
        assertThat(river.shares().sections()).isEqualTo(4);
    }

    /** 断面数少于5个: sections of the river, not those that reported. */
    @Test
    void a_river_of_five_stays_one_of_shares_when_one_of_them_is_silent() {
        RiverAssessment river = RiverAssessment.of(RULE, 5, sections("nh3n 4.4", "", "", ""));
        assertThat(river).isInstanceOf(RiverAssessment.ByShares.class);
        assertThat(river.quality()).isEqualTo(WaterQuality.GOOD);       // 75 % of the four
        assertThat(river.shares().sections()).isEqualTo(4);
        assertThat(RiverAssessment.of(RULE, 4, sections("nh3n 4.4", "", "", ""))).isInstanceOf(RiverAssessment.ByMeans.class);
        assertThat(RiverAssessment.of(RULE, 5, List.of()).quality()).isNull();
    }

    @Test
    void means_are_taken_of_the_unrounded_ones_and_a_characteristic_item_of_one_section_counts_for_the_river() {
        // TP 0.2006 and 0.2005 would round to 0.201 and 0.200 and then to 0.200; their mean 0.20055 is 0.201
        SectionRule withCod = by714(Waterbody.RIVER, null, WaterItem.COD);
        List<AssessedSection> sections = List.of(AssessedSection.of("A", withCod, clean("tp 0.2006, cod 25")),
                AssessedSection.of("B", RULE, clean("tp 0.2005")));
        RiverAssessment.ByMeans river = (RiverAssessment.ByMeans) RiverAssessment.of(RULE, 0, sections);
        assertThat(river.ofMeans().judged().get(WaterItem.TP)).isEqualTo(new BigDecimal("0.201"));
        assertThat(river.ofMeans().evaluatedItems()).contains(WaterItem.COD);
        assertThat(river.mainPollutionIndicators()).containsOnlyKeys("A");
    }

    @Test
    void a_river_without_any_section_has_no_grade() {
        RiverAssessment river = RiverAssessment.of(RULE, 0, List.of());
        assertThat(river.quality()).isNull();
        assertThat(river.shares().goodShare()).isNull();
    }

    private static List<AssessedSection> sections(String... changes) {
        List<AssessedSection> sections = new ArrayList<>();
        for (String change : changes) {
            sections.add(AssessedSection.of("S" + (sections.size() + 1), RULE, clean(change)));
        }
        return sections;
    }
}
