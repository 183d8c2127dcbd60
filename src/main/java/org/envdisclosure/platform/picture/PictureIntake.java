package org.envdisclosure.platform.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Takes pictures in within bounds of memory: so many arriving, so many decoded at once. What is received is held in memory alone and
 * never written anywhere, so no unpainted picture outlives its request.
 */
@ApplicationScoped
public class PictureIntake {

    private static final int PERCENT = 100;

    private final PictureConfig config;
    private final Semaphore arriving;
    private final Semaphore decoding;

    PictureIntake(PictureConfig config) {
        this.config = config;
        this.arriving = new Semaphore(config.receiving());
        this.decoding = new Semaphore(config.decoding(), true);
    }

    /**
     * Reads a body to its end, which blocks, and hands it on.
     *
     * @param announced the Content-Length, or null
     * @throws ApiProblem 413 as soon as it is known to be too large, 429 while too many are arriving, 400 when it is cut
     */
    public <T> T receive(InputStream body, @Nullable String announced, Function<byte[], T> then) {
        if (announced != null && announced.matches("\\d{1,18}") && Long.parseLong(announced) > config.maxBytes()) {
            throw tooLarge();
        } else if (!arriving.tryAcquire()) {
            throw busy();
        }
        try {
            return then.apply(read(body));
        } finally {
            arriving.release();
        }
    }

    private byte[] read(InputStream body) {
        byte[] bytes;
        try {
            bytes = body.readNBytes(config.maxBytes() + 1);
        } catch (IOException cut) {
            throw ProblemType.INVALID_BODY.because("请求体在传输中中断，什么也没有保存；请重新发送", "the body ended early, so nothing was stored; send it again");
        }
        if (bytes.length > config.maxBytes()) {
            throw tooLarge();
        }
        return bytes;
    }

    private ApiProblem tooLarge() {
        return ProblemType.TOO_LARGE.because("图片最大 %d 字节；请降低分辨率或质量".formatted(config.maxBytes()),
                "a picture has at most %d bytes; lower its resolution or its quality".formatted(config.maxBytes()));
    }

    /**
     * Makes of a received file what is kept; blocks while others are decoded.
     *
     * @param covered painted black, also in the thumbnail
     * @throws RefusedPicture when it cannot be decoded, or is too large decoded
     * @throws ApiProblem     429 when others are decoded for too long
     */
    public PreparedPicture prepare(byte[] received, PictureKind kind, List<Region> covered) throws RefusedPicture {
        ScannedPicture scanned = ScannedPicture.of(received, kind);
        requireFits(scanned);
        enter();
        try {
            return prepared(scanned, covered);
        } finally {
            decoding.release();
        }
    }

    private void requireFits(ScannedPicture scanned) throws RefusedPicture {
        if (scanned.pixels() > config.maxPixels()) {
            throw tooMuch(scanned, "超过 %d 像素的上限；请缩小后再发送".formatted(config.maxPixels()),
                    "over the limit of %d pixels; scale it down before sending".formatted(config.maxPixels()));
        } else if (scanned.longestSide() > config.maxSide()) {
            throw tooMuch(scanned, "最长边超过 %d 像素的上限；请缩小或裁切后再发送".formatted(config.maxSide()),
                    "over the limit of %d pixels a side; scale it down or crop it before sending".formatted(config.maxSide()));
        } else if (scanned.decodedBytes() > config.maxDecodedBytes()) {
            throw tooMuch(scanned, "每像素 %d 字节，解码后超过 %d 字节的上限；请以 8 位 RGB 保存，或缩小后再发送".formatted(scanned.depth(), config.maxDecodedBytes()),
                    "of %d bytes a pixel, over the limit of %d bytes decoded; save it with 8 bits of RGB, or scale it down before sending"
                            .formatted(scanned.depth(), config.maxDecodedBytes()));
        }
    }

    private static RefusedPicture tooMuch(ScannedPicture scanned, String zh, String en) {
        return new RefusedPicture("图片为 %d×%d，".formatted(scanned.width(), scanned.height()) + zh,
                "the picture is %d by %d, ".formatted(scanned.width(), scanned.height()) + en);
    }

    private PreparedPicture prepared(ScannedPicture scanned, List<Region> covered) throws RefusedPicture {
        BufferedImage picture = Raster.upright(PictureCodec.decode(scanned), scanned.orientation());
        Raster.cover(picture, covered);
        float quality = config.jpegQuality() / (float) PERCENT;
        byte[] thumbnail = PictureCodec.encode(Raster.fitting(picture, config.thumbnail()), PictureKind.JPEG, quality);
        return new PreparedPicture(scanned.kind(), picture.getWidth(), picture.getHeight(), PictureCodec.encode(picture, scanned.kind(), quality), thumbnail);
    }

    private void enter() {
        try {
            if (decoding.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static ApiProblem busy() {
        return ProblemType.INGEST_BUSY.because("同时处理的图片已达上限，请稍后重发", "as many pictures as allowed are being taken in; send it again shortly")
                .withHeader("Retry-After", "5");
    }
}
