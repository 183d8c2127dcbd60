package org.envdisclosure.site;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.envdisclosure.platform.publisher.PublisherConfig;

/** The page of this service: begun when its route is made, read and compressed beside the rest of the start, whole before the port opens. */
@Singleton
class SitePage {

    private final CompletableFuture<Addresses> addresses;

    /** Refuses wrong settings at once; the rest takes longer than the start has to wait for. */
    SitePage(PageConfig config, PublisherConfig publisher) {
        PageSettings settings = PageSettings.of(config, publisher.name());
        this.addresses = CompletableFuture.supplyAsync(() -> read(settings), reading -> new Thread(reading, "page").start());
    }

    /** Waits for what is left of the reading; the migrations have been run meanwhile. */
    void ready(@Observes StartupEvent start) {
        addresses.join();
    }

    Addresses addresses() {
        return addresses.join();
    }

    private static Addresses read(PageSettings settings) {
        long began = System.nanoTime();
        Addresses addresses = Addresses.of(PageSource.read(SitePage.class.getClassLoader()));
        settings.putInto(addresses);
        Log.debugf("page read: edition=%s took=%d ms", addresses.edition().hash(), (System.nanoTime() - began) / 1_000_000);
        return addresses;
    }
}
