package org.envdisclosure.place;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.envdisclosure.platform.database.GeneratedSql;
import org.envdisclosure.platform.sql.SqlLiteral;

/** Fills the table of divisions from the list that is part of the service. */
@ApplicationScoped
@Unremovable
class DivisionTable implements GeneratedSql {

    private static final String LIST = "/org/envdisclosure/place/divisions.csv";

    @Override
    public String room() {
        return "place";
    }

    @Override
    public String name() {
        return "divisions";
    }

    @Override
    public String sql() {
        List<String> rows = new ArrayList<>();
        for (String line : lines()) {
            // codes and Chinese names: neither holds a comma or a quote
            String[] cells = line.split(",", -1);
            rows.add("(" + SqlLiteral.of(cells[0]) + ", " + SqlLiteral.of(cells[1]) + ", " + SqlLiteral.of(cells[2]) + ", "
                    + (cells[3].isEmpty() ? "NULL" : SqlLiteral.of(cells[3])) + ")");
        }
        return "INSERT INTO division (division_code, name, level, parent_code) VALUES\n" + String.join(",\n", rows)
                + "\nON CONFLICT (division_code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code;";
    }

    private static List<String> lines() {
        try (InputStream list = Objects.requireNonNull(DivisionTable.class.getResourceAsStream(LIST), LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
