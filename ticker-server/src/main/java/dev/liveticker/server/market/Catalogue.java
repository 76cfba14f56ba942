package dev.liveticker.server.market;

import static java.util.stream.Collectors.joining;

import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the simulated market trades. Immutable.
 *
 * <p>It is written as CSV in UTF-8: a first line that names the columns in any order, then a line per instrument; blank
 * lines and lines that begin with {@code #} do not count. {@link Listing} says what the columns mean, and
 * {@link CatalogueColumn} what they mean where they are left out. The prices of the built-in one are plausible, not
 * those of any day.
 */
public final class Catalogue {

    /** How many instruments can be made up. */
    public static final int MOST_SYNTHETIC = SyntheticUniverse.MOST;

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
     * Reads a file.
     *
     * @throws IOException if it cannot be read; the message says why
     * @throws MalformedCatalogueException if it does not make sense, or lists nothing or something twice
     */
    public static Catalogue read(Path file) throws IOException, MalformedCatalogueException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a file");
        }
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return read(text, file.toString());
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " may not be read by this user", e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
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
        CatalogueText lines = new CatalogueText(text, source);
        CatalogueText.Line first = lines.next();
        if (first == null) {
            throw nothing(source, lines);
        }
        CatalogueHeader header = new CatalogueHeader(source, first.number(), CatalogueFields.of(source, first));
        Map<Symbol, Listing> listings = new LinkedHashMap<>();
        Map<Symbol, Integer> listedAt = new HashMap<>();
        for (CatalogueText.Line line = lines.next(); line != null; line = lines.next()) {
            CatalogueLine entry = new CatalogueLine(source, line.number(), header, CatalogueFields.of(source, line));
            Listing listing = entry.listing();
            Integer before = listedAt.putIfAbsent(listing.symbol(), line.number());
            if (before != null) {
                throw entry.fault(
                        CatalogueColumn.SYMBOL, "each symbol once expected, but line " + before + " has it too");
            }
            listings.put(listing.symbol(), listing);
        }
        if (listings.isEmpty()) {
            throw nothing(source, lines);
        }
        return new Catalogue(listings);
    }

    private static MalformedCatalogueException nothing(String source, CatalogueText lines) {
        return new MalformedCatalogueException(source, Math.max(lines.lines(), 1), "it lists no instrument");
    }

    /**
     * Made-up stocks, the most traded first. They are the same for the same seed; their symbols, which no exchange has,
     * and names are the same for all.
     *
     * @param count 1 to {@link #MOST_SYNTHETIC}
     */
    public static Catalogue synthetic(long seed, int count) {
        Map<Symbol, Listing> listings = new LinkedHashMap<>();
        for (Listing listing : new SyntheticUniverse(new Seed(seed)).listings(count)) {
            listings.put(listing.symbol(), listing);
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
