package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a station names its city and not the code. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CityByNameTest {

    @ParameterizedTest(name = "{0} is {1}   ({2})")
    @CsvSource({
        "宜昌市, 420500, a city", "北京市, 110000, a municipality counts as a city", "吉林市, 220200, a city named like its province",
        "夷陵区, 420506, the only county of its name", "鼓楼区,, four counties bear it", "朝阳区,, two counties bear it", "无此地,, nobody bears it"})
    void a_name_gives_a_code_only_where_it_is_the_only_one(String name, String code, String why) {
        AirService.take("/air/stations", "{\"station_code\":\"pt-byname\",\"name\":\"a\",\"city_name\":\"%s\"}".formatted(name));
        String batch = AirService.get("/air/stations/pt-byname").getString("data.city_code");
        StationPutTest.put("pt-byname-put", "{\"name\":\"a\",\"city_name\":\"%s\"}".formatted(name));

        assertThat(Arrays.asList(batch, AirService.get("/air/stations/pt-byname-put").getString("data.city_code"))).as(why).containsOnly(code);
    }

    @Test
    void a_station_of_an_ambiguous_city_is_found_by_its_name() {
        AirService.take("/air/stations", "{\"station_code\":\"pt-ambiguous\",\"name\":\"a\",\"city_name\":\"鼓楼区\"}");

        assertThat(AirService.get("/air/stations?city=%E9%BC%93%E6%A5%BC%E5%8C%BA").getList("data.station_code")).contains("pt-ambiguous");
    }
}
