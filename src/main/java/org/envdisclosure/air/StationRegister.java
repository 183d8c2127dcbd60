package org.envdisclosure.air;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.place.Divisions;
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

/** The register of stations; city hours follow what changes in it. */
@ApplicationScoped
class StationRegister implements Register<AirStation> {

    private static final Map<String, LocalizedText> TAKES = Site.takes(Map.of(
            "city_code", Cells.CODE, "division_code", Cells.CODE, "station_code", Cells.CODE,
            "elevation", LocalizedText.of("-500 至 9000 米", "metres from -500 to 9000"),
            "site_type", LocalizedText.of("urban、regional、background、source_impact 或 traffic", "urban, regional, background, source_impact or traffic"),
            "control_level", LocalizedText.of("national、province、city 或 county", "national, province, city or county"),
            "in_city_evaluation", LocalizedText.of("true 或 false；未给出时，site_type 为 urban 或未知者为 true", "true or false; when left out true for the site_type urban and an unknown one"),
            "measured_pollutants", LocalizedText.of("PM2.5、PM10、SO2、NO2、O3、CO 的列表", "a list of PM2.5, PM10, SO2, NO2, O3, CO")));

    /** How batches of stations are taken in. */
    @Produces
    @Singleton
    @Named("air-stations-ingest")
    static RegisterPlan plan(StationRegister register, Dependents dependents) {
        return new RegisterPlan(register, dependents);
    }

    @Override
    public StoredTable table() {
        return AirTables.STATIONS;
    }

    @Override
    public List<Column> columns() {
        return AirColumns.station();
    }

    @Override
    public Class<AirStation> entity() {
        return AirStation.class;
    }

    @Override
    public AirStation create() {
        return new AirStation();
    }

    @Override
    public void fill(AirStation version, Map<String, Object> values) {
        version.fillSite(values);
        version.nameEn = (String) values.get("name_en");
        version.cityCode = (String) values.get("city_code");
        version.cityName = (String) values.get("city_name");
        version.divisionCode = (String) values.get("division_code");
        version.elevation = (BigDecimal) values.get("elevation");
        version.siteType = (String) values.get("site_type");
        version.controlLevel = (String) values.get("control_level");
        version.inCityEvaluation = Boolean.TRUE.equals(values.get("in_city_evaluation"));
        version.measuredPollutants = values.get("measured_pollutants") instanceof List<?> words ? words.toArray(String[]::new) : null;
        version.operator = (String) values.get("operator");
    }

    @Override
    public Map<String, Object> values(AirStation version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        version.putSite(values);
        values.put("name_en", version.nameEn);
        values.put("city_code", version.cityCode);
        values.put("city_name", version.cityName);
        values.put("division_code", version.divisionCode);
        values.put("elevation", version.elevation);
        values.put("site_type", version.siteType);
        values.put("control_level", version.controlLevel);
        values.put("in_city_evaluation", version.inCityEvaluation);
        values.put("measured_pollutants", version.measuredPollutants == null ? null : Arrays.asList(version.measuredPollutants));
        values.put("operator", version.operator);
        return VersionRow.present(values);
    }

    @Override
    public Map<String, LocalizedText> takes() {
        return TAKES;
    }

    @Override
    public List<BatchSample> samples() {
        return AirBatchSamples.stations();
    }

    @Override
    public Reading reading(IngestPlan.BatchContext batch) throws SQLException {
        return new StationCells(Divisions.read(batch.connection()))::values;
    }

    /** Only the city the entry names is looked up, where it gives no code itself. */
    @Override
    public Uni<Reading> reading(Mutiny.Session session, Cells entry) {
        String name = entry.received().apply("city_code") == null ? entry.received().apply("city_name") : null;
        return Divisions.read(session, name == null ? "" : name).map(divisions -> new StationCells(divisions)::values);
    }

    @Override
    public Optional<String> followedBy(long revision) {
        return Optional.of(StaleCompleteness.besides(RegisterChange.ofRevision(revision), StaleDays.ofRevision(revision), revision));
    }
}
