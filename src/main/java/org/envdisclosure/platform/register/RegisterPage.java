package org.envdisclosure.platform.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.web.EntityTags;
import org.jspecify.annotations.Nullable;

/** The page of one entry: its newest version that has begun, and the validator that stands for all its versions. */
final class RegisterPage {

    private RegisterPage() {
    }

    /** A change of any version is a new state, and so is a day on which another version begins. */
    static Sql state(Register<?> register, String code, LocalDate today) {
        return Sql.of("""
                SELECT s.revision AS state_revision, r.published_at AS state_moment,
                       'r' || s.revision || '-' || coalesce(to_char(s.begun, 'YYYY-MM-DD'), '') || coalesce('-' || (""")
                .then(register.besides(code, today)).then("""
                ), '') AS state_validator, r.published_at AS state_changed
                  FROM (SELECT coalesce(max(revision), 0) AS revision, max(valid_from) FILTER (WHERE valid_from <= ? AND valid_to IS DISTINCT FROM valid_from) AS begun
                          FROM %s WHERE %s = ?) AS s
                  LEFT JOIN dataset_revision r ON r.dataset = ? AND r.revision = s.revision
                """.formatted(register.table().name(), register.codeColumn()), today, code, register.dataset());
    }

    /** The tag {@link #state} would give, without what stands besides the entry: it names the state for a write, and no page. */
    static String tag(Versions<?> versions, LocalDate today) {
        Version begun = versions.begun(today);
        return EntityTags.of("r" + versions.revision() + "-" + (begun == null ? "" : begun.validFrom));
    }

    /** The register's columns of a version. */
    static <V extends Version> Map<String, @Nullable Object> told(Register<V> register, V version) {
        Map<String, Object> values = register.values(version);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (Column column : register.columns()) {
            String name = column.name();
            if (column.type() == ColumnType.RECORDS) {
                // of another register, and no part of the entry
                continue;
            }
            Object value = name.equals(register.codeColumn()) ? version.code : name.equals(Register.VALID_FROM) ? version.validFrom
                    : name.equals(Register.VALID_TO) ? version.validTo : values.get(name);
            told.put(name, value instanceof LocalDate day ? day.toString() : value);
        }
        return told;
    }
}
