package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** The native library that the database's driver would otherwise unpack at every start. */
class DatabaseLibraryTest {

    @TempDir
    private Path directory;

    @Test
    void lies_in_the_directory_under_the_name_that_the_driver_looks_for() throws IOException {
        DatabaseLibrary.main(new String[] {directory.toString()});

        assertThat(directory.resolve(LibraryLoaderUtil.getNativeLibName())).isNotEmptyFile();
    }
}
