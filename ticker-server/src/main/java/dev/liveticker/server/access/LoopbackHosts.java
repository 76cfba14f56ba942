package dev.liveticker.server.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a server that listens on a loopback address alone may be called by. A page on a foreign name that was made to
 * lead to 127.0.0.1 (DNS rebinding) has the same origin as the server in a browser's eyes; its requests tell by their
 * {@code Host}.
 */
public final class LoopbackHosts {

    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

    private final Set<String> others;

    /** @param others it may be called beside the loopback's own, in lower case */
    public LoopbackHosts(Set<String> others) {
        this.others = Set.copyOf(others);
    }

    /** @param host the value of the header, its port at will */
    public boolean allow(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return LOOPBACK.matcher(name).matches() || others.contains(name);
    }
}
