package dev.liveticker.feed.link;

import dev.liveticker.feed.machine.Loss;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Says in words for people why nothing could be had from a server. */
public final class Failures {

    private Failures() {}

    /** What an exception of a socket means for the connection. */
    public static Loss loss(Throwable failed, URI server) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectException refused -> {
                    return Loss.unreachable("no connection to " + ServerPath.authority(server));
                }
                case NoRouteToHostException lost -> {
                    return Loss.unreachable("no way to " + ServerPath.authority(server));
                }
                case UnknownHostException unknown -> {
                    return Loss.unreachable("no host is named " + server.getHost());
                }
                case UnresolvedAddressException unknown -> {
                    return Loss.unreachable("no host is named " + server.getHost());
                }
                case SSLException untrusted -> {
                    return Loss.unreachable("no secure connection to " + ServerPath.authority(server));
                }
                case SocketTimeoutException slow -> {
                    return Loss.broken(ServerPath.authority(server) + " does not answer in time");
                }
                default -> {
                    continue;
                }
            }
        }
        return Loss.broken("the connection broke");
    }
}
