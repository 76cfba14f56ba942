package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleRequireInfo;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What jlink is given of a module with native libraries. */
class NativeModuleTest {

    private static final String PACKAGE = NativeModule.class.getPackageName().replace('.', '/');

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void name() {
        jar = directory.resolve("sample-1.0-linux.jar");
    }

    @Test
    void libraries_lie_apart_from_classes_and_all_else_stays_where_it_was() throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, "module-info.class", module());
            put(out, PACKAGE + "/NativeModule.class", compiled());
            put(out, "libsample.so", text("library"));
            put(out, PACKAGE + "/look.css", text("look"));
            put(out, "about.so.txt", text("no library"));
        }

        NativeModule.of(jar, directory);

        Path made = directory.resolve("sample-1.0-linux.jmod");
        assertThat(DevelopmentKit.run("jmod", List.of("list", made.toString())).lines())
                .containsExactlyInAnyOrder(
                        "classes/module-info.class",
                        "classes/" + PACKAGE + "/NativeModule.class",
                        "classes/" + PACKAGE + "/look.css",
                        "classes/about.so.txt",
                        "lib/libsample.so");
    }

    @Test
    void a_jar_that_would_write_elsewhere_is_refused() throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            put(out, "../elsewhere.css", text("look"));
        }

        assertThatThrownBy(() -> NativeModule.of(jar, directory))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("has an entry outside of itself: ../elsewhere.css");
    }

    private static byte[] module() {
        return ClassFile.of()
                .buildModule(ModuleAttribute.of(
                        ModuleDesc.of("sample"),
                        module -> module.requires(
                                ModuleRequireInfo.of(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null))));
    }

    private static byte[] compiled() throws IOException {
        try (InputStream file = NativeModule.class.getResourceAsStream("NativeModule.class")) {
            return file.readAllBytes();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
