package dev.liveticker.server.alert;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.model.Alert;
import dev.liveticker.model.AlertCondition;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an alert may be. */
final class AlertTerms {

    static final int MAX_ID = 64;
    static final int MAX_NOTE = 200;

    private static final BigDecimal LEAST_PERCENT = new BigDecimal(-100);
    private static final BigDecimal MOST_PERCENT = new BigDecimal(1_000_000);

    private final Set<Symbol> symbols;

    /** @param symbols that have prices */
    AlertTerms(Set<Symbol> symbols) {
        this.symbols = Set.copyOf(symbols);
    }

    /**
     * The alert that is asked for.
     *
     * @param allowed whether who asks may see the symbol
     */
    Alert alert(boolean allowed, ClientMessage.SetAlert request) throws BadRequestException {
        String id = id(request.id());
        Symbol symbol = request.symbol();
        // Also where there is none of that name: what there is is not for everybody to know.
        if (!allowed) {
            throw new BadRequestException("not_allowed", "you may not see " + symbol);
        }
        if (!symbols.contains(symbol)) {
            throw new BadRequestException("unknown_symbol", "there is no symbol " + symbol);
        }
        AlertCondition condition = condition(request.condition());
        BigDecimal price = request.price();
        BigDecimal percent = request.percent();
        if (condition.percent()) {
            checkPercent(price, percent);
        } else if (price == null || price.signum() <= 0 || percent != null) {
            throw new BadRequestException("bad_price", "a price above 0 expected, and no percent");
        }
        return new Alert(
                id,
                symbol,
                condition,
                price,
                percent,
                Boolean.TRUE.equals(request.repeat()),
                note(request.note()),
                true,
                null);
    }

    private static void checkPercent(@Nullable BigDecimal price, @Nullable BigDecimal percent)
            throws BadRequestException {
        boolean fits = percent != null
                && price == null
                && percent.stripTrailingZeros().scale() <= SymbolWatch.PERCENT_PLACES
                && percent.compareTo(LEAST_PERCENT) > 0
                && percent.compareTo(MOST_PERCENT) <= 0;
        if (!fits) {
            throw new BadRequestException(
                    "bad_percent",
                    "a percent above " + LEAST_PERCENT + " of at most " + SymbolWatch.PERCENT_PLACES
                            + " places expected, and no price");
        }
    }

    /** An id that can be an alert's. */
    static String id(@Nullable String id) throws BadRequestException {
        if (id == null || id.isEmpty() || id.length() > MAX_ID || !printable(id)) {
            throw new BadRequestException("bad_id", "an id of 1 to " + MAX_ID + " printable characters expected");
        }
        return id;
    }

    /**
     * That the texts of a request can be an alert's, whichever alerts there are.
     *
     * @throws BadRequestException if one cannot
     */
    static void checkTexts(ClientMessage.Personal request) throws BadRequestException {
        switch (request) {
            case ClientMessage.SetAlert set -> {
                id(set.id());
                condition(set.condition());
                note(set.note());
            }
            case ClientMessage.RemoveAlert remove -> id(remove.id());
            case ClientMessage.Acknowledge acknowledge -> id(acknowledge.id());
            case ClientMessage.ListAlerts list -> checkMark(list.id());
        }
    }

    /** What a client knows the answer by may be absent, and of any length, but must be fit to be repeated. */
    private static void checkMark(@Nullable String mark) throws BadRequestException {
        if (mark != null && !printable(mark)) {
            throw new BadRequestException("bad_id", "an id of printable characters expected");
        }
    }

    /** A request's id as an answer may repeat it; absent if it is not fit to be, so that no answer fails by it. */
    static @Nullable String repeated(@Nullable String id) {
        return id == null || printable(id) ? id : null;
    }

    private static AlertCondition condition(String condition) throws BadRequestException {
        return AlertCondition.parse(condition)
                .orElseThrow(() -> new BadRequestException(
                        "bad_condition",
                        "crossesAbove, crossesBelow, changePercentAbove or changePercentBelow expected"));
    }

    private static @Nullable String note(@Nullable String note) throws BadRequestException {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > MAX_NOTE || !printable(note)) {
            throw new BadRequestException(
                    "bad_note", "a note of at most " + MAX_NOTE + " printable characters expected");
        }
        return note;
    }

    /** Neither control characters nor halves of characters, so that it is stored and shown as it is. */
    private static boolean printable(String text) {
        return text.codePoints()
                .noneMatch(
                        c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE);
    }
}
