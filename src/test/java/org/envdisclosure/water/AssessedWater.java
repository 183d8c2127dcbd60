package org.envdisclosure.water;

import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.envdisclosure.platform.rollup.Drained;

/** Sections of a river of its own, their samples, and what is made of them. */
record AssessedWater(String name) {

    String basin() {
        return name + "-basin";
    }

    String river() {
        return name + "-river";
    }

    String code(String section) {
        return name + "-" + section;
    }

    /** @param more further members, each begun with a comma */
    String entry(String section, String waterbody, String more) {
        return section(code(section), waterbody, more).replace("wt basin", basin()).replace("wt river", river());
    }

    void sections(String waterbody, String... sections) {
        for (String section : sections) {
            take("/water/sections", entry(section, waterbody, ""));
        }
    }

    /** A sample in which pH, oxygen, CODMn and total phosphorus are class I or II; ammonia decides. */
    void sample(String section, String day, String nh3n) {
        send(section, day, "\"nh3n\":\"" + nh3n + "\"");
    }

    /** @param more members beside those that are class I or II in a river; a member said again replaces the first */
    void send(String section, String day, String more) {
        String usual = "\"ph\":7.5,\"dissolved_oxygen\":8,\"codmn\":3,\"tp\":0.04";
        for (String item : usual.split(",")) {
            usual = more.contains(item.substring(0, item.indexOf(':'))) ? usual.replace(item + ",", "").replace("," + item, "") : usual;
        }
        take("/water/samples", "{\"section_code\":\"%s\",\"sampled_at\":\"%s\",%s,%s}".formatted(code(section), day, usual, more));
    }

    /** The only row an address below the assessments yields, when everything is computed. */
    static Map<String, Object> only(String query) {
        JsonPath rows = rows(query);
        if (rows.getList("data").size() != 1) {
            throw new AssertionError(query + " has " + rows.getList("data.period") + " of " + rows.getList("data.code"));
        }
        return rows.getMap("data[0]");
    }

    static JsonPath rows(String query) {
        Drained.queues();
        return get("/water/assessments?" + query);
    }
}
