package org.envdisclosure.platform.dataset;

import org.jspecify.annotations.Nullable;

/** What a column holds, and so how it looks in SQL, JSON Schema and CSVW. */
public enum ColumnType {
    /** An identifier or a word of a closed list; never defused in CSV. */
    CODE("text", "string", null, "string"),
    /** Free text; a spreadsheet formula in it is defused in CSV. */
    TEXT("text", "string", null, "string"),
    /** A decimal that prints back digit for digit. */
    DECIMAL("numeric", "number", null, "decimal"),
    INTEGER("integer", "integer", "int32", "integer"),
    BOOLEAN("boolean", "boolean", null, "boolean"),
    /** An instant; on the wire {@code 2026-05-01T13:00:00+08:00}. */
    INSTANT("timestamptz", "string", "date-time", "dateTimeStamp"),
    /** A calendar day; on the wire {@code 2026-05-01}. */
    DATE("date", "string", "date", "date"),
    /** A list of codes: an array in JSON, joined by {@code ;} in CSV. */
    CODE_LIST("text[]", "array", null, "string"),
    /** A list of small flat objects with declared members: an array of objects in JSON, that array as text in CSV and Parquet. */
    RECORDS("json", "array", null, "json");

    private final String sqlType;
    private final String jsonType;
    private final @Nullable String jsonFormat;
    private final String csvwType;

    ColumnType(String sqlType, String jsonType, @Nullable String jsonFormat, String csvwType) {
        this.sqlType = sqlType;
        this.jsonType = jsonType;
        this.jsonFormat = jsonFormat;
        this.csvwType = csvwType;
    }

    public String sqlType() {
        return sqlType;
    }

    public String jsonType() {
        return jsonType;
    }

    public @Nullable String jsonFormat() {
        return jsonFormat;
    }

    public String csvwType() {
        return csvwType;
    }
}
