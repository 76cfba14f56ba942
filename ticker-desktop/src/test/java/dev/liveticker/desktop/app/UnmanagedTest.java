package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;

class UnmanagedTest {

    private static int beans() {
        return MBeanServerFactory.newMBeanServer().getMBeanCount();
    }

    @Test
    void nothing_can_be_registered_meanwhile_but_afterwards() throws IOException {
        Unmanaged.during(() -> assertThatThrownBy(UnmanagedTest::beans).hasMessageContaining("built-in server starts"));

        assertThat(beans()).isPositive();
    }

    @Test
    void a_step_that_fails_leaves_it_as_it_was() {
        assertThatThrownBy(() -> Unmanaged.during(() -> {
                    throw new IOException("no port");
                }))
                .hasMessage("no port");

        assertThat(beans()).isPositive();
    }

    @Test
    void what_somebody_chose_is_kept() throws IOException {
        String chosen = MBeanServerBuilder.class.getName();
        System.setProperty(Unmanaged.BUILDER, chosen);
        try {
            assertThat(Unmanaged.<Integer>during(UnmanagedTest::beans)).isPositive();
            assertThat(System.getProperty(Unmanaged.BUILDER)).isEqualTo(chosen);
        } finally {
            System.clearProperty(Unmanaged.BUILDER);
        }
    }
}
