package dev.liveticker.desktop.update;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.web.WebAddress;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A version that is there to be had.
 *
 * @param page where it is, for a person to open
 */
public record Release(SemanticVersion version, URI page) {

    /** What an object with {@code version} and {@code url} tells; nothing if one of them cannot be. */
    static Optional<Release> read(JsonNode told) {
        Optional<SemanticVersion> version = SemanticVersion.parse(JsonForm.text(told.path("version")));
        Optional<URI> page = WebAddress.parse(JsonForm.text(told.path("url")));
        return version.isPresent() && page.isPresent()
                ? Optional.of(new Release(version.get(), page.get()))
                : Optional.empty();
    }
}
