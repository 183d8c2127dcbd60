package org.envdisclosure.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.TreeMap;

/** What goes over the wire to a page, as the browser's own instruments count it, and how fast the wire is. */
final class Wire {

    private final CDPSession instruments;
    private final Map<String, String> asked = new TreeMap<>();
    private final Map<String, Long> bytes = new TreeMap<>();

    private Wire(CDPSession instruments) {
        this.instruments = instruments;
    }

    static Wire of(Page page) {
        CDPSession instruments = page.context().newCDPSession(page);
        Wire wire = new Wire(instruments);
        instruments.on("Network.requestWillBeSent", event -> wire.asked.put(id(event), event.getAsJsonObject("request").get("url").getAsString()));
        instruments.on("Network.loadingFinished", event -> wire.bytes.merge(wire.asked.get(id(event)), event.get("encodedDataLength").getAsLong(), Long::sum));
        instruments.send("Network.enable");
        return wire;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    /** A phone on a slow 4G net: 150 ms there and back, 1.6 Mbit/s down, 0.75 Mbit/s up. */
    Wire slow() {
        JsonObject net = new JsonObject();
        net.addProperty("offline", false);
        net.addProperty("latency", 150);
        net.addProperty("downloadThroughput", 1_600_000 / 8);
        net.addProperty("uploadThroughput", 750_000 / 8);
        instruments.send("Network.emulateNetworkConditions", net);
        return this;
    }

    /** Of each answer that has come to its end: headers and body, compressed as they came. */
    Map<String, Long> bytes() {
        return bytes;
    }

    long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
