package dev.liveticker.server.tls;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate in force, and its files, looked at now and then. A new one that cannot be used leaves the old one in
 * force, and says so once. Any thread.
 */
public final class CertificateWatch implements AutoCloseable {

    /** Often enough for whoever renews one and looks, seldom enough to cost nothing. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(CertificateWatch.class);

    private final TlsFiles files;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("certificate-watch").factory());
    private volatile SSLContext context;
    private Consumer<SSLContext> follower = ignored -> {};
    private byte[] tried;
    private byte[] seen;

    private CertificateWatch(TlsFiles files, InstantSource clock) throws UnusableIdentityException {
        this.files = files;
        this.clock = clock;
        // Before they are read: what changes meanwhile is read again rather than never.
        this.tried = digest();
        this.seen = tried;
        this.context = load();
    }

    /**
     * Reads the files for the first time; a certificate that expired is used with a warning.
     *
     * @throws UnusableIdentityException if they cannot be used
     */
    public static CertificateWatch open(TlsFiles files, InstantSource clock) throws UnusableIdentityException {
        return new CertificateWatch(files, clock);
    }

    /** For new connections. */
    public SSLContext context() {
        return context;
    }

    /**
     * Begins to look; to be called once.
     *
     * @param changed told of each new one, on the thread that found it
     */
    public void follow(Duration every, Consumer<SSLContext> changed) {
        synchronized (this) {
            follower = changed;
        }
        var _ = timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads the files again, changed or not. */
    public synchronized void reload() {
        tried = digest();
        seen = tried;
        replace();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Two looks must agree, so that files which are being written one after the other are not read in between. */
    private synchronized void look() {
        byte[] now = digest();
        boolean settled = Arrays.equals(now, seen);
        seen = now;
        if (settled && !Arrays.equals(now, tried)) {
            tried = now;
            replace();
        }
    }

    private void replace() {
        try {
            SSLContext fresh = load();
            context = fresh;
            follower.accept(fresh);
        } catch (UnusableIdentityException e) {
            log.warn("The certificate stays as it was: {}", e.getMessage());
            log.debug("Why it stays", e);
        } catch (RuntimeException e) {
            log.error("The certificate could not be replaced", e);
        }
    }

    private SSLContext load() throws UnusableIdentityException {
        ServerIdentity identity = IdentityReader.read(files);
        SSLContext fresh = identity.context();
        identity.complaint(clock.instant())
                .ifPresentOrElse(
                        log::warn,
                        () -> log.info(
                                "The certificate is of {}, valid until {}",
                                identity.own().getSubjectX500Principal(),
                                identity.own().getNotAfter().toInstant()));
        return fresh;
    }

    /** Of all the files; one that cannot be read counts as empty, and reading it again says why. */
    private byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.all()) {
                try {
                    digest.update(FileBytes.read(file));
                } catch (UnusableIdentityException e) {
                    log.trace("Not there to be looked at", e);
                }
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
