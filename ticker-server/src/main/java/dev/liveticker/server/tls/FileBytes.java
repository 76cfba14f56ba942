package dev.liveticker.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file whole, with a sentence for whatever prevents it. */
final class FileBytes {

    /** A chain of certificates has a few thousand. */
    private static final int MOST = 1 << 20;

    private FileBytes() {}

    static byte[] read(Path file) throws UnusableIdentityException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new UnusableIdentityException(file + " is too large for a certificate or a key");
            }
            return bytes;
        } catch (UnusableIdentityException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new UnusableIdentityException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new UnusableIdentityException(file + " may not be read by this user", e);
        } catch (IOException e) {
            throw new UnusableIdentityException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
