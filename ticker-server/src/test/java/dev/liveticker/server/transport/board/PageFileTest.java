package dev.liveticker.server.transport.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageFileTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/liveticker/server/board");

    private static PageFile file(String content) {
        return PageFile.of("a.js", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_file_of_the_folder_is_served_but_what_is_there_for_its_tests() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("package.json"))
                    .toList();
            assertThat(BoardPage.FILES)
                    .containsExactlyInAnyOrderElementsOf(there)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_tag_is_the_content_s() {
        assertThat(file("one").tag())
                .isEqualTo(file("one").tag())
                .isNotEqualTo(file("two").tag());
    }

    @Test
    void who_has_it_says_so_in_any_of_the_ways_there_are() {
        PageFile file = file("content");
        String opaque = file.tag().substring(2);
        assertThat(file.matches(List.of(file.tag()))).isTrue();
        assertThat(file.matches(List.of(opaque))).isTrue();
        assertThat(file.matches(List.of("W/\"other\", " + file.tag()))).isTrue();
        assertThat(file.matches(List.of("\"other\"", opaque))).isTrue();
        assertThat(file.matches(List.of("*"))).isTrue();
        assertThat(file.matches(List.of("\"other\""))).isFalse();
        assertThat(file.matches(List.of(""))).isFalse();
    }

    @Test
    void a_file_of_an_unknown_kind_is_not_served_as_something_else() {
        assertThatIllegalArgumentException().isThrownBy(() -> PageFile.of("a.exe", new byte[0]));
    }
}
