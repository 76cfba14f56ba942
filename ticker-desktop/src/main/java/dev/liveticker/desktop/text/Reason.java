package dev.liveticker.desktop.text;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Why something failed, for people: what an exception says, or what it stands for where it says nothing of use. */
public final class Reason {

    private Reason() {}

    /** In few words, to stand behind what failed and a colon; empty for no failure at all. */
    public static String of(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return "";
        }
        // Those of files have the file's name as their message, and nothing else.
        if (cause instanceof NoSuchFileException) {
            return Texts.of("reason.missing");
        }
        if (cause instanceof AccessDeniedException) {
            return Texts.of("reason.denied");
        }
        String said = cause instanceof FileSystemException ofFile && ofFile.getReason() != null
                ? ofFile.getReason()
                : cause.getMessage();
        return said == null || said.isBlank() ? cause.getClass().getSimpleName() : said;
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof CompletionException || failure instanceof UncheckedIOException;
    }
}
