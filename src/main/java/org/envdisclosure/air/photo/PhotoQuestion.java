package org.envdisclosure.air.photo;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its query and headers describe it.
 *
 * @param announced the Content-Length, or null
 */
record PhotoQuestion(PhotoKey key, PictureKind kind, boolean replacesWithdrawn, @Nullable String announced) {

    static final String FIRST_CAMERA = "1";
    private static final List<String> PARAMETERS = List.of("station", "taken_at", "camera", "replace_withdrawn");

    /**
     * @param latest moment that is not yet of the future
     * @throws ApiProblem 400 for a parameter, 415 for what says it is neither JPEG nor PNG
     */
    static PhotoQuestion of(RoutingContext context, Instant latest) {
        Asked asked = Asked.of(context);
        QueryString query = asked.query().allowing(PARAMETERS);
        String station = query.one("station").orElseThrow(() -> ApiProblem.parameter("station", "缺少 station：点位编码", "station is missing: the code of the station"));
        Filters.requireCode("station", station);
        String replace = query.one("replace_withdrawn").orElse("false");
        Filters.requireWord("replace_withdrawn", replace, List.of("true", "false"));
        return new PhotoQuestion(new PhotoKey(station, camera(query), takenAt(query, latest)), kind(asked), replace.equals("true"), asked.header("Content-Length"));
    }

    static String camera(QueryString query) {
        String camera = query.one("camera").orElse(FIRST_CAMERA);
        Filters.requireCode("camera", camera);
        return camera;
    }

    private static Instant takenAt(QueryString query, Instant latest) {
        Instant takenAt = query.one("taken_at").flatMap(TimeText::instant).map(time -> time.truncatedTo(ChronoUnit.MICROS))
                .orElseThrow(() -> ApiProblem.parameter("taken_at", "taken_at 为带时区的拍摄时刻，如 2026-10-31T12:00:00+08:00",
                        "taken_at is the moment of the picture with its offset, such as 2026-10-31T12:00:00+08:00"));
        if (takenAt.isAfter(latest)) {
            throw ApiProblem.parameter("taken_at", "taken_at 是将来的时刻；请核对摄像头的时钟与时区", "taken_at lies in the future; check the camera's clock and the offset");
        } else if (ChinaTime.dateOf(takenAt).getYear() < TimeText.FIRST_YEAR) {
            throw ApiProblem.parameter("taken_at", "taken_at 过早", "taken_at lies too far back");
        }
        return takenAt;
    }

    private static PictureKind kind(Asked asked) {
        String coding = asked.header("Content-Encoding");
        String type = String.valueOf(asked.header("Content-Type")).split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("图片不接受 Content-Encoding；请原样发送", "a picture takes no Content-Encoding; send the file as it is");
        }
        return PictureKind.ofMediaType(type).orElseThrow(() -> ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
                "请求体为图片文件本身；请以 Content-Type: image/jpeg 或 image/png 注明",
                "the body is the picture's file itself; say Content-Type: image/jpeg or image/png"));
    }

    /** What the file says it is must be what it is. */
    void requireKind(byte[] file) {
        PictureKind found = PictureKind.of(file).orElseThrow(() -> ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
                "请求体既不是 JPEG 也不是 PNG 文件", "the body is neither a JPEG nor a PNG file"));
        if (found != kind) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Content-Type 为 %s，文件却是 %s；请更正 Content-Type".formatted(kind.mediaType(), found.mediaType()),
                    "Content-Type says %s, the file is %s; correct the Content-Type".formatted(kind.mediaType(), found.mediaType()));
        }
    }
}
