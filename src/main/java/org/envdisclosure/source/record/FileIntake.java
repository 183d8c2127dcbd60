package org.envdisclosure.source.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.picture.PictureIntake;
import org.envdisclosure.platform.picture.PictureKind;
import org.envdisclosure.platform.picture.RefusedPicture;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes of a received file what is kept of it. */
@ApplicationScoped
class FileIntake {

    private static final int PATIENCE_SECONDS = 10;

    private final RecordConfig config;
    private final PictureIntake pictures;
    /** A file is held in memory while it is read. */
    private final Semaphore places;

    FileIntake(RecordConfig config, PictureIntake pictures) {
        this.config = config;
        this.pictures = pictures;
        this.places = new Semaphore(config.filesAtOnce(), true);
    }

    /** What is done with a file that has arrived. */
    @FunctionalInterface
    interface Then<T> {
        T with(byte[] file) throws IOException;
    }

    /**
     * Reads a body to its end, which blocks, and hands it on.
     *
     * @throws ApiProblem 413 for one that is too large, 429 while others are read for long
     */
    <T> T receive(InputStream body, FileQuestion question, Then<T> then) {
        if (question.announced() != null && question.announced().matches("\\d{1,18}") && Long.parseLong(question.announced()) > config.largestFile()) {
            throw tooLarge();
        }
        enter();
        try {
            byte[] file = whole(body);
            if (file.length > config.largestFile()) {
                throw tooLarge();
            }
            return then.with(file);
        } catch (IOException unwritten) {
            // the disk's fault or ours, never the sender's
            throw new UncheckedIOException(unwritten);
        } finally {
            places.release();
        }
    }

    private byte[] whole(InputStream body) {
        try {
            return body.readNBytes(config.largestFile() + 1);
        } catch (IOException cut) {
            throw ProblemType.INVALID_BODY.because("文件在传输中中断；什么也没有保存，请重新发送", "the file ended early, so nothing was stored; send it again");
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw ProblemType.INGEST_BUSY.because("同时接收的文件已达上限，请稍后重发", "as many files as allowed are being taken in; send it again shortly").withHeader("Retry-After", "5");
    }

    private ApiProblem tooLarge() {
        return ProblemType.TOO_LARGE.because("文件最大 %d 字节".formatted(config.largestFile()), "a file has at most %d bytes".formatted(config.largestFile()));
    }

    /** @throws ApiProblem 415 for a file that is not what it says, 422 for one that cannot be used */
    PreparedFile prepare(byte[] file, String mediaType) throws IOException {
        return switch (mediaType) {
            case "application/pdf" -> PdfFile.prepared(file);
            case "image/jpeg", "image/png" -> picture(file, PictureKind.ofMediaType(mediaType).orElseThrow());
            default -> text(file);
        };
    }

    private PreparedFile picture(byte[] file, PictureKind kind) {
        @Nullable PictureKind found = PictureKind.of(file).orElse(null);
        if (found != kind) {
            throw notWhatItSays(kind.mediaType());
        }
        try {
            return new PreparedFile(pictures.prepare(file, kind, List.of()).file(), "", false);
        } catch (RefusedPicture refused) {
            throw ProblemType.UNREADABLE_PICTURE.because(refused.detail().zh(), refused.detail().en());
        }
    }

    private static PreparedFile text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') < 0) {
                return new PreparedFile(file, text, true);
            }
        } catch (CharacterCodingException anotherCoding) {
            // told below
        }
        throw notWhatItSays("UTF-8");
    }

    static ApiProblem notWhatItSays(String what) {
        return ProblemType.UNSUPPORTED_MEDIA_TYPE.because("文件不是有效的 " + what, "the file is no valid " + what);
    }
}
