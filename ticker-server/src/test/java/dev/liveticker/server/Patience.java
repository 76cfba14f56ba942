package dev.liveticker.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * How long every test of this module waits for what must come, where it says nothing else: long enough for a machine
 * that has other things to do. Waiting for what comes costs no more for that.
 */
public final class Patience implements BeforeAllCallback {

    static {
        // Before tests run side by side: while SLF4J is set up by one thread, others get loggers that are not
        // Logback's.
        var _ = LoggerFactory.getILoggerFactory();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }
}
