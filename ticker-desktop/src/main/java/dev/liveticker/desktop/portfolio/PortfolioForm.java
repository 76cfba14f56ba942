package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A portfolio in JSON. Figures are texts, since a number in JSON is a double to most that read it. What cannot be read
 * is moved to a list of its own in the same file, and never lost.
 */
public final class PortfolioForm implements JsonForm<Portfolio> {

    private static final String TRANSACTIONS = "transactions";
    private static final String UNREADABLE = "unreadable";
    private static final int LONGEST_FIGURE = 60;
    private static final int MOST_NAMED = 5;

    @Override
    public String name() {
        return Texts.of("portfolio.title");
    }

    @Override
    public Portfolio initial() {
        return Portfolio.EMPTY;
    }

    @Override
    public Reading<Portfolio> read(ObjectNode root) {
        List<Transaction> transactions = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        ArrayNode unreadable = root.get(UNREADABLE) instanceof ArrayNode kept ? kept : root.arrayNode();
        int number = 0;
        for (JsonNode node : root.path(TRANSACTIONS)) {
            number++;
            Optional<Transaction> read =
                    transactions.size() < Portfolio.MOST ? transaction(number, node) : Optional.empty();
            if (read.isPresent()) {
                transactions.add(read.get());
            } else {
                wrong.add(String.valueOf(number));
                unreadable.add(node);
            }
        }
        if (wrong.isEmpty()) {
            return new Reading<>(new Portfolio(transactions), List.of());
        }
        root.set(UNREADABLE, unreadable);
        String numbers = String.join(", ", wrong.subList(0, Math.min(wrong.size(), MOST_NAMED)));
        String more = wrong.size() > MOST_NAMED ? "\u2026" : "";
        return new Reading<>(
                new Portfolio(transactions), List.of(Texts.of("portfolio.file.unreadable", numbers + more)));
    }

    @Override
    public void write(Portfolio portfolio, ObjectNode root) {
        ArrayNode nodes = root.putArray(TRANSACTIONS);
        for (Transaction transaction : portfolio.transactions()) {
            ObjectNode node = nodes.addObject();
            node.put("date", transaction.date().toString());
            node.put("symbol", transaction.symbol().text());
            node.put("side", transaction.side().code());
            node.put("quantity", transaction.quantity().toPlainString());
            node.put("price", transaction.price().toPlainString());
            node.put("fee", transaction.fee().toPlainString());
        }
    }

    private static Optional<Transaction> transaction(long id, JsonNode node) {
        try {
            return Optional.of(new Transaction(
                    id,
                    Symbol.of(text(node, "symbol")),
                    Side.valueOf(text(node, "side").toUpperCase(Locale.ROOT)),
                    figure(node, "quantity"),
                    figure(node, "price"),
                    figure(node, "fee"),
                    LocalDate.parse(text(node, "date"))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal figure(JsonNode node, String name) {
        String text = text(node, name);
        if (text.length() > LONGEST_FIGURE) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return value.stringValue();
    }
}
