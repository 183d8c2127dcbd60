package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSettingsTest {

    @Test
    void without_settings_the_database_is_embedded_in_the_folder_data() {
        assertThat(DatabaseSettings.from(Map.of()))
                .isEqualTo(new DatabaseSettings.Embedded(Path.of("data").toAbsolutePath()));
    }

    @Test
    void the_data_folder_can_be_named(@TempDir Path folder) {
        assertThat(DatabaseSettings.from(Map.of("ENVD_DATA_DIR", folder + "/a/../b")))
                .isEqualTo(new DatabaseSettings.Embedded(folder.resolve("b")));
    }

    @Test
    void with_a_url_no_folder_is_touched_and_nothing_is_started(@TempDir Path folder) {
        Path data = folder.resolve("data");

        RunningDatabase database = DatabaseSettings.from(Map.of("ENVD_DATABASE_URL", " postgresql://env:x@db.example.org/air\n",
                "ENVD_DATA_DIR", data.toString())).open();
        database.close();

        assertThat(database.url()).hasToString("postgresql://env@db.example.org:5432/air");
        assertThat(data).doesNotExist();
    }

    @Test
    void an_empty_url_is_not_taken_for_none() {
        assertThatThrownBy(() -> DatabaseSettings.from(Map.of("ENVD_DATABASE_URL", " "))).isInstanceOf(SettingException.class)
                .hasMessage("ENVD_DATABASE_URL is set but empty. Give it as postgresql://user:password@host:port/database,"
                        + " or unset it to use the embedded database.");
    }

    @Test
    void an_empty_data_folder_is_refused() {
        assertThatThrownBy(() -> DatabaseSettings.from(Map.of("ENVD_DATA_DIR", ""))).isInstanceOf(SettingException.class)
                .hasMessage("ENVD_DATA_DIR is set but empty. Name a folder, or unset it to use the folder 'data'.");
    }
}
