package dev.liveticker.server.transport;

import dev.liveticker.message.End;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.LoopbackHosts;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.limit.LoginGuard;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in: by the name they call the server, by the page they come from (with the answers of CORS, as the
 * Fetch standard has them), and by who sends them.
 */
public final class Gate {

    private static final AttachmentKey<Principal> CLIENT = AttachmentKey.create(Principal.class);
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
    private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
    private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
    private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
    private static final HttpString REQUEST_METHOD = new HttpString("Access-Control-Request-Method");
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final HttpString FETCH_MODE = new HttpString("Sec-Fetch-Mode");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");
    private static final int PREFLIGHT_SECONDS = 600;

    private static final LoopbackHosts LOOPBACK = new LoopbackHosts(Set.of());

    private final Origins origins;
    private final boolean queryToken;
    private final LoginFigures loginFigures = new LoginFigures();
    private final @Nullable Logins logins;
    private final boolean loopback;
    private final @Nullable LoopbackHosts hosts;

    /** How much a route wants to know of who comes. */
    enum Demand {
        /** Nothing. */
        ANYONE,
        /** Nothing of whoever asks on this machine itself; of others what {@link #KNOWN} does. */
        NEAR,
        /** A token, where tokens are asked for. */
        KNOWN,
        /** A token, now or soon: a WebSocket's first message may hold it. */
        INTRODUCED
    }

    /**
     * @param host the server was told to listen on
     * @param loopback whether only this machine can reach it
     */
    public Gate(AccessSettings settings, String host, boolean loopback, LoginGuard guard) {
        this.origins = settings.origins();
        this.queryToken = settings.queryToken();
        this.logins = settings.authenticator()
                .map(authenticator -> new Logins(authenticator, guard, loginFigures))
                .orElse(null);
        this.loopback = loopback;
        Set<String> names = new HashSet<>(origins.hosts());
        names.add(host.toLowerCase(Locale.ROOT));
        this.hosts = loopback ? new LoopbackHosts(names) : null;
    }

