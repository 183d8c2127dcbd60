package org.envdisclosure.source;

import java.util.List;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;

/** Small batches for the API document, of sources that do not exist. */
final class SourceBatchSamples {

    private SourceBatchSamples() {
    }

    static List<BatchSample> sources() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"source_id":"99E001","name":"示例污水处理厂（虚构）","uscc":"91990102MA990001X4","permit_no":"91990102MA990001X4001P",\
                        "industry_code":"D4620","industry":"污水处理及其再生利用","division_code":"990102","management_level":"key",\
                        "supervision_lists":["2026:water"],"longitude":108.95,"latitude":34.23,"datum":"CGCS2000","valid_from":"2025-01-01"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"source_id":"99E001","name":"示例污水处理厂（虚构）","uscc":"91990102MA990001X4","industry_code":"D4620","division_code":"990102"}
                        {"source_id":"99E002","name":"示例热电厂（虚构）","uscc":"91990102MA99000284","industry_code":"D4412","division_code":"990102"}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        source_id,name,uscc,permit_no,industry_code,division_code,supervision_lists,valid_from
                        99E001,示例污水处理厂（虚构）,91990102MA990001X4,91990102MA990001X4001P,D4620,990102,2025:water;2026:water,2025-01-01
                        """));
    }

    static List<BatchSample> outlets() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"source_id":"99E001","outlet_code":"DW001","name":"废水总排口","medium":"water","discharge_to":"示例河","longitude":108.951,"latitude":34.231,\
                        "datum":"CGCS2000","valid_from":"2025-01-01"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"outlet_id":"99E001.DW001","source_id":"99E001","outlet_code":"DW001","name":"废水总排口"}
                        {"outlet_id":"99E002.DA001","source_id":"99E002","outlet_code":"DA001","name":"1 号锅炉烟囱","reference_oxygen":6}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        outlet_id,name,discharge_to,valid_from
                        99E001.DW001,废水总排口,示例河,2025-01-01
                        """));
    }

    static List<BatchSample> limits() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"source_id":"99E001","outlet_code":"DW001","factor_code":"w01018","averaging":"24h","limit_high":50,"unit":"mg/L",\
                        "limit_standard":"GB 18918-2002","basis":"standard","valid_from":"2025-01-01"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"limit_id":"99E001.DW001.w01018.24h","source_id":"99E001","outlet_code":"DW001","factor_code":"w01018","averaging":"24h","limit_high":50,"unit":"mg/L"}
                        {"limit_id":"99E001.DW001.w01001.any","source_id":"99E001","outlet_code":"DW001","factor_code":"w01001","averaging":"any","limit_low":6,"limit_high":9}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        limit_id,limit_low,limit_high,unit,judged_on,basis,valid_from
                        99E001.DW001.w01018.24h,,50,mg/L,measured,permit,2025-01-01
                        """));
    }
}
