package dev.liveticker.server.access;

import java.util.Optional;

/** Whether a server may listen where others than its own machine can reach it. */
public final class ListenPolicy {

    private ListenPolicy() {}

    /**
     * What speaks against it, for people; empty if nothing does.
     *
     * @param encrypted whether it speaks TLS alone
     * @param asksWho whether it lets in only who shows a token
     */
    public static Optional<String> objection(boolean encrypted, boolean asksWho) {
        if (encrypted && asksWho) {
            return Optional.empty();
        }
        String missing = !encrypted && !asksWho ? "TLS and tokens" : encrypted ? "tokens" : "TLS";
        String outcome = asksWho
                ? "whoever is on the way can read the feed and take the tokens"
                : "anyone who can reach this machine can read the feed";
        return Optional.of("without " + missing + " " + outcome);
    }
}
