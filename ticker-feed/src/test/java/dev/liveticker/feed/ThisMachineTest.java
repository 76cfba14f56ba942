package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LocalHost",
                "https://127.0.0.1:1",
                "http://127.9.9.9",
                "ws://[::1]:1"
            })
    void loopback_leads_to_this_machine(String address) {
        assertThat(ThisMachine.serves(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.example.com",
                "http://127.0.0.1.example.com",
                "http://192.0.2.1",
                "http://[::2]",
                "file:/x"
            })
    void anything_else_may_lead_elsewhere(String address) {
        assertThat(ThisMachine.serves(URI.create(address))).isFalse();
    }
}
