package dev.liveticker.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final List<String> CONFIG = List.of(
            "[Application]",
            "app.classpath=$APPDIR/main.jar",
            "app.classpath=$APPDIR/zebra.jar",
            "app.classpath=$APPDIR/ape.jar",
            "app.mainclass=Main",
            "",
            "[JavaOptions]",
            "java-options=-Xmx1g");

    @Test
    void the_class_path_stands_in_one_order_behind_the_jar_that_is_started() {
        assertThat(Training.sorted(CONFIG))
                .startsWith(
                        "[Application]",
                        "app.classpath=$APPDIR/main.jar",
                        "app.classpath=$APPDIR/ape.jar",
                        "app.classpath=$APPDIR/zebra.jar",
                        "app.mainclass=Main")
                .hasSameSizeAs(CONFIG);
    }

    @Test
    void the_cache_is_named_among_the_options_of_java() {
        List<String> using = Training.using(CONFIG);

        assertThat(using.indexOf("java-options=-XX:AOTCache=$APPDIR/app.aot"))
                .isEqualTo(using.indexOf("[JavaOptions]") + 1);
        assertThat(using).containsAll(CONFIG);
    }
}
