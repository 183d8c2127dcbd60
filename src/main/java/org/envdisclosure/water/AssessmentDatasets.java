package org.envdisclosure.water;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declaration of the assessments. */
@ApplicationScoped
class AssessmentDatasets {

    @Produces
    @Singleton
    @Named(AssessmentTable.DATASET)
    Dataset assessments() {
        List<Filter> filters = new ArrayList<>(List.of(AssessmentFilters.scope(), AssessmentFilters.period(), AssessmentFilters.section()));
        filters.addAll(SectionFilters.ofAssessments());
        return Dataset.named(AssessmentTable.DATASET, "/water/assessments")
                .title("地表水水质评价", "Assessment of surface water")
                .description("断面、河流、流域、湖库及饮用水水源的月、季、年水质类别、主要污染指标、达标情况、同比环比变化与营养状态；默认为断面的各月。",
                        "Class, main pollution indicators, targets, changes and trophic state of sections, rivers, basins, lakes and sources of drinking water by month, quarter and year; months of sections unless asked otherwise.")
                .columns(AssessmentColumns.all())
                .key("period_start", "period", "scope", "code")
                .time(AssessmentTable.TIME.column(), AssessmentTable.TIME.kind())
                .filters(filters.toArray(Filter[]::new))
                .keywords(LocalizedText.of("地表水环境质量评价", "surface water assessment"), LocalizedText.of("水质类别", "water quality class"),
                        LocalizedText.of("湖库富营养化", "eutrophication of lakes"), LocalizedText.of("饮用水水源达标率", "compliance of drinking-water sources"))
                .revisedTable(AssessmentTable.STORED.name())
                .cadence("P1M")
                .build();
    }
}
