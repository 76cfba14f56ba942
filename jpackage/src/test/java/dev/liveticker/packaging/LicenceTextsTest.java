package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceTextsTest {

    private static final String LIST = "dev/liveticker/desktop/settings/licences.txt";

    @TempDir
    Path scratch;

    private Path jars;
    private Path texts;
    private Path apache;
    private Path out;

    @BeforeEach
    void lay() throws IOException {
        jars = Files.createDirectory(scratch.resolve("jars"));
        texts = Files.createDirectory(scratch.resolve("texts"));
        apache = Files.writeString(scratch.resolve("LICENSE"), "the Apache License");
        out = scratch.resolve("out");
    }

    @Test
    void terms_come_from_the_jar_from_us_and_from_what_many_share() throws IOException {
        jar("ticker-desktop-1.jar", Map.of(LIST, """
                # a remark
                one | One | MIT
                two-core | Two core | EPL-2.0 OR LGPL-2.1-only
                three | Three | Apache-2.0
                - | Drawn things | MIT
                - | Inter typeface | OFL-1.1
                """, "dev/liveticker/desktop/app/fonts/OFL.txt", "the OFL"));
        jar(
                "one-1.0.jar",
                Map.of("META-INF/LICENSE", "of one", "org/one/License.class", "no text", "a/license.txt", "of images"));
        jar("one-more-1.0.jar", Map.of("META-INF/LICENSE", "of another"));
        Files.writeString(texts.resolve("two.txt"), "of two");
        Files.writeString(texts.resolve("drawn-things.txt"), "of drawn things");

        LicenceTexts.gather(jars, texts, apache, out);

        assertThat(out.resolve("LICENCES.txt"))
                .content()
                .contains(
                        "One (MIT): one-LICENSE\n",
                        "Two core (EPL-2.0 OR LGPL-2.1-only): two.txt\n",
                        "Three (Apache-2.0): Apache-2.0.txt\n",
                        "Drawn things (MIT): drawn-things.txt\n",
                        "Inter typeface (OFL-1.1): inter-typeface.txt\n");
        assertThat(out.resolve("one-LICENSE")).hasContent("of one");
        assertThat(out.resolve("two.txt")).hasContent("of two");
        assertThat(out.resolve("Apache-2.0.txt")).hasContent("the Apache License");
        assertThat(out.resolve("inter-typeface.txt")).hasContent("the OFL");
    }

    @Test
    void a_work_whose_terms_nobody_has_stops_the_build() throws IOException {
        jar("ticker-desktop-1.jar", Map.of(LIST, "one | One | MIT\n"));

        assertThatThrownBy(() -> LicenceTexts.gather(jars, texts, apache, out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("One (MIT)");
    }

    private void jar(String name, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jars.resolve(name)))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
