package org.envdisclosure.water;

import java.util.List;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;

/** Small batches for the API document. Sections and values are made up: no such place was sampled. */
final class WaterBatchSamples {

    private WaterBatchSamples() {
    }

    static List<BatchSample> sections() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"section_code":"99S001","name":"示例断面","province":"示例省","basin":"示例流域","river":"示例河","waterbody":"river",\
                        "target_class":"III","control_level":"national","section_role":"assessed","responsible_city_code":"990100",\
                        "characteristic_items":["fluoride"],"longitude":109.2,"latitude":33.1,"datum":"CGCS2000","valid_from":"2026-01-01"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"section_code":"99S001","name":"示例断面","province":"示例省","basin":"示例流域","river":"示例河"}
                        {"section_code":"99S002","name":"示例湖心","province":"示例省","basin":"示例流域","river":"示例湖","waterbody":"lake"}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        section_code,name,province,basin,river,waterbody,target_class,valid_from
                        99S001,示例断面,示例省,示例流域,示例河,river,III,2026-01-01
                        """));
    }

    static List<BatchSample> readings() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"section_code":"99S001","sampled_at":"2026-10-31T08:00:00+08:00","water_temperature":18.4,"ph":7.62,"dissolved_oxygen":8.31,\
                        "conductivity":412.5,"turbidity":6.2,"codmn":2.86,"nh3n":"0.124","tp":0.0521,"tn":1.62}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"section_code":"99S001","sampled_at":"2026-10-31T12:00:00+08:00","ph":7.6,"dissolved_oxygen":8.2,"codmn":2.9,"nh3n":"0.025L","tp":0.05}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        section_code,sampled_at,ph,dissolved_oxygen,codmn,nh3n,tp,station_state
                        99S001,2026-10-31T16:00:00+08:00,7.6,8.2,2.9,0.12,0.05,normal
                        99S001,2026-10-31T20:00:00+08:00,--,--,--,--,--,maintenance
                        """),
                new BatchSample("cnemc-water", BodyFormat.CSV, """
                        file_date,province,basin,section,time_mmdd_hhmm,class,temp,temp_raw,pH,pH_raw,DO,DO_raw,CODMn,CODMn_raw,NH3,NH3_raw,TP,TP_raw,status
                        2026-10-31,示例省,示例流域,示例断面,10-31 08:00,Ⅱ,18.4,18.43,7.62,7.618,8.31,8.312,2.86,2.857,0.12,0.124,0.052,0.0521,正常
                        """));
    }

    static List<BatchSample> manualSamples() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"section_code":"99S001","sampled_at":"2026-10-12T10:30:00+08:00","ph":7.6,"dissolved_oxygen":8.3,"codmn":2.9,"cod":11,\
                        "bod5":1.8,"nh3n":"0.025L","tp":0.05,"fluoride":0.31,"lead":"ND","detection_limit":["lead:0.002"],"method":"HJ 91.2-2022"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"section_code":"99S001","sampled_at":"2026-10-12","ph":7.6,"dissolved_oxygen":8.3,"codmn":2.9,"nh3n":0.12,"tp":0.05}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        section_code,sampled_at,ph,dissolved_oxygen,codmn,nh3n,tp,petroleum
                        99S001,2026-10-12T10:30:00+08:00,7.6,8.3,2.9,0.12,0.05,0.01L
                        """));
    }
}
