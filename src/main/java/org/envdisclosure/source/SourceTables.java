package org.envdisclosure.source;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.util.List;
import org.envdisclosure.platform.ingest.StoredTable;

/** The tables of the register as ingest writes them; their columns stand in the migrations of this room. */
final class SourceTables {

    static final StoredTable SOURCES = new StoredTable("sources", "sources_entered",
            List.of(field("source_id", "text"), field("valid_from", "date")),
            List.of(field("name", "text"), field("name_en", "text"), field("uscc", "text"), field("uscc_valid", "boolean"), field("permit_no", "text"),
                    field("industry_code", "text"), field("industry", "text"), field("division_code", "text"), field("address", "text"),
                    field("management_level", "text"), field("legal_representative", "text"), field("supervision_lists", "text[]"),
                    field("sensitive", "boolean"), field("longitude", "numeric"), field("latitude", "numeric"), field("datum", "text"),
                    field("valid_to", "date")),
            List.of(), List.of(), null, false);

    static final StoredTable OUTLETS = new StoredTable("sources-outlets", "sources_outlets_entered",
            List.of(field("outlet_id", "text"), field("valid_from", "date")),
            List.of(field("source_id", "text"), field("outlet_code", "text"), field("name", "text"), field("medium", "text"), field("discharge_to", "text"),
                    field("reference_oxygen", "numeric"), field("longitude", "numeric"), field("latitude", "numeric"), field("datum", "text"),
                    field("valid_to", "date")),
            List.of(), List.of(), null, false);

    static final StoredTable LIMITS = new StoredTable("sources-limits", "sources_limits",
            List.of(field("limit_id", "text"), field("valid_from", "date")),
            List.of(field("source_id", "text"), field("outlet_code", "text"), field("factor_code", "text"), field("factor_name", "text"),
                    field("averaging", "text"), field("limit_low", "numeric"), field("limit_high", "numeric"), field("unit", "text"),
                    field("judged_on", "text"), field("limit_standard", "text"), field("basis", "text"), field("valid_to", "date")),
            List.of(), List.of(), null, false);

    private SourceTables() {
    }
}
