package org.envdisclosure.water;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.envdisclosure.place.Site;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.IngestPlan;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.register.Dependents;
import org.envdisclosure.platform.register.Register;
import org.envdisclosure.platform.register.RegisterPlan;
import org.envdisclosure.platform.register.VersionRow;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The register of sections; the classes of readings and the assessments follow what changes in it. */
@ApplicationScoped
class SectionRegister implements Register<WaterSection> {

    private static final Map<String, LocalizedText> TAKES = Site.takes(Map.of(
            "waterbody", LocalizedText.of("river、lake 或 reservoir", "river, lake or reservoir"),
            "target_class", LocalizedText.of("I、II、III、IV 或 V", "I, II, III, IV or V"),
            "control_level", LocalizedText.of(String.join("、", WaterColumns.LEVELS), String.join(", ", WaterColumns.LEVELS)),
            "section_role", LocalizedText.of(String.join("、", WaterColumns.ROLES), String.join(", ", WaterColumns.ROLES)),
            "responsible_city_code", Cells.CODE,
            "characteristic_items", LocalizedText.of("GB 3838-2002 表 1 项目的列名列表，如 [\"fluoride\"]", "a list of columns of GB 3838-2002 table 1, such as [\"fluoride\"]")));

    /** How batches of sections are taken in. */
    @Produces
    @Singleton
    @Named("water-sections-ingest")
    static RegisterPlan plan(SectionRegister register, Dependents dependents) {
        return new RegisterPlan(register, dependents);
    }

    @Override
    public StoredTable table() {
        return WaterTables.SECTIONS;
    }

    @Override
    public List<Column> columns() {
        return WaterColumns.section();
    }

    @Override
    public Class<WaterSection> entity() {
        return WaterSection.class;
    }

    @Override
    public WaterSection create() {
        return new WaterSection();
    }

    @Override
    public void fill(WaterSection version, Map<String, Object> values) {
        version.fillSite(values);
        version.province = (String) values.get("province");
        version.basin = (String) values.get("basin");
        version.river = (String) values.get("river");
        version.waterbody = Objects.requireNonNullElse((String) values.get("waterbody"), "river");
        version.targetClass = (String) values.get("target_class");
        version.controlLevel = (String) values.get("control_level");
        version.sectionRole = (String) values.get("section_role");
        version.responsibleCityCode = (String) values.get("responsible_city_code");
        version.characteristicItems = values.get("characteristic_items") instanceof List<?> words ? words.toArray(String[]::new) : null;
    }

    @Override
    public Map<String, Object> values(WaterSection version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        version.putSite(values);
        values.put("province", version.province);
        values.put("basin", version.basin);
        values.put("river", version.river);
        values.put("waterbody", version.waterbody);
        values.put("target_class", version.targetClass);
        values.put("control_level", version.controlLevel);
        values.put("section_role", version.sectionRole);
        values.put("responsible_city_code", version.responsibleCityCode);
        values.put("characteristic_items", version.characteristicItems == null ? null : Arrays.asList(version.characteristicItems));
        return VersionRow.present(values);
    }

    @Override
    public Map<String, LocalizedText> takes() {
        return TAKES;
    }

    @Override
    public List<BatchSample> samples() {
        return WaterBatchSamples.sections();
    }

    @Override
    public Reading reading(IngestPlan.BatchContext batch) {
        return SectionCells::values;
    }

    @Override
    public Uni<Reading> reading(Mutiny.Session session, Cells entry) {
        return Uni.createFrom().item(SectionCells::values);
    }

    @Override
    public Optional<String> followedBy(long revision) {
        return Optional.of("WITH classes AS (" + ReadingClasses.queuedBy(revision) + ") " + StaleAssessments.queuedBy(revision));
    }
}
