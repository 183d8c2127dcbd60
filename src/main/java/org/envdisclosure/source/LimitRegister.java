package org.envdisclosure.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

/** The register of limits, of permits and of standards; their outlets are registered before them, and results of monitoring follow what changes in it. */
@ApplicationScoped
class LimitRegister implements Register<PermitLimit> {

    private static final LocalizedText DECIMAL = LocalizedText.of("十进制数；上下限至少一个，且下限不大于上限", "a decimal number; at least one of the limits, the lower not above the upper");

    private static final Map<String, LocalizedText> TAKES = Map.ofEntries(
            Map.entry("limit_id", LocalizedText.of("source_id.outlet_code.factor_code.averaging，至多 64 个字符；可不填",
                    "source_id.outlet_code.factor_code.averaging, at most 64 characters; it may be left out")),
            Map.entry("source_id", OutletRegister.SOURCE_ID),
            Map.entry("outlet_code", LocalizedText.of("该污染源已登记的排放口编号，" + OutletRegister.OUTLET_CODE.zh(), "the code of an outlet of the source that is registered, " + OutletRegister.OUTLET_CODE.en())),
            Map.entry("factor_code", LocalizedText.of("1 至 20 个字母、数字、下划线或连字符，如 w01018", "1 to 20 letters, digits, '_' or '-', such as w01018")),
            Map.entry("averaging", LocalizedText.of(String.join("、", SourceColumns.AVERAGINGS), String.join(", ", SourceColumns.AVERAGINGS))),
            Map.entry("limit_low", DECIMAL), Map.entry("limit_high", DECIMAL),
            Map.entry("unit", LocalizedText.of("限值的单位，如 mg/L；仅 pH 可为空", "the unit of the limits, such as mg/L; only pH has none")),
            Map.entry("judged_on", LocalizedText.of(String.join("、", SourceColumns.JUDGED_ON), String.join(", ", SourceColumns.JUDGED_ON))),
            Map.entry("basis", LocalizedText.of(String.join("、", SourceColumns.BASES), String.join(", ", SourceColumns.BASES))));

    private static final Sql EVERY_OUTLET = Sql.of("SELECT DISTINCT outlet_id FROM sources_outlets_entered");
    private static final String OF_ONE_SOURCE = "SELECT DISTINCT outlet_id FROM sources_outlets_entered WHERE source_id = ?";

    /** How batches of limits are taken in. */
    @Produces
    @Singleton
    @Named("sources-limits-ingest")
    static RegisterPlan plan(LimitRegister register, Dependents dependents) {
        return new RegisterPlan(register, dependents);
    }

    @Override
    public StoredTable table() {
        return SourceTables.LIMITS;
    }

    @Override
    public List<Column> columns() {
        return SourceColumns.limit();
    }

    @Override
    public Class<PermitLimit> entity() {
        return PermitLimit.class;
    }

    @Override
    public PermitLimit create() {
        return new PermitLimit();
    }

    @Override
    public void fill(PermitLimit version, Map<String, Object> values) {
        version.sourceId = Objects.requireNonNullElse((String) values.get("source_id"), "");
        version.outletCode = Objects.requireNonNullElse((String) values.get("outlet_code"), "");
        version.factorCode = Objects.requireNonNullElse((String) values.get("factor_code"), "");
        version.factorName = (String) values.get("factor_name");
        version.averaging = Objects.requireNonNullElse((String) values.get("averaging"), "");
        version.limitLow = (BigDecimal) values.get("limit_low");
        version.limitHigh = (BigDecimal) values.get("limit_high");
        version.unit = (String) values.get("unit");
        version.judgedOn = (String) values.get("judged_on");
        version.limitStandard = (String) values.get("limit_standard");
        version.basis = (String) values.get("basis");
    }

    @Override
    public Map<String, Object> values(PermitLimit version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("source_id", version.sourceId);
        values.put("outlet_code", version.outletCode);
        values.put("factor_code", version.factorCode);
        values.put("factor_name", version.factorName);
        values.put("averaging", version.averaging);
        values.put("limit_low", version.limitLow);
        values.put("limit_high", version.limitHigh);
        values.put("unit", version.unit);
        values.put("judged_on", version.judgedOn);
        values.put("limit_standard", version.limitStandard);
        values.put("basis", version.basis);
        return VersionRow.present(values);
    }

    @Override
    public Map<String, LocalizedText> takes() {
        return TAKES;
    }

    @Override
    public List<BatchSample> samples() {
        return SourceBatchSamples.limits();
    }

    @Override
    public List<List<String>> needed() {
        return MadeCode.LIMIT.needed();
    }

    @Override
    public String codeOf(Cells cells) throws Cells.Refused {
        return MadeCode.LIMIT.of(cells);
    }

    /** Results were judged by it. */
    @Override
    public boolean takesNeverInForce() {
        return true;
    }

    @Override
    public Reading reading(IngestPlan.BatchContext batch) throws SQLException {
        return new LimitCells(Set.copyOf(EntryLookups.read(batch.connection(), EVERY_OUTLET)))::values;
    }

    @Override
    public Uni<Reading> reading(Mutiny.Session session, Cells entry) {
        String source = MadeCode.LIMIT.firstOf(String.valueOf(entry.received().apply(codeColumn())));
        return EntryLookups.read(session, Sql.of(OF_ONE_SOURCE, source)).map(outlets -> new LimitCells(Set.copyOf(outlets))::values);
    }

    @Override
    public Optional<String> followedBy(long revision) {
        return Optional.of(MonitoringJudgements.queuedBy(revision));
    }
}
