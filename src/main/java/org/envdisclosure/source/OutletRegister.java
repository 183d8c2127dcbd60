package org.envdisclosure.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** The register of outlets; their sources are registered before them. */
@ApplicationScoped
class OutletRegister implements Register<Outlet> {

    static final LocalizedText OUTLET_CODE = LocalizedText.of("1 至 15 个字母、数字、下划线或连字符，如 DA001", "1 to 15 letters, digits, '_' or '-', such as DA001");
    static final LocalizedText SOURCE_ID = LocalizedText.of("已登记的污染源编号", "the id of a source that is registered");

    private static final Map<String, LocalizedText> TAKES = Site.takes(Map.of(
            "outlet_id", LocalizedText.of("source_id.outlet_code，至多 64 个字符；可不填", "source_id.outlet_code, at most 64 characters; it may be left out"),
            "source_id", SOURCE_ID,
            "outlet_code", OUTLET_CODE,
            "name", LocalizedText.of("至多 200 个字符，不含控制字符", "at most 200 characters, no control characters"),
            "medium", LocalizedText.of(String.join("、", SourceColumns.MEDIA) + "；未给出时按编码", String.join(", ", SourceColumns.MEDIA) + "; by the code when left out"),
            "reference_oxygen", LocalizedText.of("0 至 21（%）", "per cent, from 0 to 21")));

    private static final Sql EVERY_SOURCE = Sql.of("SELECT DISTINCT source_id FROM sources_entered");
    private static final String ONE_SOURCE = "SELECT DISTINCT source_id FROM sources_entered WHERE source_id = ?";

    private final int decimals;

    OutletRegister(SourceConfig config) {
        this.decimals = config.shownDecimals();
    }

    /** How batches of outlets are taken in. */
    @Produces
    @Singleton
    @Named("sources-outlets-ingest")
    static RegisterPlan plan(OutletRegister register, Dependents dependents) {
        return new RegisterPlan(register, dependents);
    }

    @Override
    public StoredTable table() {
        return SourceTables.OUTLETS;
    }

    @Override
    public List<Column> columns() {
        return SourceColumns.outlet();
    }

    @Override
    public Class<Outlet> entity() {
        return Outlet.class;
    }

    @Override
    public Outlet create() {
        return new Outlet();
    }

    @Override
    public void fill(Outlet version, Map<String, Object> values) {
        version.sourceId = Objects.requireNonNullElse((String) values.get("source_id"), "");
        version.outletCode = Objects.requireNonNullElse((String) values.get("outlet_code"), "");
        version.name = (String) values.get("name");
        version.medium = Objects.requireNonNullElse((String) values.get("medium"), "");
        version.dischargeTo = (String) values.get("discharge_to");
        version.referenceOxygen = (BigDecimal) values.get("reference_oxygen");
        version.longitude = (BigDecimal) values.get("longitude");
        version.latitude = (BigDecimal) values.get("latitude");
        version.datum = (String) values.get("datum");
    }

    @Override
    public Map<String, Object> values(Outlet version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("source_id", version.sourceId);
        values.put("outlet_code", version.outletCode);
        values.put("name", version.name);
        values.put("medium", version.medium);
        values.put("discharge_to", version.dischargeTo);
        values.put("reference_oxygen", version.referenceOxygen);
        values.put("longitude", version.longitude);
        values.put("latitude", version.latitude);
        values.put("datum", version.datum);
        return VersionRow.present(values);
    }

    @Override
    public Map<String, LocalizedText> takes() {
        return TAKES;
    }

    @Override
    public List<BatchSample> samples() {
        return SourceBatchSamples.outlets();
    }

    @Override
    public List<List<String>> needed() {
        return MadeCode.OUTLET.needed();
    }

    @Override
    public String codeOf(Cells cells) throws Cells.Refused {
        return MadeCode.OUTLET.of(cells);
    }

    @Override
    public Sql besides(String code, LocalDate today) {
        return BesidesEntry.ofOutlet(code);
    }

    @Override
    public Reading reading(IngestPlan.BatchContext batch) throws SQLException {
        List<String> places = EntryLookups.read(batch.connection(), ExactPlaces.ofAll(table(), decimals));
        return new OutletCells(Set.copyOf(EntryLookups.read(batch.connection(), EVERY_SOURCE)), new ExactPlaces(places))::values;
    }

    @Override
    public Uni<Reading> reading(Mutiny.Session session, Cells entry) {
        String code = String.valueOf(entry.received().apply(codeColumn()));
        return EntryLookups.read(session, ExactPlaces.ofOne(table(), decimals, code)).map(ExactPlaces::new)
                .chain(places -> EntryLookups.read(session, Sql.of(ONE_SOURCE, MadeCode.OUTLET.firstOf(code)))
                        .map(sources -> new OutletCells(Set.copyOf(sources), places)::values));
    }
}
