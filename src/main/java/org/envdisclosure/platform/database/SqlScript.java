package org.envdisclosure.platform.database;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration, held in memory: Flyway's own search of the class path does not see into the packaged service. */
final class SqlScript extends LoadableResource {

    private final String folder;
    private final String file;
    private final String sql;

    SqlScript(String folder, String file, String sql) {
        this.folder = folder;
        this.file = file;
        this.sql = sql;
    }

    /** @param after how many versioned migrations the room has: a new one may take away what the SQL had made, so that is run again after it */
    static SqlScript repeatable(String folder, GeneratedSql generated, int after) {
        if (!generated.name().matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "generated SQL must have a name of a-z, 0-9 and _, not '" + generated.name() + "'");
        }
        return new SqlScript(folder, "R__" + generated.name() + ".sql", generated.sql() + "\n-- after " + after + " migrations\n");
    }

    String sql() {
        return sql;
    }

    @Override
    public Reader read() {
        return new StringReader(sql);
    }

    @Override
    public String getAbsolutePath() {
        return folder + "/" + file;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return file;
    }

    /** What Flyway writes into the history as the script's name. */
    @Override
    public String getRelativePath() {
        return file;
    }
}
