package dev.liveticker.server.transport.fault;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.fault.Fault;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what fault is asked for. Stricter than the protocol is elsewhere: a field that means nothing is a mistake. */
final class FaultReader {

    private static final String KIND = "kind";
    private static final String SECONDS = "seconds";
    private static final String SYMBOLS = "symbols";
    private static final String MILLIS = "millis";
    private static final String HOW = "how";
    private static final String TIMES = "times";
    private static final Set<String> ALL = Set.of(KIND, SECONDS, SYMBOLS, MILLIS, HOW, TIMES);

    private static final int DEFAULT_SECONDS = 10;
    private static final int DEFAULT_MILLIS = 500;

    private final JsonNode body;
    private final Set<Symbol> traded;

    private FaultReader(JsonNode body, Set<Symbol> traded) {
        this.body = body;
        this.traded = traded;
    }

    /**
     * Reads a body.
     *
     * @param traded the symbols there are
     * @throws RefusedException if it asks for no fault; it says what is wrong with which field
     */
    static Fault read(byte[] body, Set<Symbol> traded) throws RefusedException {
        JsonNode root;
        try {
            root = FrameCodec.jsonMapper().readTree(body);
        } catch (JacksonException e) {
            throw new RefusedException(Problem.of(400, "malformed", "the body is not well-formed JSON"));
        }
        if (root == null || !root.isObject()) {
            throw new RefusedException(Problem.of(400, "malformed", "a JSON object expected"));
        }
        return new FaultReader(root, traded).fault();
    }

    private Fault fault() throws RefusedException {
        FaultKind kind = text(KIND).flatMap(FaultKind::parse).orElseThrow(() -> bad(KIND, "one of " + kinds()));
        checkNames(kind);
        int seconds = number(SECONDS, 1, (int) Fault.LONGEST.toSeconds(), DEFAULT_SECONDS);
        Duration length = Duration.ofSeconds(seconds);
        return switch (kind) {
            case DROP -> new Fault.Drop(length, cut());
            case STALL -> new Fault.Stall(length);
            case DELAY ->
                new Fault.Delay(
                        length, Duration.ofMillis(number(MILLIS, 1, (int) Fault.LATEST.toMillis(), DEFAULT_MILLIS)));
            case SKIP -> new Fault.Skip(length, symbols(false), number(TIMES, 1, seconds, seconds));
            case HALT -> new Fault.Halt(length, symbols(true));
        };
    }

    private static String kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::code).collect(Collectors.joining(", "));
    }

    private void checkNames(FaultKind kind) throws RefusedException {
        Set<String> meant = new HashSet<>(Set.of(KIND, SECONDS));
        meant.addAll(
                switch (kind) {
                    case DROP -> Set.of(HOW);
                    case STALL -> Set.of();
                    case DELAY -> Set.of(MILLIS);
                    case SKIP -> Set.of(SYMBOLS, TIMES);
                    case HALT -> Set.of(SYMBOLS);
                });
        for (String name : body.propertyNames()) {
            if (!ALL.contains(name)) {
                throw bad("body", "there is a field that means nothing");
            }
            if (!meant.contains(name)) {
                throw bad(name, "means nothing with the kind " + kind.code());
            }
        }
    }

    private Fault.Cut cut() throws RefusedException {
        if (!body.has(HOW)) {
            return Fault.Cut.ABORT;
        }
        Optional<String> how = text(HOW);
        return Arrays.stream(Fault.Cut.values())
                .filter(cut -> how.filter(cut.code()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> bad(HOW, "abort or close expected"));
    }

    private Optional<String> text(String name) {
        JsonNode value = body.path(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private int number(String name, int least, int most, int otherwise) throws RefusedException {
        if (!body.has(name)) {
            return otherwise;
        }
        JsonNode value = body.path(name);
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            int number = value.intValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw bad(name, "a whole number from " + least + " to " + most + " expected");
    }

    /** Without the field, for all. */
    private Set<Symbol> symbols(boolean needed) throws RefusedException {
        if (!body.has(SYMBOLS) && !needed) {
            return Set.of();
        }
        JsonNode list = body.path(SYMBOLS);
        if (!list.isArray() || list.isEmpty()) {
            throw bad(SYMBOLS, "a list of symbols expected");
        }
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (JsonNode item : list.values()) {
            String text = item.isString() ? item.asString() : "";
            if (text.equals("*")) {
                return traded;
            }
            Symbol symbol = Symbol.parse(text).orElseThrow(() -> bad(SYMBOLS, "there is what is no symbol"));
            if (!traded.contains(symbol)) {
                throw bad(SYMBOLS, "there is no symbol " + symbol);
            }
            symbols.add(symbol);
        }
        return symbols;
    }

    private static RefusedException bad(String field, String why) {
        return new RefusedException(Problem.ofField(field, why));
    }
}
