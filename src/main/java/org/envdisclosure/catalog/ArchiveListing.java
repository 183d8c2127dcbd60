package org.envdisclosure.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.archive.Archive;
import org.envdisclosure.platform.archive.ArchiveFormat;
import org.envdisclosure.platform.archive.ArchivedDataset;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeRange;
import org.envdisclosure.platform.web.JsonMembers;

/** What is told of a month's file. */
public final class ArchiveListing {

    /** In the order they are told in. */
    public static final List<Column> COLUMNS = List.of(
            Column.code("dataset", "数据集", "Dataset").like("air-hourly"),
            Column.code("month", "月份", "The month covered").like("2026-10"),
            Column.code("format", "文件格式", "What the file is").oneOf(Arrays.stream(ArchiveFormat.values()).map(ArchiveFormat::wire).toArray(String[]::new))
                    .like("csv.gz"),
            Column.code("url", "下载地址", "Where it is; no other content is ever given there").like("/api/v1/archives/air-hourly_2026-10_r1234_1f0c9a2e.csv.gz"),
            Column.code("sha256", "文件的 SHA-256，也是其 ETag", "SHA-256 of the file, which is its ETag too")
                    .like("1f0c9a2ec1fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            Column.integer("bytes", "文件字节数", "Bytes of the file").like(4_812_345),
            Column.integer("rows", "行数", "Rows").like(1_296_000),
            Column.instant("from", "所含时段的起点，用法同参数 from", "Start of the time covered, as the parameter from takes it").like("2026-10-01T00:00:00+08:00"),
            Column.instant("to", "所含时段的终点，用法同参数 to", "End of the time covered, as the parameter to takes it").like("2026-11-01T00:00:00+08:00"),
            Column.integer("revision", "写文件时该月的最新修订号", "The newest revision that had touched the month").like(1234),
            Column.instant("built_at", "成文时间", "When the file was written").like("2026-11-04T00:00:21+08:00"));

    private ArchiveListing() {
    }

    static Map<String, Object> of(Archive archive) {
        TimeRange covered = ArchivedDataset.covered(archive.month());
        return JsonMembers.of("dataset", archive.dataset())
                .with("month", archive.month().toString())
                .with("format", archive.format().wire())
                .with("url", archive.url())
                .with("sha256", archive.sha256())
                .with("bytes", archive.bytes())
                .with("rows", archive.rows())
                .with("from", covered.from() == null ? null : ChinaTime.format(covered.from()))
                .with("to", covered.to() == null ? null : ChinaTime.format(covered.to()))
                .with("revision", archive.revision())
                .with("built_at", ChinaTime.format(archive.builtAt())).map();
    }
}
