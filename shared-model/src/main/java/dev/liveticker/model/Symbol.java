package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What traders type for an instrument: {@code AAPL}, {@code BRK.B}, {@code ^GSPC}, {@code BTC-USD}, {@code EURUSD=X}. 1
 * to {@value #MAX_LENGTH} characters of {@code A-Z 0-9 . ^ = : / -}, always upper case.
 *
 * @param text the symbol in its one canonical spelling
 */
public record Symbol(@JsonValue String text) implements Comparable<Symbol> {

    public static final int MAX_LENGTH = 24;

    /** @throws IllegalArgumentException if the text is not a canonical symbol */
    public Symbol {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not a symbol: 1 to " + MAX_LENGTH + " of A-Z 0-9 . ^ = : / - expected");
        }
    }

    /**
     * Reads a symbol as a person or another program writes it: blanks around it are dropped and case is folded.
     *
     * @throws IllegalArgumentException if no symbol can be made of the text
     */
    @JsonCreator
    public static Symbol of(String text) {
        return new Symbol(text.strip().toUpperCase(Locale.ROOT));
    }

    /** As {@link #of}, but empty where no symbol can be made of the text. */
    public static Optional<Symbol> parse(String text) {
        String folded = text.strip().toUpperCase(Locale.ROOT);
        return isCanonical(folded) ? Optional.of(new Symbol(folded)) : Optional.empty();
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    /** Written out, as is {@link #hashCode}: what records have of themselves is linked anew in every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Symbol symbol && text.equals(symbol.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isCanonical(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".^=:/-".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
