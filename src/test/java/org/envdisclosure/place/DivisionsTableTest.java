package org.envdisclosure.place;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of GB/T 2260 codes is read as facts by everything that names a city, so its shape is checked here. */
class DivisionsTableTest {

    private static final Path REAL_AIR = Path.of("..", "shared", "data", "air");
    private static final List<Division> TABLE = table();

    private record Division(String code, String name, String level, String parent) {
        static Division of(NamedCsvRecord row) {
            return new Division(row.getField("division_code"), row.getField("name"), row.getField("level"),
                    row.getField("parent_code"));
        }
    }

    @Test
    void the_table_holds_every_province_city_and_county() {
        assertThat(TABLE.stream().collect(groupingBy(Division::level, counting())))
                .isEqualTo(Map.of("province", 27L, "city", 338L, "county", 2846L));
    }

    @Test
    void codes_have_six_digits_stand_once_and_in_order() {
        assertThat(TABLE).extracting(Division::code)
                .allMatch(code -> code.matches("[1-6][0-9]{5}"))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void provinces_and_municipalities_alone_have_no_parent() {
        assertThat(TABLE).filteredOn(division -> division.parent().isEmpty())
                .hasSize(31)
                .allMatch(division -> division.code().endsWith("0000"))
                .filteredOn(division -> division.level().equals("city")).extracting(Division::name)
                .containsExactly("北京市", "天津市", "上海市", "重庆市");
    }

    @Test
    void a_parent_stands_in_the_table_one_level_up_and_in_the_same_province() {
        Map<String, Division> byCode = TABLE.stream().collect(toMap(Division::code, Function.identity()));
        assertThat(TABLE).filteredOn(division -> !division.parent().isEmpty()).allSatisfy(division -> {
            Division parent = byCode.get(division.parent());
            assertThat(parent).as(division.name()).isNotNull();
            assertThat(parent.code().substring(0, 2)).isEqualTo(division.code().substring(0, 2));
            assertThat(parent.level()).isIn(division.level().equals("city") ? Set.of("province") : Set.of("province", "city"));
        });
    }

    @Test
    void a_city_is_found_by_its_name_alone() {
        assertThat(TABLE).filteredOn(division -> !division.level().equals("county"))
                .extracting(Division::name).doesNotHaveDuplicates();
        assertThat(TABLE).filteredOn(division -> division.name().endsWith("市"))
                .as("county-level cities share no name with each other or with a city")
                .extracting(Division::name).doesNotHaveDuplicates();
    }

    @Test
    void a_county_is_found_by_its_name_within_its_parent() {
        assertThat(TABLE).filteredOn(division -> division.level().equals("county"))
                .extracting(division -> division.parent() + division.name()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} is {1}, a {2} of {3}")
    @CsvSource({
        "110000, 北京市, city,",
        "110105, 朝阳区, county, 110000",
        "130181, 辛集市, county, 130100",
        "130682, 定州市, county, 130600",
        "133100, 雄安新区, city, 130000",
        "320583, 昆山市, county, 320500",
        "419001, 济源市, county, 410000",
        "420500, 宜昌市, city, 420000",
        "420600, 襄阳市, city, 420000",
        "429004, 仙桃市, county, 420000",
        "460400, 儋州市, city, 460000",
        "640000, 宁夏回族自治区, province,",
        "640100, 银川市, city, 640000",
        "653000, 克孜勒苏柯尔克孜自治州, city, 650000",
        "659001, 石河子市, county, 650000"})
    void a_known_division(String code, String name, String level, String parent) {
        assertThat(TABLE).contains(new Division(code, name, level, parent == null ? "" : parent));
    }

    @Test
    void every_area_of_the_national_feed_is_a_city_or_one_county() throws IOException {
        assumeThat(Files.isDirectory(REAL_AIR)).as("%s is absent: the areas of the real feed were not compared", REAL_AIR).isTrue();
        Set<String> unambiguous = TABLE.stream().collect(groupingBy(Division::name, counting())).entrySet().stream()
                .filter(named -> named.getValue() == 1).map(Map.Entry::getKey).collect(toSet());
        assertThat(areas()).hasSizeGreaterThan(300).isSubsetOf(unambiguous);
    }

    private static Set<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(REAL_AIR)) {
            return files.filter(file -> file.getFileName().toString().matches("cnemc-.*\\.csv\\.gz|stations-.*\\.csv"))
                    .flatMap(DivisionsTableTest::areasOf).collect(toSet());
        }
    }

    private static Stream<String> areasOf(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(plain)) {
            return rows.stream().map(row -> row.getField("area")).distinct().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Division> table() {
        try (InputStream file = DivisionsTableTest.class.getResourceAsStream("/org/envdisclosure/place/divisions.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(Division::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
