package dev.liveticker.server.transport.alpaca;

import java.math.BigDecimal;
import java.util.List;

/** Takes the fields of one message, one after the other, and writes them in some encoding. */
interface Fields {

    void text(String name, String value);

    void whole(String name, long value);

    void price(String name, BigDecimal value);

    /** A number of shares, or of whatever is traded; often whole. */
    void size(String name, BigDecimal value);

    /** @param micros since the Unix epoch, UTC */
    void time(String name, long micros);

    void list(String name, List<String> values);
}
