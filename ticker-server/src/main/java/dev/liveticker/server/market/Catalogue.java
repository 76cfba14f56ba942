package dev.liveticker.server.market;

import static java.util.stream.Collectors.joining;

import dev.liveticker.model.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the simulated market trades. Immutable.
 *
 * <p>It is written as CSV in UTF-8: a first line that names the columns, then a line per instrument; blank lines and
 * lines that begin with {@code #} do not count. {@link Listing} says what the columns mean. The prices of the built-in
 * one are plausible, not those of any day.
 */
public final class Catalogue {

    private static final String BUILT_IN = "instruments.csv";

    private final Map<Symbol, Listing> listings;

    private Catalogue(Map<Symbol, Listing> listings) {
        this.listings = listings;
    }

    /** The one that comes with the server. */
    public static Catalogue builtIn() {
        try (InputStream bytes = Objects.requireNonNull(Catalogue.class.getResourceAsStream(BUILT_IN), BUILT_IN);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return read(text, BUILT_IN);
        } catch (IOException | MalformedCatalogueException e) {
            throw new IllegalStateException("the built-in catalogue is broken", e);
        }
    }

    /**
     * Reads one.
     *
     * @param text left open
     * @param source what error messages call it, such as the file's name
     * @throws MalformedCatalogueException if it does not make sense, or lists nothing or something twice
     */
    public static Catalogue read(Reader text, String source) throws IOException, MalformedCatalogueException {
        Map<Symbol, Listing> listings = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(text);
        boolean headed = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String content = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (content.isBlank() || content.startsWith("#")) {
                continue;
            }
            CatalogueLine entry = new CatalogueLine(source, number, content);
            if (!headed) {
                if (!entry.isHeader()) {
                    throw new MalformedCatalogueException(
                            source, number, "the columns expected: " + String.join(",", CatalogueLine.COLUMNS));
                }
                headed = true;
                continue;
            }
            Listing listing = entry.listing();
            if (listings.putIfAbsent(listing.symbol(), listing) != null) {
                throw entry.fault("symbol", "each symbol once expected");
            }
        }
        if (listings.isEmpty()) {
            throw new MalformedCatalogueException(source, Math.max(number, 1), "it lists no instrument");
        }
        return new Catalogue(listings);
    }

    /** All of it, in its own order. */
    public List<Listing> listings() {
        return List.copyOf(listings.values());
    }

    /**
     * A part of it, in its own order.
     *
     * @param symbols which; none means all
     * @throws IllegalArgumentException if it lacks any of them; the message lists those
     */
    public List<Listing> select(Collection<Symbol> symbols) {
        String unknown = symbols.stream()
                .filter(symbol -> !listings.containsKey(symbol))
                .distinct()
                .sorted()
                .map(Symbol::text)
                .collect(joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown symbols: " + unknown);
        }
        return listings().stream()
                .filter(listing -> symbols.isEmpty() || symbols.contains(listing.symbol()))
                .toList();
    }
}
