package org.envdisclosure.cli;

import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how much of a file is sent, or read on its way through a mapping; wiped off at the end, when the file's line takes its place. */
final class SendingBar implements Runnable, AutoCloseable {

    private static final int UPDATE_MILLIS = 200;

    private final Upload upload;
    private final @Nullable ProgressBar bar;

    private SendingBar(Upload upload, @Nullable ProgressBar bar) {
        this.upload = upload;
        this.bar = bar;
    }

    static SendingBar none(Upload upload) {
        return new SendingBar(upload, null);
    }

    static SendingBar on(PrintWriter terminal, String label, Upload upload) {
        Unit unit = Unit.of(upload.file().expected());
        return new SendingBar(upload, new ProgressBarBuilder()
                .setTaskName(label.substring(label.lastIndexOf('/') + 1))
                .setInitialMax(upload.file().expected())
                .setUnit(" " + unit, unit.bytes)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new OneLine(terminal))
                .clearDisplayOnFinish()
                .build());
    }

    @Override
    public void run() {
        if (bar != null) {
            bar.stepTo(upload.file().taken());
            if (upload.file().taken() == upload.file().expected()) {
                bar.setExtraMessage("sent, waiting");
            }
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            run();
            bar.refresh();
            bar.close();
        }
    }

    private enum Unit {
        B(1), kB(1_000), MB(1_000_000);

        private final long bytes;

        Unit(long bytes) {
            this.bytes = bytes;
        }

        static Unit of(long length) {
            return length == CountedStream.UNKNOWN || length >= 10 * MB.bytes ? MB : length >= 10 * kB.bytes ? kB : B;
        }
    }

    // the library's own one asks the terminal for its width through native code; 79 columns fit everywhere
    private record OneLine(PrintWriter terminal) implements ProgressBarConsumer {

        private static final int COLUMNS = 79;

        @Override
        public int getMaxRenderedLength() {
            return COLUMNS;
        }

        @Override
        public void accept(String rendered) {
            terminal.print("\r" + rendered);
            terminal.flush();
        }

        @Override
        public void clear() {
            accept(" ".repeat(COLUMNS) + "\r");
        }

        @Override
        public void close() {
            terminal.flush();
        }
    }
}
