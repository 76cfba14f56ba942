package dev.liveticker.feed.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS to one server. Whoever it is made for gets the same judgement of the server's certificate, name included: with
 * sockets it comes from {@link #factory}, with engines they must be made with the server's name and the endpoint
 * identification of HTTPS.
 *
 * @param context makes engines
 * @param trust judges, and is already part of the context
 * @param factory makes sockets
 */
public record SecureSockets(SSLContext context, X509ExtendedTrustManager trust, SSLSocketFactory factory) {

    /**
     * For one server.
     *
     * @param pin the only certificate to accept from it; absent to accept what the system trusts
     */
    public static SecureSockets to(HostPort server, @Nullable Fingerprint pin) {
        return to(server, pin, SystemTrust::ofMachine);
    }

    static SecureSockets to(HostPort server, @Nullable Fingerprint pin, Supplier<X509ExtendedTrustManager> system) {
        ServerTrust trust = new ServerTrust(server, pin, system);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new SecureSockets(context, trust, new NameChecking(context.getSocketFactory()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** Has Java check the server's name within the handshake, where {@link ServerTrust} can tell why it is wrong. */
    private static final class NameChecking extends SSLSocketFactory {

        private final SSLSocketFactory factory;

        NameChecking(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return checking(factory.createSocket(connected, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return checking(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return checking(factory.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return checking(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return checking(factory.createSocket(host, port, from, fromPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        private static Socket checking(Socket socket) {
            if (socket instanceof SSLSocket secure) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
            }
            return socket;
        }
    }
}
