package org.envdisclosure.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.envdisclosure.platform.web.KeptFile;
import org.jspecify.annotations.Nullable;

/** Every address of the page and what is there. For one thread until all is put in, then for all. */
final class Addresses {

    /** May be kept, but not used without asking whether it is still so. */
    static final String ASK_AGAIN = "no-cache";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String INDEX = "/index.html";
    private static final String EMBEDDED = "/embed/";

    private final Edition edition;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> pages = new HashSet<>();

    private Addresses(Edition edition) {
        this.edition = edition;
    }

    /** @param files by their path below the root, such as {@code /water/index.html} */
    static Addresses of(SortedMap<String, byte[]> files) {
        Addresses addresses = new Addresses(Edition.of(files));
        files.forEach(addresses::put);
        return addresses;
    }

    /** A file that is not of the release, such as what the operator sets; it is asked for anew each time, unless its address has its state. */
    void put(String path, String mediaType, byte[] content, Map<String, String> headers, @Nullable String query) {
        KeptFile file = KeptFile.of(mediaType, content, ASK_AGAIN, headers);
        places.put(path, new Place.Here(file));
        if (query != null) {
            places.put(path + '?' + query, new Place.Here(file.withCacheControl(FOR_EVER)));
        }
    }

    /**
     * @param path  decoded as far as it may be, without dots and double slashes
     * @param query as the caller wrote it
     */
    Optional<Place> at(String path, @Nullable String query) {
        Place exact = query == null ? null : places.get(path + '?' + query);
        Place place = exact == null ? places.get(path) : exact;
        return Optional.ofNullable(place).or(() -> Edition.unnamed(path).map(places::get));
    }

    Edition edition() {
        return edition;
    }

    /** Whether this is the one address of a page. */
    boolean isPage(String path) {
        return pages.contains(path);
    }

    private void put(String path, byte[] content) {
        if (path.endsWith(INDEX)) {
            putPage(path, edition.stamped(content));
            return;
        }
        KeptFile file = KeptFile.of(MediaTypes.of(path), content, ASK_AGAIN, Map.of());
        places.put(path, new Place.Here(file));
        if (Edition.isFile(path)) {
            places.put(edition.address(path), new Place.Here(file.withCacheControl(FOR_EVER)));
        }
    }

    private void putPage(String path, byte[] html) {
        String folder = path.substring(0, path.length() - INDEX.length());
        boolean embedded = folder.startsWith(EMBEDDED);
        // what others write into their pages has the shorter address
        String address = embedded ? folder : folder + '/';
        Place page = new Place.Here(KeptFile.of(MediaTypes.HTML, html, ASK_AGAIN, embedded ? PageHeaders.ofEmbedded() : PageHeaders.ofPage()));
        for (String written : List.of(folder, folder + '/', path)) {
            places.put(written, written.equals(address) ? page : new Place.Elsewhere(address));
        }
        pages.add(address);
    }
}
