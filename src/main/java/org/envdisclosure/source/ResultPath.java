package org.envdisclosure.source;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.envdisclosure.platform.row.RowKey;

/** What identifies one result of monitoring, as a path names it. */
public class ResultPath {

    @PathParam("source_id")
    @Parameter(description = "Code of the source", example = "99E001", schema = @Schema(type = SchemaType.STRING))
    public String source = "";

    @PathParam("outlet_code")
    @Parameter(description = "Code of the outlet", example = "DW001", schema = @Schema(type = SchemaType.STRING))
    public String outlet = "";

    @PathParam("factor_code")
    @Parameter(description = "Code of what was measured", example = "w01018", schema = @Schema(type = SchemaType.STRING))
    public String factor = "";

    @PathParam("observed_at")
    @Parameter(description = "End of the averaging period", example = "2026-10-31T08:00:00+08:00", schema = @Schema(type = SchemaType.STRING))
    public String observedAt = "";

    @PathParam("averaging")
    @Parameter(description = "What it is an average over", example = "1h", schema = @Schema(type = SchemaType.STRING))
    public String averaging = "";

    @PathParam("monitoring_type")
    @Parameter(description = "Who measured", example = "self", schema = @Schema(type = SchemaType.STRING))
    public String type = "";

    @PathParam("monitoring_mode")
    @Parameter(description = "How", example = "automatic", schema = @Schema(type = SchemaType.STRING))
    public String mode = "";

    RowKey key() {
        return RowKey.ofPath(MonitoringTables.RESULTS, source, outlet, factor, observedAt, averaging, type, mode);
    }
}
