package org.envdisclosure.platform.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Regions as JSON: {@code {"x":0.1,"y":0,"width":0.2,"height":0.1}} or {@code {"points":[[0,0],[1,0],[0.5,0.5]]}}. */
public final class RegionsText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_REGIONS = 50;
    private static final int MOST_POINTS = 100;
    private static final Set<String> OF_RECTANGLE = Set.of("x", "y", "width", "height");
    /** A sum such as 0.7 + 0.3 may come out a hair over 1. */
    private static final double HAIR = 1e-9;

    private RegionsText() {
    }

    /**
     * @param text a JSON array, or null where there was none
     * @throws ApiProblem 400 with a pointer to what is wrong
     */
    public static List<Region> read(@Nullable String text) {
        JsonNode regions = tree(text);
        if (!regions.isArray() || regions.isEmpty() || regions.size() > MOST_REGIONS) {
            throw fault("/regions", "regions 为 1 至 %d 个区域的数组".formatted(MOST_REGIONS), "regions is an array of 1 to %d regions".formatted(MOST_REGIONS));
        }
        List<Region> read = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            read.add(region(regions.get(i), "/regions/" + i));
        }
        return List.copyOf(read);
    }

    private static JsonNode tree(@Nullable String text) {
        try {
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }

    private static Region region(JsonNode region, String pointer) {
        if (region.path("points").isArray() && region.size() == 1) {
            return polygon(region.get("points"), pointer + "/points");
        }
        List<String> names = new ArrayList<>();
        region.fieldNames().forEachRemaining(names::add);
        if (!Set.copyOf(names).equals(OF_RECTANGLE)) {
            throw fault(pointer, "区域为 {x, y, width, height} 或 {points: [[x, y], …]}", "a region is {x, y, width, height} or {points: [[x, y], …]}");
        }
        Region.Rectangle box = new Region.Rectangle(share(region.get("x"), pointer + "/x"), share(region.get("y"), pointer + "/y"),
                share(region.get("width"), pointer + "/width"), share(region.get("height"), pointer + "/height"));
        if (box.width() == 0 || box.height() == 0 || box.x() + box.width() > 1 + HAIR || box.y() + box.height() > 1 + HAIR) {
            throw fault(pointer, "矩形须有面积且位于图内：x + width 与 y + height 不大于 1", "a rectangle has an area and lies in the picture: x + width and y + height are at most 1");
        }
        return box;
    }

    private static Region polygon(JsonNode points, String pointer) {
        if (points.size() < 3 || points.size() > MOST_POINTS) {
            throw fault(pointer, "多边形有 3 至 %d 个顶点".formatted(MOST_POINTS), "a polygon has 3 to %d points".formatted(MOST_POINTS));
        }
        List<Region.Polygon.Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            JsonNode point = points.get(i);
            String here = pointer + "/" + i;
            if (!point.isArray() || point.size() != 2) {
                throw fault(here, "顶点为 [x, y]", "a point is [x, y]");
            }
            corners.add(new Region.Polygon.Point(share(point.get(0), here + "/0"), share(point.get(1), here + "/1")));
        }
        return new Region.Polygon(List.copyOf(corners));
    }

    private static double share(JsonNode number, String pointer) {
        if (!number.isNumber() || !(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
            throw fault(pointer, "坐标为 0 至 1 的数，相对于图片的宽或高", "a coordinate is a number from 0 to 1, a share of the picture's width or height");
        }
        return number.doubleValue();
    }

    private static ApiProblem fault(String pointer, String zh, String en) {
        return ProblemType.INVALID_BODY.because(zh, en).withFaults(List.of(new ApiProblem.Fault(null, pointer, LocalizedText.of(zh, en))));
    }

    /** Maps and lists that {@link #read} takes as JSON. */
    public static List<Map<String, Object>> told(List<Region> regions) {
        return regions.stream().map(RegionsText::told).toList();
    }

    private static Map<String, Object> told(Region region) {
        if (region instanceof Region.Polygon polygon) {
            return Map.of("points", polygon.points().stream().map(point -> List.of(point.x(), point.y())).toList());
        }
        Region.Rectangle box = (Region.Rectangle) region;
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("x", box.x());
        told.put("y", box.y());
        told.put("width", box.width());
        told.put("height", box.height());
        return told;
    }
}
