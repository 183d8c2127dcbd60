package org.envdisclosure.air;

import java.util.List;
import org.envdisclosure.platform.ingest.BatchSample;
import org.envdisclosure.platform.ingest.BodyFormat;

/** Small batches for the API document. The stations and values are made up: no such place was measured. */
final class AirBatchSamples {

    private AirBatchSamples() {
    }

    static List<BatchSample> stations() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"station_code":"9901A","name":"示例一站","name_en":"Sample Station 1","city_code":"990100","city_name":"示例市",\
                        "division_code":"990102","longitude":109.0,"latitude":33.0,"datum":"CGCS2000","site_type":"urban",\
                        "control_level":"national","in_city_evaluation":true,\
                        "measured_pollutants":["PM2.5","PM10","SO2","NO2","O3","CO"],"valid_from":"2026-01-01"}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"station_code":"9901A","name":"示例一站","city_code":"990100","longitude":109.0,"latitude":33.0}
                        {"station_code":"9902A","name":"示例二站","city_code":"990100","longitude":109.05,"latitude":33.0}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        station_code,name,city_code,city_name,longitude,latitude,measured_pollutants,valid_from
                        9901A,示例一站,990100,示例市,109.0,33.0,PM2.5;PM10;SO2;NO2;O3;CO,2026-01-01
                        9902A,示例二站,990100,示例市,109.05,33.0,PM2.5;PM10;SO2;NO2;O3;CO,2026-01-01
                        """));
    }

    static List<BatchSample> hours() {
        return List.of(
                new BatchSample("native", BodyFormat.JSON, """
                        [{"station_code":"9901A","observed_at":"2026-05-01T13:00:00+08:00",\
                        "pm25":35,"pm10":48,"so2":7,"no2":28,"o3":64,"co":0.6}]"""),
                new BatchSample("native", BodyFormat.NDJSON, """
                        {"station_code":"9901A","observed_at":"2026-05-01T13:00:00+08:00","pm25":35,"pm10":48,"so2":7,"no2":28,"o3":64,"co":0.6}
                        {"station_code":"9902A","observed_at":"2026-05-01T13:00:00+08:00","pm25":33,"pm10":null,"so2":6,"no2":26,"o3":66,"co":0.5}
                        """),
                new BatchSample("native", BodyFormat.CSV, """
                        station_code,observed_at,pm25,pm10,so2,no2,o3,co
                        9901A,2026-05-01T13:00:00+08:00,35,48,7,28,64,0.6
                        9902A,2026-05-01T13:00:00+08:00,33,,6,26,66,0.5
                        """),
                new BatchSample("cnemc", BodyFormat.CSV, """
                        timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,\
                        o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h
                        2026-05-01T1300,9901A,109.0,33.0,示例市,示例一站,—,50,48,58,35,31,64,90,88,52,28,24,7,6,0.6,0.6
                        """),
                new BatchSample("china-sites", BodyFormat.CSV, """
                        date,hour,type,9901A,9902A
                        20260501,13,AQI,50,48
                        20260501,13,PM2.5,35,33
                        20260501,13,PM10,48,
                        20260501,13,SO2,7,6
                        20260501,13,NO2,28,26
                        20260501,13,O3,64,66
                        20260501,13,CO,0.6,0.5
                        """));
    }
}
