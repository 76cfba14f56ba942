package dev.liveticker.feed;

import java.net.URI;
import java.util.regex.Pattern;

/** What can be told by an address alone of where it leads. */
public final class ThisMachine {

    /** A name that only begins like a loopback address, such as {@code 127.example.com}, leads elsewhere. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.[0-9]{1,3}){3}", Pattern.CASE_INSENSITIVE);

    private ThisMachine() {}

    /** Whether an address leads to a server on this very machine, so that no network lies between. */
    public static boolean serves(URI address) {
        return address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
    }
}
