package org.envdisclosure.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.water.rules.WaterItem;

import static org.envdisclosure.platform.ingest.StoredTable.field;

/** The tables of the water datasets as ingest writes them; their columns stand in the migrations of this room. */
final class WaterTables {

    /** What automatic stations measure. */
    static final List<WaterItem> AUTOMATIC = List.of(WaterItem.WATER_TEMPERATURE, WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CONDUCTIVITY,
            WaterItem.TURBIDITY, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN, WaterItem.CHLOROPHYLL_A, WaterItem.ALGAL_DENSITY);

    /** What laboratories analyse: table 1 of GB 3838-2002 as it is numbered, what lakes need beside it, and table 2. */
    static final List<WaterItem> MANUAL = Stream.concat(
            Arrays.stream(WaterItem.values()).filter(WaterItem::isBasic).sorted(Comparator.comparingInt(WaterItem::tableNumber)),
            Stream.concat(Stream.of(WaterItem.CHLOROPHYLL_A, WaterItem.TRANSPARENCY), WaterItem.SUPPLEMENTARY.stream())).toList();

    static final StoredTable SECTIONS = new StoredTable("water-sections", "water_sections",
            List.of(field("section_code", "text"), field("valid_from", "date")),
            List.of(field("name", "text"), field("province", "text"), field("basin", "text"), field("river", "text"), field("waterbody", "text"),
                    field("target_class", "text"), field("control_level", "text"), field("section_role", "text"),
                    field("responsible_city_code", "text"), field("characteristic_items", "text[]"), field("longitude", "numeric"),
                    field("latitude", "numeric"), field("datum", "text"), field("valid_to", "date")),
            List.of(), List.of(), null, false);

    static final StoredTable READINGS = new StoredTable("water-readings", "water_readings",
            List.of(field("section_code", "text"), field("sampled_at", "timestamptz")),
            joined(items(AUTOMATIC), List.of(field("reported_class", "text"), field("station_state", "text"), field("received_flags", "text[]"),
                    field("received_text", "text"))),
            List.of(field("water_class", "text"), field("limiting_parameters", "text[]"), field("class_standard", "text"), field("flags", "text[]")),
            List.of(field("revision_note", "text")),
            new TimeAxis("sampled_at", TimeAxis.Kind.INSTANT), true);

    static final StoredTable SAMPLES = new StoredTable("water-samples", "water_samples",
            List.of(field("section_code", "text"), field("sampled_at", "timestamptz")),
            joined(items(MANUAL), List.of(field("supply_volume", "numeric"), field("method", "text"), field("flags", "text[]"), field("received_text", "text"))),
            List.of(field("detection_limit", "text[]")),
            List.of(field("revision_note", "text")),
            new TimeAxis("sampled_at", TimeAxis.Kind.INSTANT), true);

    static final StoredTable STATES = new StoredTable("water-station-states", "water_station_states",
            List.of(field("section_code", "text"), field("reported_on", "date")),
            List.of(field("station_state", "text")),
            List.of(), List.of(), new TimeAxis("reported_on", TimeAxis.Kind.DAY), false);

    private WaterTables() {
    }

    static List<String> columns(List<WaterItem> items) {
        return items.stream().map(WaterItem::column).toList();
    }

    static List<Field> items(List<WaterItem> items) {
        return items.stream().map(item -> field(item.column(), "numeric")).toList();
    }

    @SafeVarargs
    static List<Field> joined(List<Field>... groups) {
        List<Field> all = new ArrayList<>();
        for (List<Field> group : groups) {
            all.addAll(group);
        }
        return List.copyOf(all);
    }
}
