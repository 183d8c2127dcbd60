package org.envdisclosure.air.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The declaration of the views. */
@ApplicationScoped
class PhotoDatasets {

    private static final List<String> OF_REGISTER = List.of("station_code", "city_code", "city_name", "valid_from", "valid_to");

    @Produces
    @Singleton
    @Named(PhotoTable.DATASET)
    Dataset photos() {
        return Dataset.named(PhotoTable.DATASET, "/air/photos")
                .title("空气监测点位实景图片", "Live views of air quality stations")
                .description("点位摄像头拍摄的图片，已去除全部元数据并涂黑遮挡区域；可附理由撤下，撤下后任何历史状态均只显示编号、时刻与理由。",
                        "Pictures of the stations' cameras, without any metadata and with masked regions painted over. One can be taken down with a reason; "
                                + "every past state then shows its key, the moment and the reason alone.")
                .columns(PhotoTable.columns())
                .key("taken_at", "station_code", "camera")
                .time("taken_at", TimeAxis.Kind.INSTANT)
                .filters(Filters.codes("station", "station_code", LocalizedText.of("点位编码", "Station codes"), "9901A"), city(),
                        Filters.codes("camera", "camera", LocalizedText.of("摄像头编号", "Cameras"), "1"), new NewestPhotos())
                .keywords(LocalizedText.of("实景图片", "live view"), LocalizedText.of("空气质量", "air quality"))
                .derived((asOf, now) -> PhotoTable.at(asOf), PhotoTable.DATASET, "air-stations")
                .storedIn(PhotoTable.TAKEN.name())
                .cadence("PT1H")
                .build();
    }

    @Produces
    @Singleton
    DatasetOperation onePhoto(@Named(PhotoTable.DATASET) Dataset photos) {
        return DatasetOperation.single("air-photo", photos);
    }

    /** The station belonged to the city on the day of the view. */
    private static Filter city() {
        return Filters.single(new Filter.Parameter("city",
                LocalizedText.of("城市代码（GB/T 2260）或准确名称", "City codes (GB/T 2260) or exact names"), "990100", true), PhotoDatasets::ofCity);
    }

    private static Sql ofCity(List<String> values, @Nullable AsOf asOf) {
        return Sql.of("EXISTS (SELECT 1 FROM ").then(Relation.revisedAt("air-stations", "air_stations", OF_REGISTER, asOf))
                .then(" WHERE air_stations.station_code = air_photos.station_code")
                .then(" AND (air_photos.taken_at AT TIME ZONE INTERVAL '+08:00')::date >= air_stations.valid_from")
                .then(" AND (air_stations.valid_to IS NULL OR (air_photos.taken_at AT TIME ZONE INTERVAL '+08:00')::date < air_stations.valid_to) AND ")
                .then(Sql.or(List.of(Sql.oneOf("air_stations.city_code", values), Sql.oneOf("air_stations.city_name", values)))).then(")");
    }
}
