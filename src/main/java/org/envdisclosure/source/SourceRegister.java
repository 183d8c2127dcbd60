package org.envdisclosure.source;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.envdisclosure.platform.sql.Sql;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The register of pollution sources. */
@ApplicationScoped
class SourceRegister implements Register<Source> {

    /** Words that stand in the place of an id in the paths. */
    private static final Set<String> RESERVED = Set.of("outlets", "limits", "monitoring", "history", "timeline");
    private static final LocalizedText APART = LocalizedText.of("排放口与限值另行登记（/sources/outlets、/sources/limits）；此处只能原样重复现有内容，或不填",
            "entered apart, at /sources/outlets and /sources/limits; here they can be repeated as they stand, or left out");
    private static final LocalizedText CODE = LocalizedText.of("至多 200 个字符，不含控制字符", "at most 200 characters, no control characters");

    private static final Map<String, LocalizedText> TAKES = Site.takes(Map.of(
            "source_id", LocalizedText.of("1 至 64 个字母、数字、点、下划线或连字符，且不是 outlets、limits、monitoring、history、timeline",
                    "1 to 64 letters, digits, '.', '_' or '-', and none of outlets, limits, monitoring, history, timeline"),
            "uscc", CODE, "permit_no", CODE, "industry_code", Cells.CODE,
            "division_code", LocalizedText.of("6 至 12 位数字（GB/T 2260 及统计用区划代码）", "6 to 12 digits (GB/T 2260, or a longer one of statistics)"),
            "management_level", LocalizedText.of(String.join("、", SourceColumns.LEVELS), String.join(", ", SourceColumns.LEVELS)),
            "supervision_lists", LocalizedText.of("列表，各项形式为 2026:water（water、air、soil、groundwater、noise、risk）", "a list such as [\"2026:water\"], of water, air, soil, groundwater, noise, risk"),
            "sensitive", LocalizedText.of("true 或 false；未给出时保持现状", "true or false; as it stands when left out"),
            SourceColumns.OUTLETS, APART, SourceColumns.PERMIT_LIMITS, APART));

    private static final String KEEP_MARK = "UPDATE %s SET sensitive = source_id IN (%s) WHERE sensitive IS NULL".formatted(SourceTables.SOURCES.stage(), HiddenPlaces.MARKED);

    private final int decimals;

    SourceRegister(SourceConfig config) {
        this.decimals = config.shownDecimals();
    }

    /** How batches of sources are taken in. */
    @Produces
    @Singleton
    @Named("sources-ingest")
    static RegisterPlan plan(SourceRegister register, Dependents dependents) {
        return new RegisterPlan(register, dependents);
    }

    @Override
    public StoredTable table() {
        return SourceTables.SOURCES;
    }

    @Override
    public List<Column> columns() {
        return SourceColumns.source();
    }

    @Override
    public Class<Source> entity() {
        return Source.class;
    }

    @Override
    public Source create() {
        return new Source();
    }

    @Override
    public void fill(Source version, Map<String, Object> values) {
        version.fillSite(values);
        version.nameEn = (String) values.get("name_en");
        version.uscc = (String) values.get("uscc");
        version.usccValid = (Boolean) values.get("uscc_valid");
        version.permitNo = (String) values.get("permit_no");
        version.industryCode = (String) values.get("industry_code");
        version.industry = (String) values.get("industry");
        version.divisionCode = (String) values.get("division_code");
        version.address = (String) values.get("address");
        version.managementLevel = (String) values.get("management_level");
        version.legalRepresentative = (String) values.get("legal_representative");
        version.supervisionLists = values.get("supervision_lists") instanceof List<?> words ? words.toArray(String[]::new) : null;
        version.sensitive = Boolean.TRUE.equals(values.get("sensitive"));
    }

    @Override
    public Map<String, Object> values(Source version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        version.putSite(values);
        values.put("name_en", version.nameEn);
        values.put("uscc", version.uscc);
        values.put("uscc_valid", version.usccValid);
        values.put("permit_no", version.permitNo);
        values.put("industry_code", version.industryCode);
        values.put("industry", version.industry);
        values.put("division_code", version.divisionCode);
        values.put("address", version.address);
        values.put("management_level", version.managementLevel);
        values.put("legal_representative", version.legalRepresentative);
        values.put("supervision_lists", version.supervisionLists == null ? null : Arrays.asList(version.supervisionLists));
        values.put("sensitive", version.sensitive);
        return VersionRow.present(values);
    }

    @Override
    public Map<String, LocalizedText> takes() {
        return TAKES;
    }

    @Override
    public List<BatchSample> samples() {
        return SourceBatchSamples.sources();
    }

    @Override
    public @Nullable String codeOf(Cells cells) throws Cells.Refused {
        String code = cells.received().apply(codeColumn());
        if (code != null && RESERVED.contains(code)) {
            throw new Cells.Refused("bad_source_id");
        }
        return code;
    }

    @Override
    public Map<String, Predicate<VersionRow>> doubts() {
        return Map.of("uscc_doubtful", SourceCells::isUsccDoubtful, "permit_no_doubtful", SourceCells::isPermitNumberDoubtful);
    }

    /** Saying nothing of the mark must not make a place public that was hidden while the batch was read. */
    @Override
    public Optional<String> completedBy() {
        return Optional.of(KEEP_MARK);
    }

    @Override
    public Sql besides(String code, LocalDate today) {
        return BesidesEntry.ofSource(code, today);
    }

    @Override
    public Reading reading(IngestPlan.BatchContext batch) throws SQLException {
        return new SourceCells(new ExactPlaces(EntryLookups.read(batch.connection(), ExactPlaces.ofAll(table(), decimals))),
                new EnteredApart(new StandingParts(batch, decimals)))::values;
    }

    @Override
    public Uni<Reading> reading(Mutiny.Session session, Cells entry) {
        String code = String.valueOf(entry.received().apply(codeColumn()));
        return EntryLookups.read(session, ExactPlaces.ofOne(table(), decimals, code)).map(ExactPlaces::new)
                .chain(places -> standing(session, entry, code)
                        .map(standing -> marked(new SourceCells(places, new EnteredApart(standing)), places.codes().contains(code))));
    }

    /** Under the lock: the mark that stands is the one to stay. */
    private static Reading marked(SourceCells source, boolean mark) {
        return cells -> {
            Map<String, Object> values = source.values(cells);
            values.putIfAbsent("sensitive", mark);
            return values;
        };
    }

    /** Only of the columns in which the entry says something. */
    private Uni<EnteredApart.Standing> standing(Mutiny.Session session, Cells entry, String code) {
        return Multi.createFrom().iterable(EnteredApart.COLUMNS.stream().filter(column -> EnteredApart.isSaid(entry, column)).toList())
                .onItem().transformToUniAndConcatenate(column -> EntryLookups.read(session, PublicSources.partsOf(column, decimals, code)).map(parts -> Map.entry(column, parts)))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(parts -> (column, source) -> parts.getOrDefault(column, List.of()));
    }
}
