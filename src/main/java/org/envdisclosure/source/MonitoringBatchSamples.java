package org.envdisclosure.source;

import java.util.List;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;

/** Small batches for the API document. Sources and values are made up: nothing was measured there. */
final class MonitoringBatchSamples {

    private MonitoringBatchSamples() {
    }

    static List<BatchSample> results() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"source_id":"99E001","outlet_code":"DW001","factor_code":"w01018","observed_at":"2026-10-31T08:00:00+08:00","averaging":"1h",\
                        "monitoring_type":"self","monitoring_mode":"automatic","measured_value":62.5,"unit":"mg/L","logger_flag":"N"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"source_id":"99E001","outlet_code":"DW001","factor_code":"w01018","observed_at":"2026-10-31T09:00:00+08:00","averaging":"1h",\
                        "monitoring_type":"self","monitoring_mode":"automatic","measured_value":41.2,"unit":"mg/L","logger_flag":"N"}
                        {"source_id":"99E001","outlet_code":"DW001","factor_code":"w01018","observed_at":"2026-10-12T10:30:00+08:00","averaging":"instant",\
                        "monitoring_type":"supervisory","monitoring_mode":"manual","measured_value":"4L","unit":"mg/L","method":"HJ 828-2017"}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        source_id,outlet_code,factor_code,observed_at,averaging,monitoring_type,monitoring_mode,measured_value,unit,logger_flag,operator_mark
                        99E001,DW001,w01018,2026-10-31T10:00:00+08:00,1h,self,automatic,38.9,mg/L,N,
                        99E001,DW001,w01018,2026-10-31T11:00:00+08:00,1h,self,automatic,,mg/L,M,equipment_maintenance
                        """));
    }
}