    /** Who sent a request that was let in; {@link Principal#isStranger} only where that may still be told. */
    public static Principal client(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getAttachment(CLIENT)).orElse(Principal.stranger());
    }

    /** What became of the tokens that were shown. */
    public LoginFigures logins() {
        return loginFigures;
    }

    /** For what the sender of a request says later. */
    public Introductions introductions(HttpServerExchange exchange) {
        return introductions(RequestGate.address(exchange));
    }

    /** For what a client there says. */
    public Introductions introductions(InetAddress from) {
        return new Introductions(logins, from);
    }

    /** @throws RefusedException if it comes by a wrong name or from a foreign page */
    void checkPage(HttpServerExchange exchange) throws RefusedException {
        HeaderMap headers = exchange.getRequestHeaders();
        String host = headers.getFirst(Headers.HOST);
        if (hosts != null && host != null && !hosts.allow(host)) {
            throw forbidden("wrong_host", "this server does not go by the name in Host");
        }
        exchange.getResponseHeaders().add(Headers.VARY, "Origin");
        HeaderValues given = headers.get(Headers.ORIGIN);
        List<String> origin = given == null ? List.of() : given;
        String own = exchange.getRequestScheme() + "://" + host;
        boolean allowed = origins.allow(origin, own) || origins.allow(origin, inFront(exchange, host, own));
        if (!allowed || (origin.isEmpty() && fromElsewhere(headers))) {
            throw forbidden("wrong_origin", "pages of that origin may not use this server");
        }
        if (!origin.isEmpty()) {
            exchange.getResponseHeaders()
                    .put(ALLOW_ORIGIN, origin.getFirst())
                    .put(EXPOSE_HEADERS, "Retry-After, WWW-Authenticate");
        }
    }

    /**
     * Where the server is in a browser's eyes if something in front of it speaks TLS for it. A browser says in
     * {@code Host} which port it went to; if that is not the one the request came in at, somebody passed it on. At the
     * port itself nobody can serve a page by TLS, so there it is no origin of this server's. A trusted proxy says
     * itself what it speaks, and is believed.
     */
    private static String inFront(HttpServerExchange exchange, @Nullable String host, String own) {
        boolean passedOn = !ProxiedRequests.isCarried(exchange)
                && exchange.getRequestScheme().equals("http")
                && exchange.getHostPort() != exchange.getDestinationAddress().getPort();
        return passedOn ? "https://" + host : own;
    }

    /** A page can make requests that name no origin, by an image or a script; browsers say so (Fetch Metadata). */
    private static boolean fromElsewhere(HeaderMap headers) {
        String site = headers.getFirst(FETCH_SITE);
        return site != null && ELSEWHERE.contains(site) && !"navigate".equals(headers.getFirst(FETCH_MODE));
    }

    /** Answers a browser that asks first; false if it does not. */
    static boolean answerPreflight(HttpServerExchange exchange) {
        HeaderMap asked = exchange.getRequestHeaders();
        if (!exchange.getRequestMethod().equals(Methods.OPTIONS)
                || !asked.contains(Headers.ORIGIN)
                || !asked.contains(REQUEST_METHOD)) {
            return false;
        }
        exchange.setStatusCode(204);
        exchange.getResponseHeaders()
                .put(ALLOW_METHODS, "GET, HEAD, POST")
                .put(ALLOW_HEADERS, "Authorization, Content-Type, Last-Event-ID")
                .put(MAX_AGE, PREFLIGHT_SECONDS);
        exchange.endExchange();
        return true;
    }

    /** Finds out who sent a request; from then on the request holds no token. */
    void identify(HttpServerExchange exchange, Demand demand) throws RefusedException {
        boolean inAddress = queryToken && exchange.getRequestPath().equals("/v1/events");
        Optional<String> token = Credentials.take(exchange, inAddress);
        if (demand == Demand.ANYONE) {
            return;
        }
        if (demand == Demand.NEAR && token.isEmpty() && isNear(exchange)) {
            exchange.putAttachment(CLIENT, Principal.local());
            return;
        }
        if (logins == null) {
            exchange.putAttachment(CLIENT, unasked(exchange));
        } else if (token.isPresent()) {
            exchange.putAttachment(CLIENT, prove(exchange, logins, token.get()));
        } else if (demand == Demand.INTRODUCED) {
            exchange.putAttachment(CLIENT, Principal.stranger());
        } else {
            challenge(exchange, "");
            throw new RefusedException(Problem.of(401, "unauthenticated", "a token is needed"));
        }
    }

    /** Whether it was asked on this machine, and not by a proxy on it for someone elsewhere. */
    private static boolean isNear(HttpServerExchange exchange) {
        return RequestGate.address(exchange).isLoopbackAddress()
                && LOOPBACK.allow(exchange.getHostAndPort())
                && !ProxiedRequests.isMarked(exchange);
    }

    /**
     * Where nobody is asked: of a server for its own machine, the one user, unless a proxy on it passes on another's.
     */
    private Principal unasked(HttpServerExchange exchange) {
        return loopback && RequestGate.address(exchange).isLoopbackAddress()
                ? Principal.local()
                : Principal.anonymous();
    }

    private static Principal prove(HttpServerExchange exchange, Logins logins, String token) throws RefusedException {
        return switch (logins.judge(RequestGate.address(exchange), token)) {
            case Logins.Verdict.Proven(Principal principal) -> principal;
            case Logins.Verdict.Refused refused -> {
                if (refused.end() == End.UNAUTHENTICATED) {
                    challenge(exchange, ", error=\"invalid_token\", error_description=\"" + refused.why() + "\"");
                } else {
                    Answers.comeAgain(exchange, refused.retryAfter());
                }
                throw new RefusedException(Problem.of(refused.end().httpStatus(), refused.code(), refused.why()));
            }
        };
    }

    /** RFC 6750 section 3. */
    private static void challenge(HttpServerExchange exchange, String error) {
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer realm=\"liveticker\"" + error);
    }

    private static RefusedException forbidden(String code, String why) {
        return new RefusedException(Problem.of(End.FORBIDDEN.httpStatus(), code, why));
    }
}
