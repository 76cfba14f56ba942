package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxTest {

    @Test
    void what_came_first_is_taken_first_and_once() {
        Inbox inbox = new Inbox(10, 1_000);
        inbox.put(new byte[] {1});
        inbox.put(new byte[] {2});
        inbox.put(new byte[] {3});

        assertThat(inbox.take(2)).containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(inbox.isEmpty()).isFalse();
        assertThat(inbox.take(2)).containsExactly(new byte[] {3});
        assertThat(inbox.take(2)).isEmpty();
    }

    @Test
    void only_the_first_of_several_asks_for_a_look() {
        Inbox inbox = new Inbox(10, 1_000);

        assertThat(inbox.put(new byte[1])).isTrue();
        assertThat(inbox.put(new byte[1])).isFalse();
        inbox.take(10);
        assertThat(inbox.put(new byte[1])).isTrue();
    }

    @Test
    void one_message_too_many_is_forgotten_and_counted() {
        Inbox inbox = new Inbox(2, 1_000);
        inbox.put(new byte[1]);
        inbox.put(new byte[1]);
        inbox.put(new byte[1]);

        assertThat(inbox.take(10)).hasSize(2);
        assertThat(inbox.forgotten()).isEqualTo(1);
    }

    @Test
    void too_many_bytes_are_forgotten_and_there_is_room_again_once_they_are_taken() {
        Inbox inbox = new Inbox(10, 10);
        inbox.put(new byte[6]);
        inbox.put(new byte[5]);
        assertThat(inbox.take(10)).hasSize(1);
        assertThat(inbox.forgotten()).isEqualTo(1);

        inbox.put(new byte[10]);
        assertThat(inbox.take(10)).hasSize(1);
        inbox.put(new byte[10]);
        inbox.clear();
        inbox.put(new byte[10]);
        assertThat(inbox.take(10)).hasSize(1);
    }
}
